import type { TopicDefinition } from '@accord/contracts/define-event';
import type { EntityManager } from 'typeorm';

import type { EventFacts } from './event-context.js';
import type { IncomingRecord } from './kafka-port.js';

export interface PlacedRecord {
  readonly position: EventFacts['position'];
  readonly record: IncomingRecord;
}

/** What reading one topic does. All of it runs in the transaction that stores the next offsets. */
export interface TopicReader {
  readonly topic: TopicDefinition;
  /** Topics of a lower rank are read to their end before those of a higher one are begun. */
  readonly rank: number;
  /**
   * The records of one transaction, those of a key in their order.
   * @throws RecordFailed where one is at fault: by Poison for what can never be handled, TemporaryFailure or a database's
   * failure for what may be later
   */
  handle?(tx: EntityManager, records: readonly PlacedRecord[]): Promise<void>;
  /** After the records of one transaction, those set aside included. */
  after?(tx: EntityManager, records: readonly IncomingRecord[]): Promise<void>;
}
