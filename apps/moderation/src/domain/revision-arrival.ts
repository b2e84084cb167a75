import type { OfferRevised } from '@accord/contracts/events/offer-revised';

/** What moderation knew of an offer before the event. */
export interface KnownOffer {
  /** Highest version seen of `offer.revised`, erasures included. */
  readonly version: number;
  readonly revision: number;
}

export type Arrival =
  /** A duplicate, late or replayed event. */
  | { readonly kind: 'known' }
  | {
      readonly kind: 'newer';
      /** `verify`: this text has to be verified. `stop`: nobody wants it shown any more. `keep`: what is under way goes on. */
      readonly verification: 'verify' | 'stop' | 'keep';
      /** Doubts and appeals about an earlier text, or about an offer withdrawn, need no answer any more. */
      readonly closesReviews: boolean;
    };

/** What a version of an offer means for its verification. A withdrawal is final, so nothing of it is left to do. */
export function onRevised(
  known: KnownOffer | undefined,
  event: Pick<OfferRevised, 'version' | 'revision' | 'intent'>,
): Arrival {
  if (known !== undefined && event.version <= known.version) return { kind: 'known' };
  if (event.intent === 'withdrawn') return { kind: 'newer', verification: 'stop', closesReviews: true };
  const newText = known === undefined || event.revision > known.revision;
  return { kind: 'newer', verification: newText ? 'verify' : 'keep', closesReviews: newText };
}
