import { audience, offerFilter } from '@accord/contracts/agreement';
import { z } from 'zod';

import { clockOf } from '../decide/decision.store.js';
import type { PartnerFacts } from '../domain/allowed-partners.js';
import { askedAgainBy } from '../domain/asked-again.js';
import { clauseStanding } from '../domain/clause.js';
import { partnersThatAskAgain } from '../partners/terms.store.js';
import { CLAUSE_COLUMNS, clauseOf, clauseRow } from '../rows/clause-row.js';
import { type Db, readRows } from '../rows/read-rows.js';

const agreementRow = clauseRow.extend({
  wording_id: z.string(),
  wording_version: z.int(),
  wording_language: z.enum(['fr', 'en']),
  wording_digest: z.string(),
  digest: z.string(),
  actor: z.string(),
  replaces: z.string().nullable(),
  given_by: z.object({ name: z.string(), role: z.string().optional() }).nullable(),
  ended_at: z.date().nullable(),
  stop_id: z.string().nullable(),
  effective_at: z.date().nullable(),
});
export type AgreementRow = z.infer<typeof agreementRow>;

const SELECT = `
  select ${CLAUSE_COLUMNS}, wording_id, wording_version, wording_language, wording_digest, digest, actor, replaces, given_by,
         ended_at, stop_id, (select effective_at from stop s where s.stop_id = c.stop_id) as effective_at
    from clause c`;

export async function findAgreement(db: Db, id: string): Promise<AgreementRow | undefined> {
  return (await readRows(db, agreementRow, `${SELECT} where clause_id = $1`, [id]))[0];
}

export interface AgreementQuery {
  readonly holder: string;
  readonly offer?: string;
  readonly state?: 'active' | 'ended';
  readonly before?: { readonly givenAt: string; readonly id: string };
  readonly limit: number;
}

/** The newest first. Index: clause_by_holder. */
export const listAgreementRows = (db: Db, query: AgreementQuery): Promise<AgreementRow[]> =>
  readRows(
    db,
    agreementRow,
    `${SELECT}
      where holder_id = $1 and ($2::uuid is null or offer_id = $2)
        and ($3::text is null or (ended_as is null) = ($3 = 'active'))
        and ($4::timestamptz is null or (given_at, clause_id) < ($4, $5::uuid))
      order by given_at desc, clause_id desc limit $6`,
    [
      query.holder,
      query.offer ?? null,
      query.state ?? null,
      query.before?.givenAt ?? null,
      query.before?.id ?? null,
      query.limit,
    ],
  );

/** An agreement as its giver sees it. */
export const agreementView = z.object({
  id: z.uuid(),
  effect: z.enum(['allow', 'refuse']),
  offers: z.enum(['one', 'filter', 'all']),
  offerId: z.uuid().optional(),
  filter: offerFilter.optional(),
  audience,
  from: z.string().optional(),
  until: z.string().optional(),
  conditions: z.array(z.string()),
  wording: z.object({ id: z.string(), version: z.int(), language: z.string(), digest: z.string() }),
  givenBy: z.object({ name: z.string(), role: z.string().optional() }).optional(),
  /** The version of each partner’s own terms that it was given under, where the partner had any. */
  terms: z.record(z.string(), z.int()),
  /** Partners whose terms have changed since, so that it counts no longer there until it is renewed. */
  askedAgainBy: z.array(z.string()),
  pendingProof: z.boolean(),
  replaces: z.uuid().optional(),
  givenAt: z.string(),
  /** SHA-256 over the JCS form of the clause as it was given. */
  digest: z.string(),
  state: z.enum(['inForce', 'notYet', 'over', 'pendingProof', 'withdrawn', 'replaced', 'lapsed']),
  endedAt: z.string().optional(),
  /** Where the stop that it caused can be followed, and since when it is effective. */
  stop: z.object({ status: z.string(), effectiveAt: z.string().nullable() }).optional(),
});
export type AgreementView = z.infer<typeof agreementView>;

/** What an agreement's view is made at. */
export interface ViewedAt {
  readonly now: Date;
  /** Partners whose terms ask employers again. */
  readonly askAgain: readonly PartnerFacts[];
}

export const readViewedAt = async (db: Db): Promise<ViewedAt> => ({
  now: await clockOf(db),
  askAgain: await partnersThatAskAgain(db),
});

export function viewOf(row: AgreementRow, { now, askAgain }: ViewedAt): AgreementView {
  const stop = row.stop_id;
  const clause = clauseOf(row);
  return {
    id: row.clause_id,
    effect: row.effect,
    offers: row.offers,
    ...(row.offer_id !== null && { offerId: row.offer_id }),
    ...(row.filter !== null && { filter: row.filter }),
    audience: row.audience,
    ...(row.starts_at !== null && { from: row.starts_at.toISOString() }),
    ...(row.ends_at !== null && { until: row.ends_at.toISOString() }),
    conditions: row.conditions,
    wording: wordingOf(row),
    ...(row.given_by !== null && { givenBy: row.given_by }),
    terms: row.terms,
    askedAgainBy: askedAgainBy(clause, askAgain),
    pendingProof: row.pending_proof,
    ...(row.replaces !== null && { replaces: row.replaces }),
    givenAt: row.given_at.toISOString(),
    digest: row.digest,
    state: clauseStanding(clause, now),
    ...(row.ended_at !== null && { endedAt: row.ended_at.toISOString() }),
    ...(stop !== null && {
      stop: { status: `/v1/stops/${stop}`, effectiveAt: row.effective_at?.toISOString() ?? null },
    }),
  };
}

export const wordingOf = (row: AgreementRow) => ({
  id: row.wording_id,
  version: row.wording_version,
  language: row.wording_language,
  digest: row.wording_digest,
});
