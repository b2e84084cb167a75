import type { EntityManager } from 'typeorm';

import { wakeAfterCommit } from './outbox-wake.js';

/** A header's value is text, or bytes where they are no UTF-8 (of a dead letter). */
export type StoredHeader = string | { readonly base64: string };

export interface OutboxRow {
  /** Without the deployment's prefix. */
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, StoredHeader>>;
}

/** The id is drawn here, so it follows the ids of what was committed under the same row lock. */
export async function insertIntoOutbox(tx: EntityManager, row: OutboxRow): Promise<void> {
  assertInTransaction(tx);
  await tx.query('insert into outbox (topic, key, value, headers, size) values ($1, $2, $3, $4, $5)', [
    row.topic,
    row.key,
    row.value,
    JSON.stringify(row.headers),
    sizeOf(row),
  ]);
  wakeAfterCommit(tx);
}

/** In one statement; ids are drawn in the order of the rows. */
export async function insertAllIntoOutbox(tx: EntityManager, rows: readonly OutboxRow[]): Promise<void> {
  assertInTransaction(tx);
  await tx.query(
    `insert into outbox (topic, key, value, headers, size)
     select topic, key, value, headers, size
       from unnest($1::text[], $2::bytea[], $3::bytea[], $4::jsonb[], $5::int[])
            with ordinality as sent(topic, key, value, headers, size, nth)
      order by nth`,
    [
      rows.map(({ topic }) => topic),
      rows.map(({ key }) => key),
      rows.map(({ value }) => value),
      rows.map(({ headers }) => JSON.stringify(headers)),
      rows.map(sizeOf),
    ],
  );
  wakeAfterCommit(tx);
}

function assertInTransaction(tx: EntityManager): void {
  if (tx.queryRunner?.isTransactionActive !== true)
    throw new Error('events are written in the transaction of the change they tell of');
}

export function sizeOf(row: OutboxRow): number {
  const headers = Object.entries(row.headers).reduce((sum, [name, value]) => sum + name.length + lengthOf(value), 0);
  return headers + (row.key?.length ?? 0) + (row.value?.length ?? 0);
}

const lengthOf = (value: StoredHeader): number =>
  typeof value === 'string' ? Buffer.byteLength(value) : Math.ceil((value.base64.length * 3) / 4);

export const headerBytes = (value: StoredHeader): Buffer =>
  typeof value === 'string' ? Buffer.from(value) : Buffer.from(value.base64, 'base64');
