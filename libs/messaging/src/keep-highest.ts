import type { EventContext } from './event-context.js';

/**
 * Whether this event is newer than all of its key handled before, and remembers it, erasures included: replays, duplicates
 * and late events answer false. For handlers whose own table holds no version to compare.
 */
export async function keepHighest(
  event: Pick<EventContext, 'tx' | 'topic' | 'key' | 'version'>,
  data: unknown,
): Promise<boolean> {
  const rows: unknown[] = await event.tx.query(
    `insert into seen_version as seen (topic, key, version, erased) values ($1, $2, $3, $4)
     on conflict (topic, key) do update set version = excluded.version, erased = excluded.erased
      where seen.version < excluded.version
         -- An erasure found by reading the topic anew has the version of what it erases.
         or (seen.version = excluded.version and excluded.erased and not seen.erased)
     returning key`,
    [event.topic, event.key, event.version, data === null],
  );
  return rows.length > 0;
}
