import type { OfferFormat } from './offer-format.js';

/** Accord's own form: every field of the contract under its own name, so nothing is lost. */
export const canonicalJson = {
  name: 'canonical-json',
  version: '1',
  render: (offer) => ({ document: offer, losses: [] }),
} as const satisfies OfferFormat;
