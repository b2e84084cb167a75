import { messageOf } from './failure.js';
import type { IncomingRecord } from './kafka-port.js';

/** A failure that one record of a transaction caused. */
export class RecordFailed extends Error {
  constructor(
    readonly record: IncomingRecord,
    override readonly cause: unknown,
  ) {
    super(messageOf(cause), { cause });
  }
}
