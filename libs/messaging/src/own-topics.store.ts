import type { EntityManager } from 'typeorm';

type Db = Pick<EntityManager, 'query'>;

export interface LastRecord {
  readonly key: string;
  readonly version: number;
  readonly erased: boolean;
}

/** A row whose topic holds another version. */
export interface Difference {
  readonly key: string;
  /** The row's version. */
  readonly row: number;
  /** The last record's; null where there is none. */
  readonly last: number | null;
  /** An event of the key waits in the outbox. */
  readonly pending: boolean;
}

export async function keepLast(tx: Db, topic: string, last: readonly LastRecord[]): Promise<void> {
  await tx.query(
    `insert into last_record (topic, key, version, erased)
     select $1, key, version, erased from unnest($2::text[], $3::bigint[], $4::boolean[]) as read (key, version, erased)
     on conflict (topic, key) do update set version = excluded.version, erased = excluded.erased`,
    [topic, last.map(({ key }) => key), last.map(({ version }) => version), last.map(({ erased }) => erased)],
  );
}

/** The outbox is read once: it is short, and has no index to keep up. */
export async function differencesOf(
  db: Db,
  topic: string,
  rows: ReadonlyMap<string, number>,
): Promise<readonly Difference[]> {
  if (rows.size === 0) return [];
  const found: { key: string; row: string; last: string | null; pending: boolean }[] = await db.query(
    `select r.key, r.version as row, l.version as last, o.key is not null as pending
       from unnest($2::text[], $3::bigint[]) as r (key, version)
       left join last_record l on l.topic = $1 and l.key = r.key
       left join (select distinct key from outbox where topic = $1) o on o.key = convert_to(r.key, 'UTF8')
      where l.version is distinct from r.version`,
    [topic, [...rows.keys()], [...rows.values()]],
  );
  return found.map(({ key, row, last, pending }) => ({
    key,
    row: Number(row),
    last: last === null ? null : Number(last),
    pending,
  }));
}
