import { BrokenInput } from './broken-input.js';
import type { RawRecord } from './raw-record.js';
import type { ImportFinding } from './receipt.js';
import { type ImportRecord, recordFrom } from './record.js';

/** So many records in a row that cannot be read end an import: a receipt is kept for each, and a file may be nothing else. */
export const MOST_UNREADABLE_IN_A_ROW = 1_000;
/** Lines and records that are counted: a receipt's place is an integer of PostgreSQL. */
export const MOST_LINES = 2_147_483_647;

/** Why reading ended before the file did. */
export interface EarlyEnd {
  readonly line: number;
  readonly rule: string;
  readonly message: ImportFinding['message'];
}

/** An import's records, numbered. Where the input breaks, a last one says so, and where the sender is to go on. */
export class Reading implements AsyncIterable<ImportRecord> {
  /** Known once it is read to its end. */
  endedEarly: EarlyEnd | undefined;

  constructor(
    private readonly records: AsyncIterable<RawRecord>,
    /** The line that reading is in, where an error does not know better. */
    private readonly lineNow: () => number,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<ImportRecord> {
    let position = 0;
    let unreadable = 0;
    try {
      for await (const raw of this.records) {
        assertWithin({ raw, position, unreadable });
        const record = recordFrom(raw, (position += 1));
        unreadable = record.kind === 'unreadable' ? unreadable + 1 : 0;
        yield record;
      }
    } catch (error) {
      if (!(error instanceof BrokenInput)) throw error;
      const message = error.code === 'truncated' ? `${error.message}: send it again, whole` : error.message;
      const line = Math.min(error.line ?? this.lineNow(), MOST_LINES);
      const last = recordFrom({ line, errors: [{ pointer: '', code: error.code, message }] }, position + 1);
      const [finding] = last.kind === 'unreadable' ? last.findings : [];
      if (finding !== undefined) this.endedEarly = { line, rule: finding.rule, message: finding.message };
      yield last;
    }
  }
}

/** @throws BrokenInput too-many-lines, too-many-unreadable */
function assertWithin({ raw, position, unreadable }: { raw: RawRecord; position: number; unreadable: number }): void {
  // The last number is for the record that says so.
  if (raw.line > MOST_LINES || position >= MOST_LINES - 1) {
    const message = `a file may have ${MOST_LINES} lines and records: send the rest in another`;
    throw new BrokenInput('too-many-lines', message, raw.line);
  }
  if (unreadable >= MOST_UNREADABLE_IN_A_ROW) {
    throw new BrokenInput(
      'too-many-unreadable',
      `${MOST_UNREADABLE_IN_A_ROW} records in a row could not be read: what follows was not looked at`,
      raw.line,
    );
  }
}
