import type { DynamicModule, INestApplication } from '@nestjs/common';
import { EventServer } from '@accord/messaging/event-server';
import { kafkaSettings } from '@accord/messaging/kafka-config';
import { Messaging } from '@accord/messaging/messaging';
import { MessagingModule } from '@accord/messaging/messaging.module';
import type { MessagingOptions } from '@accord/messaging/messaging-options';
import { prometheusObserver } from '@accord/messaging/prometheus-observer';
import { traceThrough } from '@accord/messaging/trace-context';

import type { BaseConfig } from './config.js';
import { failpoint } from './failpoint.js';
import type { Health } from './health.js';
import type { Metrics } from './metrics.js';
import { activeTraceparent, parseTraceparent, runInTrace } from './trace-context.js';

/** A service's own part of messaging; how to reach brokers and database is configuration, the same for all. */
export type ServiceMessaging = Omit<
  MessagingOptions,
  'service' | 'kafka' | 'topicPrefix' | 'databaseUrl' | 'observer' | 'failpoint'
>;

interface Definition {
  readonly name: string;
  readonly messaging?: ServiceMessaging;
}

/** Outbox, relay and consumer of a service, as a module of its application. */
export function messagingOf({ name, messaging }: Definition, config: BaseConfig, metrics: Metrics): DynamicModule {
  traceThrough({
    active: activeTraceparent,
    run: (traceparent, work) => runInTrace(parseTraceparent(traceparent), work, 'event'),
  });
  return MessagingModule.register({
    writes: [],
    ...messaging,
    service: name,
    kafka: kafkaSettings(config, `accord-${name}`),
    topicPrefix: config.TOPIC_PREFIX,
    databaseUrl: config.DATABASE_URL,
    observer: prometheusObserver(metrics.registry),
    failpoint: (place) => failpoint(`${name}.${place}`),
  });
}

/** Connects the handlers and joins the group; returns once events are being read and sent. */
export async function startMessaging(app: INestApplication, health: Health, abandon: AbortSignal): Promise<void> {
  const messaging = app.get(Messaging);
  // It waits for a broker as long as it takes; being asked to stop ends that.
  abandon.addEventListener('abort', () => void messaging.stopReading());
  health.whenReady('messaging', () => messaging.assertWorking());
  app.connectMicroservice({ strategy: app.get(EventServer) });
  await app.startAllMicroservices();
}
