import { instant, offerId, partnerId } from '@accord/contracts/primitives';
import { z } from 'zod';

const posting = z.strictObject({
  partner: partnerId,
  version: z.int(),
  /** A partner that was ever given a permit may hold the offer until its removal is confirmed. */
  mayHold: z.boolean(),
  wanted: z.enum(['show', 'remove', 'nothing']),
  because: z.string().optional(),
  revision: z.int().optional(),
  digest: z.string().optional(),
  agreement: z.uuid().optional(),
});

/** GET /v1/offers/{id}/explanation */
export const offerExplanation = z
  .strictObject({
    offerId,
    partner: partnerId,
    at: instant,
    allowed: z.boolean(),
    /** Every condition on the way, with what decided it; `rule` is stable. */
    gates: z.array(z.strictObject({ rule: z.string(), passed: z.boolean(), data: z.record(z.string(), z.unknown()) })),
    /** The most specific first; a greater rank is more specific. */
    clauses: z.array(
      z.strictObject({
        agreement: z.uuid(),
        effect: z.enum(['allow', 'refuse']),
        rank: z.number(),
        outcome: z.string(),
        unmet: z.array(z.string()).optional(),
      }),
    ),
    /** What is wanted of the partner, and what was said of it last. */
    posting: posting.nullable(),
    outcome: z
      .strictObject({ state: z.string(), reason: z.string().nullable(), since: instant, publicUrl: z.url().nullable() })
      .nullable(),
  })
  .meta({ title: 'Explanation' });

const stamp = z.strictObject({
  partner: partnerId,
  wanted: z.strictObject({
    what: z.enum(['show', 'remove', 'nothing']),
    version: z.int(),
    revision: z.int().nullable().optional(),
    digest: z.string().nullable().optional(),
    agreement: z.uuid().nullable().optional(),
  }),
  /** The last request with the offer, and the permit it was under. */
  sent: z
    .strictObject({
      permit: z.string(),
      revision: z.int().nullable(),
      digest: z.string().nullable(),
      agreement: z.uuid().nullable(),
      at: instant.nullable(),
      outcome: z.string().nullable(),
      status: z.int().nullable(),
    })
    .nullable(),
  acknowledged: z
    .strictObject({ state: z.string(), since: instant.nullable(), publicUrl: z.url().nullable() })
    .nullable(),
});

/** GET /v1/offers/{id}/passport; `signed` is the same as a JWS. */
export const offerPassport = z
  .strictObject({
    offerId,
    holder: z.string(),
    at: instant,
    standing: z.string(),
    revision: z.int().nullable(),
    digest: z.string().nullable(),
    partners: z.array(stamp),
    signed: z.string(),
  })
  .meta({ title: 'Passport' });
