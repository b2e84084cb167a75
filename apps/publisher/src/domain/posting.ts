import type { PostingState } from '@accord/contracts/offer-state';

import type { Recall } from './recall.js';

/** What consent wants of one partner for one offer. */
export type Wanted =
  | {
      readonly kind: 'show';
      readonly version: number;
      readonly revision: number;
      readonly digest: string;
      readonly agreement: string;
    }
  | { readonly kind: 'remove'; readonly version: number; readonly because: string }
  /** Consent no longer lists the partner: it never had a permit, or its removal was confirmed. */
  | { readonly kind: 'nothing'; readonly version: number };

/** The last version the partner confirmed; version 0 is none. */
export type Known =
  | { readonly kind: 'nothing'; readonly version: number }
  | { readonly kind: 'show'; readonly version: number; readonly revision: number }
  | { readonly kind: 'remove'; readonly version: number };

/** One offer at one partner. Whatever differs between wanted and known is due: that is all a publisher does. */
export interface Posting {
  readonly id: string;
  readonly offerId: string;
  readonly partner: string;
  readonly wanted: Wanted;
  /** When consent decided this version; stands in the webhook, the same on every retry. */
  readonly wantedAt: Date;
  readonly known: Known;
  /** The partner has the offer, or may have it; false again only once a removal was confirmed. */
  readonly mayHold: boolean;
  readonly state: PostingState;
  readonly since: Date;
  /** A code, of the state. */
  readonly reason?: string;
  /** Where the partner says it shows. */
  readonly publicUrl?: string;
  /** Requests made for the wanted version. */
  readonly attempts: number;
  /** How often in a row consent answered `retry`. */
  readonly asks: number;
  /** When the next request may be made; none while there is nothing to do for this version. */
  readonly dueAt?: Date;
  /** The permit of the last request. */
  readonly permit?: string;
  /** While it is to come down, and after. */
  readonly recall?: Recall;
  /** Of the last event told of this posting. */
  readonly outcomeVersion: number;
}

/** Whether a request is still to be made for the wanted version. */
export const isOpen = (posting: Posting): boolean =>
  posting.wanted.version !== posting.known.version && posting.dueAt !== undefined;

/** The partner is not known to have the offer, so what is sent is a first publication; stable over retries of a version. */
export const isFirstShow = (posting: Pick<Posting, 'known'>): boolean => posting.known.kind !== 'show';

/** Moves to a state; `since` only changes with it. */
export function inState(posting: Posting, state: PostingState, now: Date, reason?: string): Posting {
  return { ...posting, state, reason, since: posting.state === state ? posting.since : now };
}
