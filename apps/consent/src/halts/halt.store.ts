import { z } from 'zod';

import type { Stop, StopScope } from '../domain/stop.js';
import { type Db, readReturned } from '../rows/read-rows.js';

type HaltChange = Extract<Stop['change'], { kind: 'halt' }>;
const lifted = z.object({ scope_kind: z.string() });

/** Sets an order to stop; one by the same hand takes the place of its last. */
export async function setHalt(
  tx: Db,
  { id, scope }: Pick<Stop, 'id' | 'scope'>,
  { setBy, reason, version }: HaltChange,
): Promise<void> {
  await tx.query(
    `insert into halt as h (scope_kind, scope_id, set_by, reason, since, stop_id, version)
     values ($1, $2, $3, $4, clock_timestamp(), $5, $6)
     on conflict (scope_kind, scope_id, set_by) do update
        set reason = excluded.reason, stop_id = excluded.stop_id, version = greatest(h.version, excluded.version)`,
    [scope.kind, scope.id, setBy, reason, id, version],
  );
}

/**
 * By whoever set it, and nobody else; false where there was none. With a version: only one set for an event of that version,
 * or an older one.
 */
export async function liftHalt(tx: Db, scope: StopScope, setBy: string, version?: number): Promise<boolean> {
  const rows = await readReturned(
    tx,
    lifted,
    `delete from halt where scope_kind = $1 and scope_id = $2 and set_by = $3
        and ($4::bigint is null or version is null or version <= $4) returning scope_kind`,
    [scope.kind, scope.id, setBy, version ?? null],
  );
  return rows.length > 0;
}
