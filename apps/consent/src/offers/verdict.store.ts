import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import { verdict } from '@accord/contracts/events/offer-verified';
import { z } from 'zod';

import type { VerdictFacts } from '../domain/shown-text.js';
import { bigint } from '../rows/posting-row.js';
import { type Db, readRows } from '../rows/read-rows.js';

const touched = z.object({ offer_id: z.string() });
const verdictRow = z.object({
  offer_id: z.string(),
  version: bigint,
  verdict,
  approved_revision: z.int().nullable(),
});

/** Keeps moderation's words, of each offer the highest version. Answers the offers of which no newer one, or this one, was known. */
export async function keepVerdicts(tx: Db, events: readonly OfferVerified[]): Promise<string[]> {
  const rows = await readRows(
    tx,
    touched,
    `insert into verdict (offer_id, version, revision, verdict, take_down, approved_revision)
     select * from unnest($1::uuid[], $2::bigint[], $3::int[], $4::text[], $5::boolean[], $6::int[])
     on conflict (offer_id) do update
        set version = excluded.version, revision = excluded.revision, verdict = excluded.verdict,
            take_down = excluded.take_down, approved_revision = excluded.approved_revision
      where verdict.version < excluded.version
     returning offer_id`,
    [
      events.map(({ offerId }) => offerId),
      events.map(({ version }) => version),
      events.map(({ revision }) => revision),
      events.map((event) => event.verdict),
      events.map(({ takeDown }) => takeDown),
      events.map(({ approvedRevision }) => approvedRevision ?? null),
    ],
  );
  return rows.map(({ offer_id }) => offer_id);
}

/** By offer; those that moderation has said something about. */
export async function readVerdicts(db: Db, offers: readonly string[]): Promise<ReadonlyMap<string, VerdictFacts>> {
  const sql = 'select offer_id, version, verdict, approved_revision from verdict where offer_id = any($1::uuid[])';
  const rows = await readRows(db, verdictRow, sql, [offers]);
  return new Map(rows.map((row) => [row.offer_id, factsOf(row)]));
}

const factsOf = ({
  version,
  verdict: word,
  approved_revision: approved,
}: z.infer<typeof verdictRow>): VerdictFacts => ({
  version,
  verdict: word,
  ...(approved !== null && { approvedRevision: approved }),
});

/** Moderation's word on an erased offer means nothing any more. */
export const forgetVerdict = (tx: Db, offerId: string): Promise<unknown> =>
  tx.query('delete from verdict where offer_id = $1', [offerId]);
