import type { OpenShow } from '../domain/withdrawal.js';
import type { Db } from '../rows/read-rows.js';

/** A stop's list: what is open against it. */
export async function listPermits(tx: Db, stop: string, list: readonly OpenShow[]): Promise<void> {
  if (list.length === 0) return;
  await tx.query(
    `insert into stop_permit (stop_id, permit, offer_id, partner_id)
     select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[])`,
    [stop, list.map(({ permit }) => permit), list.map(({ offerId }) => offerId), list.map(({ partner }) => partner)],
  );
}
