import { contractType } from '@accord/contracts/code-lists';
import { z } from 'zod';

import type { OfferFacts, ShownText } from '../domain/offer-facts.js';

/** An offer as it is stored; the text that is shown stands in its own table. */
export const offerRow = z.object({
  offer_id: z.string(),
  holder_id: z.string(),
  intent: z.enum(['show', 'suspended', 'filled', 'withdrawn', 'erased']),
  verdict: z.enum(['none', 'rejected', 'other']),
  shown_revision: z.int().nullable(),
  digest: z.string().nullable(),
  occupation: z.string().nullable(),
  communes: z.array(z.string()).nullable(),
  departments: z.array(z.string()).nullable(),
  contract_type: contractType.nullable(),
  opens_at: z.date().nullable(),
  closes_at: z.date().nullable(),
  lapsed: z.boolean(),
});
export type OfferRow = z.infer<typeof offerRow>;

/** The columns that `offerRow` reads. */
export const OFFER_COLUMNS = `offer_id, holder_id, intent, verdict, shown_revision, digest, occupation, communes, departments,
  contract_type, opens_at, closes_at, lapsed`;

export function offerOf(row: OfferRow): OfferFacts {
  const shown = shownOf(row);
  return {
    offerId: row.offer_id,
    holder: row.holder_id,
    intent: row.intent,
    verdict: row.verdict,
    ...(shown !== undefined && { shown }),
  };
}

function shownOf(row: OfferRow): ShownText | undefined {
  const { shown_revision: revision, digest, occupation, contract_type: contract, closes_at: closesAt } = row;
  if (revision === null || digest === null || occupation === null || contract === null || closesAt === null)
    return undefined;
  return {
    revision,
    digest,
    traits: {
      occupation,
      communes: row.communes ?? [],
      departments: row.departments ?? [],
      contractType: contract,
    },
    closesAt,
    lapsed: row.lapsed,
    ...(row.opens_at !== null && { opensAt: row.opens_at }),
  };
}
