import type { DataSource, EntityManager } from 'typeorm';

import type { TopicPartition } from './kafka-port.js';
import type { RebuildReason, StoredOffset } from './starting-point.js';

type Db = Pick<EntityManager, 'query'>;

/** Where reading of one partition goes on, as this process knows it. */
export interface Position {
  readonly next: bigint;
  /** Raised whenever reading starts anew. */
  readonly epoch: number;
}

export interface StoredPosition extends Position {
  /** Of the topic that the offset belongs to. */
  readonly incarnation: string | null;
}

interface OffsetRow {
  readonly topic: string;
  readonly partition: number;
  readonly next: string;
  readonly epoch: number;
  readonly cluster_id: string;
  readonly incarnation: string | null;
  readonly away_ms: number;
}

const COLUMNS = `topic, partition, next, epoch, cluster_id, incarnation,
  (extract(epoch from now() - seen_at) * 1000)::float8 as away_ms`;

export async function readStoredOffsets(db: Db, topic: string, lock = false): Promise<Map<number, StoredOffset>> {
  const rows: OffsetRow[] = await db.query(
    `select ${COLUMNS} from stored_offset where topic = $1 order by partition ${lock ? 'for update' : ''}`,
    [topic],
  );
  return new Map(rows.map((row) => [row.partition, storedOf(row)]));
}

const storedOf = (row: OffsetRow): StoredOffset => ({
  next: BigInt(row.next),
  epoch: row.epoch,
  clusterId: row.cluster_id,
  incarnation: row.incarnation,
  awayMs: row.away_ms,
});

export interface OffsetToStore extends TopicPartition {
  readonly next: bigint;
  readonly clusterId: string;
  readonly incarnation: string | null;
}

/** A partition read for the first time; another instance may have been faster, whose word stands. */
export async function storeFirstOffset(db: Db, offset: OffsetToStore): Promise<void> {
  await db.query(
    `insert into stored_offset (topic, partition, next, cluster_id, incarnation) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [offset.topic, offset.partition, String(offset.next), offset.clusterId, offset.incarnation],
  );
}

/** Sets a partition back to where the topic begins now. Batches fetched before never match again. */
export async function storeOffsetAnew(db: Db, offset: OffsetToStore): Promise<void> {
  await db.query(
    `update stored_offset set next = $3, cluster_id = $4, incarnation = $5, epoch = epoch + 1, seen_at = now()
      where topic = $1 and partition = $2`,
    [offset.topic, offset.partition, String(offset.next), offset.clusterId, offset.incarnation],
  );
}

/** Keys met from now on are noted; those not met are erased when all is read. What was noted before counts no more. */
export async function beginRebuild(db: Db, topic: string, reason: RebuildReason): Promise<void> {
  await db.query('delete from rebuild where topic = $1', [topic]);
  await db.query('insert into rebuild (topic, reason) values ($1, $2)', [topic, reason]);
}

/** Another reader went on meanwhile, or reading started anew, where this is false: this one is a zombie. */
export async function holdPosition(
  tx: Db,
  { topic, partition }: TopicPartition,
  { next, epoch }: Position,
): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    'select next from stored_offset where topic = $1 and partition = $2 and next = $3 and epoch = $4 for update',
    [topic, partition, String(next), epoch],
  );
  return rows.length > 0;
}

/** A partition of a topic, from where to where. */
export interface Move extends Position {
  readonly partition: number;
  readonly to: bigint;
}

/**
 * Moves partitions on, and holds their rows for this transaction. Answers nothing when another reader went on meanwhile with
 * one of them, or reading started anew: this one is a zombie, and nothing it does may be committed.
 */
export async function advance(
  tx: Db,
  topic: string,
  moves: readonly Move[],
): Promise<{ readonly rebuilding: boolean } | undefined> {
  const [rows]: [{ rebuilding: boolean }[], number] = await tx.query(
    `update stored_offset o set next = m.next_after, seen_at = now()
       from unnest($2::int[], $3::bigint[], $4::int[], $5::bigint[]) as m (partition, next, epoch, next_after)
      where o.topic = $1 and o.partition = m.partition and o.next = m.next and o.epoch = m.epoch
     returning exists (select from rebuild where rebuild.topic = o.topic) as rebuilding`,
    [
      topic,
      moves.map(({ partition }) => partition),
      moves.map(({ next }) => String(next)),
      moves.map(({ epoch }) => epoch),
      moves.map(({ to }) => String(to)),
    ],
  );
  return rows.length === moves.length ? { rebuilding: rows.some(({ rebuilding }) => rebuilding) } : undefined;
}

/** Partitions at their end have nothing to store for days; yet their reader is not away. */
export async function tellPresent(db: Db, partitions: readonly TopicPartition[]): Promise<void> {
  await db.query(
    `update stored_offset o set seen_at = now() from unnest($1::text[], $2::int[]) as here (topic, partition)
      where o.topic = here.topic and o.partition = here.partition and o.seen_at < now() - interval '10 minutes'`,
    [partitions.map(({ topic }) => topic), partitions.map(({ partition }) => partition)],
  );
}

export async function noteKeys(tx: Db, topic: string, keys: readonly string[]): Promise<void> {
  await tx.query(
    'insert into rebuild_key (topic, key) select distinct $1, key from unnest($2::text[]) as met (key) on conflict do nothing',
    [topic, keys],
  );
}

export async function readIncarnations(db: Db): Promise<Map<string, { incarnation: string; complete: boolean }>> {
  const rows: { topic: string; incarnation: string; complete: boolean }[] = await db.query(
    'select topic, incarnation, complete from topic_incarnation',
  );
  return new Map(rows.map((row) => [row.topic, row]));
}

/** READ COMMITTED, as every session of ours is (`createDataSource`): each statement sees what is committed before it. */
export const inTransaction = <T>(dataSource: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> =>
  dataSource.transaction(work);
