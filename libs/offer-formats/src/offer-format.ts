import type { DeliveredOffer } from '@accord/contracts/webhook';

/** What a partner does not get to see of an offer because its format has no room for it. */
export interface Loss {
  /** JSON pointer into the delivered offer. */
  readonly pointer: string;
  /** `dropped`: the format has no such field. `cut`: only the beginning fits. */
  readonly kind: 'dropped' | 'cut';
}

export interface Rendered {
  /** What stands under `offer` in a webhook; text formats put their text here. */
  readonly document: unknown;
  /** Shown in the preview; empty where all of the offer arrives. */
  readonly losses: readonly Loss[];
}

/**
 * One way to write an offer down for a partner. A mapping from our fields to the format's: no network, no clock, no state,
 * so that the same offer always gives the same document, on every retry and in every preview.
 */
export interface OfferFormat {
  /** As it stands in a partner's endpoint and in the webhook. */
  readonly name: string;
  /** Raised when the same offer would give another document; kept with every attempt. */
  readonly version: string;
  render(offer: DeliveredOffer): Rendered;
}
