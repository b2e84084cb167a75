import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

const silenceRow = z.object({
  partner_id: z.string(),
  in_flight: z.int(),
  open: z.int(),
  silent_at: z.date().nullable(),
  ms: z.number().nullable(),
  removals: z.int(),
  removed: z.int(),
});

/** How one partner fell silent: when the last request that was under way to it ended, and what is removed there by now. */
export interface PartnerSilence {
  readonly partner: string;
  readonly requestsInFlight: number;
  /** Null while one is still under way. */
  readonly silentAt: string | null;
  readonly msToSilence: number | null;
  readonly removals: number;
  readonly removed: number;
}

/** Partners that had something in flight, or have something to remove, by a stop. */
export async function silenceOf(db: Db, stop: string): Promise<PartnerSilence[]> {
  const rows = await readRows(
    db,
    silenceRow,
    `with listed as (select partner_id, count(*)::int as in_flight, count(*) filter (where closed_at is null)::int as open,
                            max(closed_at) as last_closed
                       from stop_permit where stop_id = $1 group by partner_id),
          removals as (select partner_id, count(*)::int as removals,
                              count(*) filter (where p.wanted = 'nothing' or o.state = 'removed')::int as removed
                         from posting p left join outcome o using (offer_id, partner_id)
                        where p.stop_id = $1 group by partner_id)
     select partner_id, coalesce(l.in_flight, 0) as in_flight, coalesce(l.open, 0) as open,
            case when coalesce(l.open, 0) = 0 then coalesce(l.last_closed, s.applied_at) end as silent_at,
            case when coalesce(l.open, 0) = 0
                 then extract(epoch from coalesce(l.last_closed, s.applied_at) - s.requested_at)::float8 * 1000 end as ms,
            coalesce(r.removals, 0) as removals, coalesce(r.removed, 0) as removed
       from listed l full join removals r using (partner_id) cross join (select * from stop where stop_id = $1) s
      order by partner_id`,
    [stop],
  );
  return rows.map((row) => ({
    partner: row.partner_id,
    requestsInFlight: row.in_flight,
    silentAt: row.silent_at?.toISOString() ?? null,
    msToSilence: row.ms === null ? null : Math.max(0, Math.round(row.ms)),
    removals: row.removals,
    removed: row.removed,
  }));
}
