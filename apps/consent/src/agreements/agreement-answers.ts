import { postingState } from '@accord/contracts/offer-state';
import { instant } from '@accord/contracts/primitives';
import { z } from 'zod';

const stoppedPosting = z.object({ offerId: z.uuid(), partner: z.string(), state: postingState });

/** A stop as everyone is told of it; `effectiveAt`: from then on no broadcast of what it covers starts or is under way. */
export const stopped = z.object({
  state: z.literal('stopped'),
  stop: z.uuid(),
  effectiveAt: instant,
  /** JWS; verifies offline with the keys of /.well-known/jwks.json. */
  receipt: z.string(),
  postings: z.array(stoppedPosting),
});
export const stopping = z.object({
  state: z.literal('stopping'),
  stop: z.uuid(),
  /** Where to follow it. */
  status: z.string(),
  postings: z.array(stoppedPosting),
});
export const stopState = z.discriminatedUnion('state', [stopped, stopping]).meta({ title: 'StopState' });

export const agreementGiven = z.object({
  id: z.uuid(),
  /** JWS. */
  receipt: z.string(),
  /** Where something comes down by it. */
  stop: stopState.optional(),
});
