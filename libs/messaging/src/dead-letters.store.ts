import type { EntityManager } from 'typeorm';

import { decode, headerNames, MAX_EVENT_BYTES, textHeader } from './envelope.js';
import { messageOf } from './failure.js';
import type { IncomingRecord, TopicPartition } from './kafka-port.js';
import { insertIntoOutbox, type OutboxRow, type StoredHeader } from './outbox.store.js';
import { Poison, type PoisonReason } from './poison.js';

/** An event that could not be handled, as hooks and operators see it. */
export interface DeadLetter extends TopicPartition {
  readonly id: string;
  readonly offset: string;
  /** Null where it cannot be read. */
  readonly key: string | null;
  readonly type: string | null;
  readonly version: number | null;
  readonly reason: PoisonReason;
  readonly error: string;
}

export interface FailedRecord extends TopicPartition {
  readonly epoch: number;
  readonly record: IncomingRecord;
  readonly error: unknown;
  readonly attempts: number;
}

/**
 * Sets an event aside: `open`, the partition goes on behind it; `blocking`, it waits. Nothing is answered for a record that
 * has a letter already: an operator may have judged it.
 */
export async function insertDeadLetter(
  tx: EntityManager,
  failed: FailedRecord,
  state: 'open' | 'blocking',
): Promise<DeadLetter | undefined> {
  const letter = letterOf(failed);
  const { record } = failed;
  const [row]: { id: string }[] = await tx.query(
    `insert into dead_letter (topic, partition, "offset", epoch, key, key_text, value, headers, event_id, type, version,
                              reason, error, state, attempts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (topic, partition, "offset", epoch) do nothing returning id`,
    [
      failed.topic,
      failed.partition,
      letter.offset,
      failed.epoch,
      record.key,
      letter.key,
      record.value,
      JSON.stringify(storedHeaders(record)),
      textHeader(record, headerNames.id)?.slice(0, 200) ?? null,
      letter.type,
      letter.version,
      letter.reason,
      letter.error,
      state,
      failed.attempts,
    ],
  );
  return row === undefined ? undefined : { ...letter, id: row.id };
}

function letterOf(failed: FailedRecord): Omit<DeadLetter, 'id'> {
  const { record, error } = failed;
  const key = decode(record.key ?? undefined) ?? null;
  const version = Number(textHeader(record, headerNames.version));
  return {
    topic: failed.topic,
    partition: failed.partition,
    offset: String(record.offset),
    key: key?.includes('\0') ? null : key,
    type: clean(textHeader(record, headerNames.type)),
    version: Number.isSafeInteger(version) && version >= 0 ? version : null,
    reason: error instanceof Poison ? error.reason : 'handler-failed',
    error: clean(messageOf(error)) ?? '',
  };
}

/** PostgreSQL stores no NUL in texts. */
const clean = (text: string | undefined): string | null => text?.replaceAll('\0', '').slice(0, 500) ?? null;

export function storedHeaders({ headers }: IncomingRecord): Record<string, StoredHeader> {
  const stored = Object.entries(headers).map(([name, bytes]): [string, StoredHeader] => {
    const text = decode(bytes);
    const plain = text !== undefined && !text.includes('\0');
    return [name.replaceAll('\0', ''), plain ? text : { base64: bytes.toString('base64') }];
  });
  return Object.fromEntries(stored);
}

/** The letter on its topic: the record as it was, with why and whence in headers. A value too large to go on is left out. */
export async function sendDeadLetter(tx: EntityManager, letter: DeadLetter, failed: FailedRecord): Promise<void> {
  const { key, value } = failed.record;
  const tooLarge = (value?.length ?? 0) > MAX_EVENT_BYTES;
  const row: OutboxRow = {
    topic: `${letter.topic}.dead-letters`,
    key: key ?? Buffer.from(`${letter.partition}:${letter.offset}`),
    value: tooLarge ? null : value,
    headers: {
      ...storedHeaders(failed.record),
      accord_dead_letter_reason: letter.reason,
      accord_dead_letter_error: letter.error,
      accord_dead_letter_origin: `${letter.topic}/${letter.partition}/${letter.offset}`,
      accord_dead_letter_at: new Date().toISOString(),
      ...(tooLarge && { accord_dead_letter_value: `left out: ${value?.length} bytes` }),
    },
  };
  await insertIntoOutbox(tx, row);
}

/** Letters at or behind a position: those the partition waits at, or waited at. */
export async function lettersAhead(
  db: Pick<EntityManager, 'query'>,
  at: TopicPartition & { readonly next: bigint; readonly epoch: number },
): Promise<{ readonly blocking: boolean; readonly judged: readonly bigint[] }> {
  const rows: { offset: string; state: string }[] = await db.query(
    `select "offset", state from dead_letter
      where topic = $1 and partition = $2 and epoch = $3 and "offset" >= $4`,
    [at.topic, at.partition, at.epoch, String(at.next)],
  );
  return {
    blocking: rows.some((row) => row.state === 'blocking'),
    judged: rows.filter((row) => row.state !== 'blocking').map((row) => BigInt(row.offset)),
  };
}
