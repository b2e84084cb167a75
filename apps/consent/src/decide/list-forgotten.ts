import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import type { DecidedOffer } from '../domain/decide-offer.js';
import { appendLeaf } from '../ledger/append-leaf.js';
import { groupedBy } from '../rows/grouped-by.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { listPermits } from '../stops/list-permits.js';

const openRow = z.object({
  permit: z.string(),
  offer_id: z.string(),
  partner_id: z.string(),
  agreement: z.string(),
  holder_id: z.string(),
});

/**
 * Permits that are open for a pair no longer allowed and stand on no stop's list. Two changes that overlapped, each of which
 * left the pair allowed by what it saw, take it away together; neither's stop lists the permit, so the decision that sees both
 * makes a stop of its own for it.
 */
export async function listForgotten(tx: Db, decided: readonly DecidedOffer[], at: Date): Promise<void> {
  if (decided.length === 0) return;
  const allowed = new Set(
    decided.flatMap(({ offerId, allowed: pairs }) =>
      pairs.flatMap((pair) => (pair.allowed ? [`${offerId} ${pair.partner}`] : [])),
    ),
  );
  const rows = await readRows(
    tx,
    openRow,
    `select permit, offer_id, partner_id, agreement, holder_id from open_permit o
      where offer_id = any($1::uuid[]) and kind = 'show'
        and not exists (select from stop_permit s where s.permit = o.permit and s.closed_at is null)
      order by offer_id, partner_id for update of o`,
    [decided.map(({ offerId }) => offerId)],
  );
  const forgotten = rows.filter((row) => !allowed.has(`${row.offer_id} ${row.partner_id}`));
  const byOffer = groupedBy(
    forgotten,
    (row) => row.offer_id,
    (row) => row,
  );
  for (const permits of byOffer.values()) await listTogether(tx, permits, at);
}

async function listTogether(tx: Db, permits: readonly z.infer<typeof openRow>[], at: Date): Promise<void> {
  const [first] = permits;
  if (first === undefined) return;
  const offerId = first.offer_id;
  const stop = uuid();
  await tx.query(
    `insert into stop (stop_id, because, scope_kind, scope_id, holder_id, requested_at, applied_at)
       values ($1, 'changes-overlapped', 'offer', $2, $3, $4, $4)`,
    [stop, offerId, first.holder_id, at],
  );
  await listPermits(
    tx,
    stop,
    permits.map((row) => ({
      permit: row.permit,
      offerId: row.offer_id,
      partner: row.partner_id,
      agreement: row.agreement,
    })),
  );
  const scope = { offer: offerId, holder: first.holder_id };
  await appendLeaf(tx, { kind: 'stop', stop, scope, because: 'changes-overlapped' });
}
