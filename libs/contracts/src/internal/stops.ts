import { z } from 'zod';

import { partnerRegistered } from '../events/partner-registered.js';
import { offerIntent, postingState } from '../offer-state.js';
import { holderId, instant, offerId, partnerId, version } from '../primitives.js';

const id = z.uuid();

/** POST /internal/v1/stops: a change after which something allowed before is not. Idempotent by `stop`. */
export const stopCall = z.discriminatedUnion('kind', [
  /** Intake: the employer no longer wants the offer shown. Its version is already committed there; lower ones are ignored. */
  z.strictObject({
    kind: z.literal('offer'),
    stop: id,
    offerId,
    holder: holderId,
    version,
    intent: offerIntent.exclude(['show']),
    reason: z.string().max(60),
  }),
  /** Partners: facts changed that clauses may depend on (category, conditions, status, terms). */
  z.strictObject({
    kind: z.literal('partner'),
    stop: id,
    partner: partnerRegistered.data,
    /** Left out by those who knew of no other: `partner-changed`. */
    because: z.enum(['partner-changed', 'terms-changed']).optional(),
  }),
  /** Kill switch: outranks every clause until lifted by whoever set it. */
  z.strictObject({
    kind: z.literal('halt'),
    stop: id,
    scope: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('partner'), partner: partnerId }),
      z.strictObject({ kind: z.literal('holder'), holder: holderId }),
      z.strictObject({ kind: z.literal('offer'), offerId }),
    ]),
    lifted: z.boolean(),
    by: z.string().min(1).max(120),
    reason: z.string().max(200),
  }),
]);
export type StopCall = z.infer<typeof stopCall>;

const stoppedPosting = z.strictObject({ offerId, partner: partnerId, state: postingState });

/** `effectiveAt`: from then on no broadcast of what the stop covers starts or is under way. */
export const stopAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('stopped'),
    stop: id,
    effectiveAt: instant,
    receipt: z.string(),
    postings: z.array(stoppedPosting),
  }),
  /** A request is in flight, or the ledger's topic has not acknowledged yet; never shown as done. */
  z.strictObject({ state: z.literal('stopping'), stop: id, status: z.string(), postings: z.array(stoppedPosting) }),
]);
export type StopAnswer = z.infer<typeof stopAnswer>;
