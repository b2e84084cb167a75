import { z } from 'zod';

import { condition, contractType, partnerCategory } from './code-lists.js';
import { inseeCode, instant, offerId, partnerId, romeCode } from './primitives.js';

export const effect = z.enum(['allow', 'refuse']);

/** Occupation, place, contract: all given must match; within a list, any. */
export const offerFilter = z
  .strictObject({
    /** ROME codes, or their first letters (`M18`). */
    occupations: z
      .array(romeCode.or(z.string().regex(/^[A-N](\d{2})?$/, 'a ROME domain looks like M or M18')))
      .min(1)
      .max(200)
      .optional(),
    communes: z.array(inseeCode).min(1).max(500).optional(),
    departments: z
      .array(z.string().regex(/^(\d{2}|2[AB]|97\d|98\d)$/))
      .min(1)
      .max(110)
      .optional(),
    contractTypes: z.array(contractType).min(1).optional(),
  })
  .refine(
    (filter) => Object.values(filter).some((list) => list !== undefined),
    'a filter names at least one of occupations, communes, departments, contractTypes',
  );
export type OfferFilter = z.infer<typeof offerFilter>;

/** Which offers a clause is about. */
export const offerScope = z.discriminatedUnion('offers', [
  z.strictObject({ offers: z.literal('one'), offerId }),
  z.strictObject({ offers: z.literal('filter'), filter: offerFilter }),
  z.strictObject({ offers: z.literal('all') }),
]);
export type OfferScope = z.infer<typeof offerScope>;

/** Who may show them. `allPublic` is every partner whose category is `public`. */
export const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('partners'), partners: z.array(partnerId).min(1).max(200) }),
  z.strictObject({ kind: z.literal('categories'), categories: z.array(partnerCategory).min(1) }),
  z.strictObject({ kind: z.literal('allPublic') }),
  z.strictObject({ kind: z.literal('all') }),
]);
export type Audience = z.infer<typeof audience>;

/** Which text was shown to whoever gave the agreement; consent knows the texts by id, version and language. */
export const wordingReference = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,39}$/),
  version: z.int().positive(),
  language: z.enum(['fr', 'en']),
});

const clauseFields = {
  effect,
  audience,
  /** From when (included) and until when (excluded); without them, at once and for ever. */
  from: instant.optional(),
  until: instant.optional(),
  /** What the partner must have declared and the operator confirmed; only an allow has conditions. */
  conditions: z.array(condition).max(5).optional(),
  wording: wordingReference,
  /**
   * The versions of partners' own terms that were shown to whoever gives it, by partner; it is refused where one of them is not
   * in force. Of those left out, it is given under the version in force.
   */
  terms: z.record(partnerId, z.int().positive()).optional(),
  /** Who gave it, within the employer: stored, never on a topic. */
  givenBy: z
    .strictObject({ name: z.string().trim().min(1).max(120), role: z.string().trim().max(120).optional() })
    .optional(),
  /** An agreement given by word of mouth counts only once its proof is there; a refusal counts at once. */
  pendingProof: z.boolean().optional(),
  /** The agreement this one takes the place of: clauses are never edited. */
  replaces: z.uuid().optional(),
};

/** The body of POST /v1/agreements: one clause. */
export const agreementDraft = z
  .discriminatedUnion('offers', [
    z.strictObject({ ...offerScope.options[0].shape, ...clauseFields }),
    z.strictObject({ ...offerScope.options[1].shape, ...clauseFields }),
    z.strictObject({ ...offerScope.options[2].shape, ...clauseFields }),
  ])
  .meta({ title: 'AgreementDraft' });
export type AgreementDraft = z.infer<typeof agreementDraft>;

/** The body of POST /v1/agreements/{id}/renewal: what was shown, and to whom. */
export const agreementRenewal = z
  .strictObject({ wording: wordingReference, terms: clauseFields.terms, givenBy: clauseFields.givenBy })
  .meta({ title: 'AgreementRenewal' });
