import { z } from 'zod';

import { type Db, readReturned, readRows } from '../rows/read-rows.js';

/** Offers to be decided anew: one, a holder's, those a partner may show or have, or all. */
export interface RedecisionScope {
  readonly kind: 'offer' | 'holder' | 'partner' | 'all';
  readonly id: string;
  /** The stop that it follows. */
  readonly stop?: string;
}

/** In the transaction of the change: whatever decided an offer before it, with what was true before, is corrected by it. */
export async function addRedecision(tx: Db, { kind, id, stop }: RedecisionScope): Promise<void> {
  await tx.query('insert into redecision (scope_kind, scope_id, stop_id) values ($1, $2, $3)', [
    kind,
    id,
    stop ?? null,
  ]);
}

const jobRow = z.object({
  id: z.string(),
  scope_kind: z.enum(['offer', 'holder', 'partner', 'all']),
  scope_id: z.string(),
  stop_id: z.string().nullable(),
  after_offer: z.string(),
});
export type RedecisionJob = z.infer<typeof jobRow>;

const LEASE = `clock_timestamp() + interval '30 seconds'`;

/** The job that waited longest since its last page, so that a long one does not hold up the others. */
export async function leaseJob(db: Db): Promise<RedecisionJob | undefined> {
  const rows = await readReturned(
    db,
    jobRow,
    `update redecision set leased_until = ${LEASE}
      where id = (select id from redecision where leased_until < clock_timestamp()
                   order by leased_until, id limit 1 for update skip locked)
     returning id, scope_kind, scope_id, stop_id, after_offer`,
  );
  return rows[0];
}

/** The next offers of a job. Indexes: offer_by_holder; offer_shown and posting_by_partner; the primary key. */
export async function nextPage(db: Db, job: RedecisionJob, limit: number): Promise<string[]> {
  const sql = {
    offer: 'select offer_id from offer where offer_id = $3::uuid and offer_id > $1::uuid limit $2',
    holder: 'select offer_id from offer where holder_id = $3 and offer_id > $1::uuid order by offer_id limit $2',
    partner: `select offer_id from (
        (select offer_id from offer where standing = 'published' and offer_id > $1::uuid order by offer_id limit $2)
        union
        (select offer_id from posting where partner_id = $3 and wanted <> 'nothing' and offer_id > $1::uuid
          order by offer_id limit $2)) as concerned
      order by offer_id limit $2`,
    all: `select offer_id from offer where offer_id > $1::uuid and $3::text is not null order by offer_id limit $2`,
  }[job.scope_kind];
  const rows = await readRows(db, z.object({ offer_id: z.string() }), sql, [job.after_offer, limit, job.scope_id]);
  return rows.map(({ offer_id }) => offer_id);
}

/** In the page's transaction: the page is done, and the job may be leased again; or it is over. */
export async function advanceJob(tx: Db, id: string, after: string | undefined): Promise<void> {
  if (after === undefined) await tx.query('delete from redecision where id = $1', [id]);
  else await tx.query('update redecision set after_offer = $2, leased_until = now() where id = $1', [id, after]);
}

/** The page failed: it is tried again soon, by whichever instance. */
export async function releaseJob(db: Db, id: string): Promise<void> {
  await db.query(`update redecision set leased_until = clock_timestamp() + interval '1 second' where id = $1`, [id]);
}
