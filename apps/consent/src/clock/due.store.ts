import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

const dueRow = z.object({ scope_kind: z.enum(['holder', 'offer']), scope_id: z.string() });
export type Due = z.infer<typeof dueRow>;

const LEASE = `clock_timestamp() + interval '30 seconds'`;

/**
 * Leases what the clock has changed, oldest first; the rows themselves are not locked. Only the database's clock is asked.
 * Indexes: holder_due, offer_due.
 */
export const leaseDue = (db: Db, limit: number): Promise<Due[]> =>
  readRows(
    db,
    dueRow,
    `insert into due_lease as l (scope_kind, scope_id, leased_until)
     select scope_kind, scope_id, ${LEASE}
       from ((select 'holder' as scope_kind, holder_id as scope_id, next_change_at from holder
               where next_change_at <= clock_timestamp() order by next_change_at limit $1)
             union all
             (select 'offer', offer_id::text, next_change_at from offer
               where next_change_at <= clock_timestamp() order by next_change_at limit $1)) as due
      where not exists (select from due_lease h where h.scope_kind = due.scope_kind and h.scope_id = due.scope_id
                           and h.leased_until >= clock_timestamp())
      order by next_change_at limit $1
     on conflict (scope_kind, scope_id) do update set leased_until = excluded.leased_until
      where l.leased_until < clock_timestamp()
     returning scope_kind, scope_id`,
    [limit],
  );

export async function endLease(db: Db, { scope_kind: kind, scope_id: id }: Due): Promise<void> {
  await db.query('delete from due_lease where scope_kind = $1 and scope_id = $2', [kind, id]);
}
