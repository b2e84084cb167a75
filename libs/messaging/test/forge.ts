import { randomUUID } from 'node:crypto';

import type { TestDeployment } from '@accord/testing/test-deployment';

import { headersOf } from '../src/envelope.js';
import type { OutgoingRecord } from '../src/kafka-port.js';
import { kafkajsPort } from '../src/kafkajs/kafkajs-port.js';
import { mealCooked } from './meals.js';

/** A record of the meals' topic as the kitchen would write it, or spoiled in one way. */
export function forge(
  meal: string,
  version: number,
  spoiled: Partial<Omit<OutgoingRecord, 'headers'>> & {
    readonly headers?: Record<string, string | Buffer | null>;
  } = {},
): OutgoingRecord {
  const headers = Object.entries({
    ...headersOf({
      id: randomUUID(),
      type: mealCooked.type,
      source: 'kitchen',
      occurredAt: new Date(),
      key: meal,
      version,
    }),
    ...spoiled.headers,
  }).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return {
    topic: mealCooked.topic.name,
    key: Buffer.from(meal),
    value: Buffer.from(JSON.stringify({ meal, version, note: '' })),
    ...spoiled,
    headers: Object.fromEntries(headers),
  };
}

/** Writes records past the outbox, in this order. */
export async function write(deployment: TestDeployment, records: readonly OutgoingRecord[]): Promise<void> {
  const sender = kafkajsPort(deployment.kafka).sender();
  await sender.connect();
  try {
    await sender.send(records.map((record) => ({ ...record, topic: deployment.topicPrefix + record.topic })));
  } finally {
    await sender.close();
  }
}
