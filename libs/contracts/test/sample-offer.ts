import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { offerContent, offerDraft, type OfferContent } from '../src/offer.js';
import { sealedOffer, type SealedOffer } from '../src/sealed-offer.js';

const example: unknown = JSON.parse(readFileSync(resolve('../../examples/offer.json'), 'utf8'));

/** The offer of `examples/`, which the README sends too, as intake stores it. */
const sampleContent = (): OfferContent => offerContent.parse({ ...offerDraft.parse(example), closesOn: '2027-06-30' });

export function sampleSealed(change: Partial<SealedOffer> = {}): SealedOffer {
  const { email, phone, contactName, ...apply } = sampleContent().apply;
  return sealedOffer.parse({
    ...sampleContent(),
    apply: { ...apply, sealed: { keyId: 'k1', box: 'AAAA' } },
    ...change,
  });
}
