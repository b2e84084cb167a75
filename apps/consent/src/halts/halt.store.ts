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

/** Who lifts a halt, and what may be needed to tell which one is meant. */
export interface Lifting {
  readonly setBy: string;
  /** Keyed hash of the person: an order that a restore found in the ledger names whoever gave it by nothing else. */
  readonly actor?: string;
}

/** Whoever set an order that only the ledger knows of. */
export const LOST_ORDER = 'lost:';

/**
 * By whoever set it, and nobody else; one that only the ledger knows of by an operator too, who may be another than the one
 * that set it. False where there was none.
 */
export async function liftHalt(tx: Db, scope: StopScope, { setBy, actor }: Lifting): Promise<boolean> {
  const rows = await readReturned(
    tx,
    lifted,
    `delete from halt where scope_kind = $1 and scope_id = $2
        and (set_by = $3 or set_by = '${LOST_ORDER}' || $4::text or ($3 = 'operator' and starts_with(set_by, '${LOST_ORDER}'))) returning scope_kind`,
    [scope.kind, scope.id, setBy, actor ?? null],
  );
  return rows.length > 0;
}
