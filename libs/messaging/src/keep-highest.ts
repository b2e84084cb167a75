import type { EntityManager } from 'typeorm';

import type { ReceivedEvent } from './event-batch.js';
import type { EventContext } from './event-context.js';

type Seen = Pick<EventContext, 'topic' | 'key' | 'version'>;

/**
 * Whether this event is newer than all of its key handled before, and remembers it, erasures included: replays, duplicates
 * and late events answer false. For handlers whose own table holds no version to compare.
 */
export async function keepHighest(event: Seen & Pick<EventContext, 'tx'>, data: unknown): Promise<boolean> {
  return (await keep(event.tx, [{ event, data }])).size > 0;
}

/** The same for many of different keys: answers those that are newer. */
export async function keepHighestOfAll<D>(
  tx: EntityManager,
  all: readonly ReceivedEvent<D>[],
): Promise<readonly ReceivedEvent<D>[]> {
  const kept = await keep(tx, all);
  return all.filter(({ event }) => kept.has(event.key));
}

/** The keys of those that are newer. */
async function keep(
  tx: EntityManager,
  all: readonly { readonly event: Seen; readonly data: unknown }[],
): Promise<ReadonlySet<string>> {
  const rows: { key: string }[] = await tx.query(
    `insert into seen_version as seen (topic, key, version, erased)
     select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[])
     on conflict (topic, key) do update set version = excluded.version, erased = excluded.erased
      where seen.version < excluded.version
         -- An erasure found by reading the topic anew has the version of what it erases.
         or (seen.version = excluded.version and excluded.erased and not seen.erased)
     returning key`,
    [
      all.map(({ event }) => event.topic),
      all.map(({ event }) => event.key),
      all.map(({ event }) => event.version),
      all.map(({ data }) => data === null),
    ],
  );
  return new Set(rows.map(({ key }) => key));
}
