import { BaseRpcContext } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';

import type { EventContext } from './event-context.js';

/** One of several events that are handled together. */
export interface ReceivedEvent<Data = unknown> {
  /** Null: the key's state is erased. */
  readonly data: Data | null;
  readonly event: EventContext;
}

/** What a handler knows of several events beside themselves. */
export class EventBatch extends BaseRpcContext<[EntityManager]> {
  /** The transaction that also stores the next offsets. */
  get tx(): EntityManager {
    return this.getArgs()[0];
  }
}
