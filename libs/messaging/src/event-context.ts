import { BaseRpcContext } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';

import type { Envelope } from './envelope.js';
import type { TopicPartition } from './kafka-port.js';

/** What a handler knows of an event beside its data. */
export class EventContext extends BaseRpcContext<[EventFacts]> {
  private get facts(): EventFacts {
    return this.getArgs()[0];
  }

  /** The transaction that also stores the next offset: what is written in it commits with the fact that the event was handled. */
  get tx(): EntityManager {
    return this.facts.tx;
  }

  /** Unique for each event; the same when it is read again. */
  get id(): string {
    return this.facts.envelope.id;
  }

  get type(): string {
    return this.facts.envelope.type;
  }

  get key(): string {
    return this.facts.envelope.key;
  }

  /** Grows with each event of the key; of an erasure too. */
  get version(): number {
    return this.facts.envelope.version;
  }

  /** When the writer wrote it, by the writer's clock. */
  get occurredAt(): Date {
    return this.facts.envelope.occurredAt;
  }

  /** Without the deployment's prefix. */
  get topic(): string {
    return this.facts.position.topic;
  }

  get partition(): number {
    return this.facts.position.partition;
  }

  get offset(): string {
    return String(this.facts.position.offset);
  }
}

export interface EventFacts {
  readonly tx: EntityManager;
  readonly envelope: Envelope;
  readonly position: TopicPartition & { readonly offset: bigint };
}
