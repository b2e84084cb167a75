import type { EventContract } from '@accord/contracts/define-event';
import type { EntityManager } from 'typeorm';

import type { DeadLetter } from './dead-letters.store.js';
import type { KafkaSettings } from './kafka-config.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { MessagingTuning } from './messaging-tuning.js';
import type { OwnedState } from './owned-state.js';

export interface MessagingOptions {
  /** Also the consumer group and the name in the brokers' logs. */
  readonly service: string;
  readonly kafka: KafkaSettings;
  /** Stands before the names of topics and of the group, so that several deployments share a broker. */
  readonly topicPrefix: string;
  /** Of the application role; the relay opens a connection of its own. */
  readonly databaseUrl: string;
  /** The contracts this service writes. */
  readonly writes: readonly EventContract[];
  /** How to compare a compacted topic this service writes with its rows, and to emit again what the topic lost. */
  readonly owns?: readonly OwnedState[];
  /** Contracts read to their end before any other. */
  readonly readFirst?: readonly EventContract[];
  /** Events of topics this service reads that mean nothing to it. */
  readonly ignores?: readonly EventContract[];
  /** Keys of a handler's own table, for handlers that do not use `keepHighest`: see README, rebuild. */
  readonly knownKeys?: readonly KnownKeys[];
  /** In the transaction that sets an event aside; what it throws stops the partition. */
  readonly onDeadLetter?: (tx: EntityManager, letter: DeadLetter) => Promise<void>;
  /** In the transaction of an operator's replay (after the event was handled) or discard. */
  readonly onDeadLetterResolved?: (
    tx: EntityManager,
    letter: DeadLetter,
    how: 'replayed' | 'discarded',
  ) => Promise<void>;
  /** Makes missing topics at the start (default); where the principal may not, the deployment runs `ensureTopics`. */
  readonly provisionTopics?: boolean;
  readonly observer?: MessagingObserver;
  /** The process is to end, and its supervisor to start another. Without it the process ends itself, with exit code 1. */
  readonly onFatal?: (reason: Error) => void;
  /** Called at named places, where a test may end the process. */
  readonly failpoint?: (place: string) => void;
  readonly tuning?: Partial<MessagingTuning>;
}

/** What a reader holds of a topic: erased at the end of a rebuild where the topic no longer has it. */
export interface KnownKeys {
  readonly contract: EventContract;
  /** In the order of keys, those behind `after`; versions as last handled. */
  readonly page: (
    tx: EntityManager,
    after: string,
    limit: number,
  ) => Promise<readonly { readonly key: string; readonly version: number }[]>;
}
