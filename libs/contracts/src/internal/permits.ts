import { z } from 'zod';

import { offerId, partnerId, revision, sha256, version } from '../primitives.js';

export const permitKind = z.enum(['show', 'remove']);

/** POST /internal/v1/permits: "may I send this version of this posting now?", one item for each attempt. */
export const permitAsk = z.strictObject({
  session: z.uuid(),
  items: z
    .array(
      z.strictObject({
        /** The attempt's id, which becomes the permit's: asked again, it gets the same answer. */
        attempt: z.uuid(),
        offerId,
        partner: partnerId,
        version,
        kind: permitKind,
      }),
    )
    .min(1)
    .max(500),
});
export type PermitAsk = z.infer<typeof permitAsk>;
export type PermitItem = PermitAsk['items'][number];

const attempt = z.uuid();
export const permitAnswer = z.discriminatedUnion('answer', [
  z.discriminatedUnion('kind', [
    z.strictObject({
      answer: z.literal('permit'),
      attempt,
      kind: z.literal('show'),
      revision,
      digest: sha256,
      agreement: z.uuid(),
      /** The agreement lets contact data go along (no clause condition `noContactData`). */
      contacts: z.boolean(),
      /** JWS (Ed25519) that travels with the broadcast. */
      proof: z.string(),
    }),
    z.strictObject({ answer: z.literal('permit'), attempt, kind: z.literal('remove') }),
  ]),
  /** Ask again soon: a stop is under way, or another request for this posting is. */
  z.strictObject({ answer: z.literal('retry'), attempt, because: z.string().max(60) }),
  z.strictObject({ answer: z.literal('refusal'), attempt, rule: z.string().max(60), reason: z.string().max(300) }),
]);
export type PermitAnswer = z.infer<typeof permitAnswer>;
export const permitAnswers = z.strictObject({ answers: z.array(permitAnswer) });

/**
 * POST /internal/v1/permits/closures. `answered`: the body was wholly written and the answer read. `cut`: the raw socket was
 * reset. `notSent`: nothing was written. Nothing else closes a permit, least of all time.
 */
export const permitClosures = z.strictObject({
  session: z.uuid(),
  closures: z
    .array(z.strictObject({ attempt, outcome: z.enum(['answered', 'cut', 'notSent']), status: z.int().optional() }))
    .min(1)
    .max(500),
});
export type PermitClosures = z.infer<typeof permitClosures>;
export type PermitClosure = PermitClosures['closures'][number];
export const permitsClosed = z.strictObject({ closed: z.array(attempt) });

/** Claims of the proof, a JWS that verifies offline with consent's published keys. */
export const permitProof = z.strictObject({
  iss: z.string(),
  /** The partner. */
  aud: partnerId,
  /** The offer. */
  sub: offerId,
  /** Seconds since the epoch. */
  iat: z.int(),
  revision,
  digest: sha256,
  /** The posting's version. */
  version,
  agreement: z.uuid(),
  wording: sha256,
});
export type PermitProof = z.infer<typeof permitProof>;
