import type { HashedEntry } from '@accord/receipts/ledger-entry';
import type { Node } from '@accord/receipts/merkle/append';
import type { Hash } from '@accord/receipts/merkle/hash';
import type { NodeId } from '@accord/receipts/merkle/nodes';
import { z } from 'zod';

import { bigint } from '../rows/posting-row.js';
import { type Db, readRows } from '../rows/read-rows.js';

const sizeRow = z.object({ size: bigint });
const hash = z.string().transform((hex) => Buffer.from(hex, 'hex'));

/** How many entries the tree is over: as many as its last checkpoint says. */
export async function readTreeSize(db: Db): Promise<number> {
  const rows = await readRows(db, sizeRow, 'select coalesce(max(tree_size), 0) as size from ledger_checkpoint');
  return rows[0]?.size ?? 0;
}

const nodeRow = z.object({ hash: hash.nullable() });

/** Their hashes, in the order asked for. @throws Error where the tree has not come so far, or is damaged */
export async function readNodes(db: Db, ids: readonly NodeId[]): Promise<Hash[]> {
  const rows = await readRows(
    db,
    nodeRow,
    `select encode(n.hash, 'hex') as hash
       from unnest($1::smallint[], $2::bigint[]) with ordinality as wanted (level, index, place)
       left join ledger_node n using (level, index) order by place`,
    [ids.map(({ level }) => level), ids.map(({ index }) => index)],
  );
  return rows.map((row, at) => {
    if (row.hash !== null) return row.hash;
    const { level = -1, index = -1 } = ids[at] ?? {};
    throw new Error(`the ledger's tree has no node ${index} of level ${level}`);
  });
}

const nextRow = z.object({ number: bigint, at: z.date(), epoch: z.int(), leaf: z.unknown(), unsent: z.boolean() });

/** The entries from a number on, with whether their topic has not acknowledged them yet; in one snapshot. */
export async function readNext(
  db: Db,
  from: number,
  limit: number,
): Promise<(HashedEntry & { readonly unsent: boolean })[]> {
  const rows = await readRows(
    db,
    nextRow,
    `select e.number, e.at, e.epoch, e.leaf,
            exists (select from outbox o
                     where o.topic = 'consent.ledger' and o.key = convert_to(e.number::text, 'UTF8')) as unsent
       from ledger_entry e where e.number >= $1 order by e.number limit $2`,
    [from, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Two instances may make the same ones at once. */
export async function insertNodes(tx: Db, nodes: readonly Node[]): Promise<void> {
  await tx.query(
    `insert into ledger_node (level, index, hash)
     select level, index, decode(hash, 'hex') from unnest($1::smallint[], $2::bigint[], $3::text[]) as n (level, index, hash)
     on conflict do nothing`,
    [nodes.map(({ level }) => level), nodes.map(({ index }) => index), nodes.map((node) => node.hash.toString('hex'))],
  );
}

/** A signed root. */
export interface SignedRoot {
  readonly treeSize: number;
  readonly root: Hash;
  readonly at: Date;
  readonly signed: string;
}

export async function insertCheckpoint(tx: Db, { treeSize, root, at, signed }: SignedRoot): Promise<void> {
  await tx.query(
    `insert into ledger_checkpoint (tree_size, root, signed_at, signed) values ($1, $2, $3, $4) on conflict do nothing`,
    [treeSize, root, at, signed],
  );
}

const checkpointRow = z
  .object({ tree_size: bigint, root: z.string(), signed_at: z.date(), signed: z.string() })
  .transform(({ tree_size, root, signed_at, signed }) => ({
    treeSize: tree_size,
    rootHash: root,
    at: signed_at.toISOString(),
    signed,
  }));
export type CheckpointView = z.infer<typeof checkpointRow>;

/** The newest first, below a size. */
export const listCheckpoints = (db: Db, below: number | undefined, limit: number): Promise<CheckpointView[]> =>
  readRows(
    db,
    checkpointRow,
    `select tree_size, encode(root, 'hex') as root, signed_at, signed from ledger_checkpoint
      where $1::bigint is null or tree_size < $1 order by tree_size desc limit $2`,
    [below ?? null, limit],
  );
