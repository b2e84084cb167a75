import type { DeadLetter } from './dead-letters.store.js';
import type { IncomingRecord } from './kafka-port.js';
import { headerBytes, type StoredHeader } from './outbox.store.js';
import type { PoisonReason } from './poison.js';

export type DeadLetterState = 'open' | 'blocking' | 'replayed' | 'discarded';

export interface LetterRow {
  readonly id: string;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly key_text: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, StoredHeader>>;
  readonly type: string | null;
  readonly version: string | null;
  readonly reason: PoisonReason;
  readonly error: string;
  readonly state: DeadLetterState;
  readonly attempts: number;
  readonly bytes: number;
  readonly created_at: Date;
  readonly resolved_at: Date | null;
  readonly resolved_by: string | null;
}

/** The letter, and the record as it came. */
export function readLetter(row: LetterRow): { readonly letter: DeadLetter; readonly record: IncomingRecord } {
  const headers = Object.entries(row.headers).map(([name, value]) => [name, headerBytes(value)] as const);
  return {
    letter: {
      id: row.id,
      topic: row.topic,
      partition: row.partition,
      offset: row.offset,
      key: row.key_text,
      type: row.type,
      version: row.version === null ? null : Number(row.version),
      reason: row.reason,
      error: row.error,
    },
    record: {
      offset: BigInt(row.offset),
      key: row.key,
      value: row.value,
      headers: Object.fromEntries(headers),
    },
  };
}
