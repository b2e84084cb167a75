import type { LedgerLeaf } from '@accord/contracts/events/ledger-appended';

import type { StopScope } from '../domain/stop.js';
import type { Db } from '../rows/read-rows.js';

type Effective = Extract<LedgerLeaf, { kind: 'stopped' }>;

/** A stop as far as the ledger's leaves tell of it. */
export interface LostStop {
  readonly stop: string;
  readonly because: string;
  readonly scope: StopScope;
  readonly agreement?: string;
  readonly actor?: string;
}

/**
 * Whoever was told of it can follow it again, and gets the same receipt. Only for stops whose change is replayed from the
 * ledger itself: one that is known is not carried out again. Its leaves come one by one, the stop's own last.
 */
export async function rememberStop(tx: Db, lost: LostStop, at: string): Promise<void> {
  const { stop, because, scope, agreement, actor } = lost;
  await tx.query(
    `insert into stop (stop_id, because, scope_kind, scope_id, holder_id, agreement, actor, requested_at, applied_at)
     values ($1, $2, $3, $4,
             case $3 when 'holder' then $4 when 'offer' then (select holder_id from offer where offer_id::text = $4) end,
             $5, $6, $7, $7)
     on conflict (stop_id) do update set because = excluded.because`,
    [stop, because, scope.kind, scope.id, agreement ?? null, actor ?? null, at],
  );
}

/** Its own leaf says why. */
export async function nameStop(tx: Db, stop: string, because: string): Promise<void> {
  await tx.query('update stop set because = $2 where stop_id = $1', [stop, because]);
}

/** It was effective, and said to be, before the restore. */
export async function rememberEffective(tx: Db, { stop, effectiveAt }: Effective, leafId: string): Promise<void> {
  await tx.query('update stop set effective_at = $2, leaf_id = $3 where stop_id = $1 and effective_at is null', [
    stop,
    effectiveAt,
    leafId,
  ]);
}
