import { Logger } from '@nestjs/common';
import kafkajs, { type Kafka, type LogEntry } from 'kafkajs';

import type { KafkaSettings } from '../kafka-config.js';
import type { KafkaPort } from '../kafka-port.js';
import { KafkajsAdmin } from './kafkajs-admin.js';
import { KafkajsReader } from './kafkajs-reader.js';
import { KafkajsSender } from './kafkajs-sender.js';
import { silenceNegativeTimeouts } from './negative-timeouts.js';

/** Retries of one request inside the client; what outlasts them is ours to retry. Set in full: kafkajs has other defaults under test. */
const RETRY = { initialRetryTime: 100, maxRetryTime: 3_000, factor: 0.2, multiplier: 2, retries: 6 } as const;

export function kafkajsPort(settings: KafkaSettings): KafkaPort {
  silenceNegativeTimeouts();
  return {
    // A client each: kafkajs keeps the committed offsets of a group in the client, for all its consumers.
    sender: () => new KafkajsSender(client(settings)),
    reader: (options) => new KafkajsReader(client(settings), options),
    admin: () => new KafkajsAdmin(client(settings).admin()),
  };
}

function client(settings: KafkaSettings): Kafka {
  return new kafkajs.Kafka({
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    ssl: settings.tls === undefined ? false : { ...settings.tls },
    sasl: settings.sasl,
    connectionTimeout: 3_000,
    authenticationTimeout: 10_000,
    requestTimeout: 30_000,
    retry: RETRY,
    logCreator: () => log,
  });
}

const logger = new Logger('kafkajs');

/** Nobody has to act on what kafkajs retries by itself, so its errors are warnings; what it gives up reaches us as an error. */
function log({ level, namespace, log: entry }: LogEntry): void {
  const line = `[${namespace}] ${entry.message}`;
  if (level === kafkajs.logLevel.ERROR) logger.warn(line);
  else logger.debug(line);
}
