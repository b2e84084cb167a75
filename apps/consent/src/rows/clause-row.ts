import { audience, type OfferScope, offerFilter } from '@accord/contracts/agreement';
import { condition } from '@accord/contracts/code-lists';
import { z } from 'zod';

import type { Clause } from '../domain/clause.js';

/** A clause as it is stored. Rows are checked when they are read: a mistake in them must not become a permission. */
export const clauseRow = z.object({
  clause_id: z.string(),
  holder_id: z.string(),
  effect: z.enum(['allow', 'refuse']),
  offers: z.enum(['one', 'filter', 'all']),
  offer_id: z.string().nullable(),
  filter: offerFilter.nullable(),
  audience,
  starts_at: z.date().nullable(),
  ends_at: z.date().nullable(),
  conditions: z.array(condition),
  pending_proof: z.boolean(),
  terms: z.record(z.string(), z.int()),
  given_at: z.date(),
  begun: z.boolean(),
  ended_as: z.enum(['withdrawn', 'replaced', 'lapsed']).nullable(),
});
export type ClauseRow = z.infer<typeof clauseRow>;

/** The columns that `clauseRow` reads. */
export const CLAUSE_COLUMNS = `clause_id, holder_id, effect, offers, offer_id, filter, audience, starts_at, ends_at, conditions,
  pending_proof, terms, given_at, begun, ended_as`;

export function clauseOf(row: ClauseRow): Clause {
  return {
    id: row.clause_id,
    effect: row.effect,
    scope: scopeOf(row),
    audience: row.audience,
    conditions: row.conditions,
    pendingProof: row.pending_proof,
    terms: termsOf(row),
    givenAt: row.given_at,
    begun: row.begun,
    ...(row.starts_at !== null && { from: row.starts_at }),
    ...(row.ends_at !== null && { until: row.ends_at }),
    ...(row.ended_as !== null && { ended: row.ended_as }),
  };
}

const NO_TERMS: ReadonlyMap<string, number> = new Map();

/** Of most clauses there are none. */
function termsOf({ terms }: ClauseRow): ReadonlyMap<string, number> {
  const entries = Object.entries(terms);
  return entries.length === 0 ? NO_TERMS : new Map(entries);
}

function scopeOf({ offers, offer_id: offerId, filter }: ClauseRow): OfferScope {
  if (offers === 'one' && offerId !== null) return { offers, offerId };
  if (offers === 'filter' && filter !== null) return { offers, filter };
  return { offers: 'all' };
}
