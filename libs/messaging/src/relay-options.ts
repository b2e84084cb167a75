import type { KafkaPort } from './kafka-port.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { MessagingTuning } from './messaging-tuning.js';

export interface RelayOptions {
  readonly service: string;
  /** Of the service's application role: the relay has a connection of its own, which holds the lock. */
  readonly databaseUrl: string;
  readonly kafka: KafkaPort;
  readonly topicPrefix: string;
  readonly tuning: MessagingTuning;
  readonly observer: MessagingObserver;
  readonly failpoint: (place: string) => void;
}
