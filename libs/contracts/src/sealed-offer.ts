import { z } from 'zod';

import { classed } from './field-class.js';
import { offerApply, offerContent } from './offer.js';

/**
 * The contact data of one revision, AES-256-GCM under the offer's key, which only intake keeps.
 * `box` is base64url of iv (12 bytes), ciphertext and tag (16 bytes); the associated data is `<offerId>:<revision>`.
 */
export const sealedContact = z.strictObject({ keyId: z.string().max(80), box: z.base64url().max(4_096) });
export type SealedContact = z.infer<typeof sealedContact>;

/** What is inside the box. */
export const openContact = offerApply.pick({ email: true, phone: true, contactName: true });
export type OpenContact = z.infer<typeof openContact>;

export const sealedApply = classed(
  'PUBLIC',
  offerApply
    .omit({ email: true, phone: true, contactName: true })
    .extend({ sealed: classed('PARTNER', sealedContact).optional() }),
);

/** An offer as it travels on topics and rests in other services: contacts sealed. */
export const sealedOffer = offerContent.extend({ apply: sealedApply });
export type SealedOffer = z.infer<typeof sealedOffer>;
