import { z } from 'zod';

import { openContact } from './sealed-offer.js';
import { instant, offerId, version } from './primitives.js';
import { sealedApply } from './sealed-offer.js';
import { showableOffer } from './showable-offer.js';

/** The offer as a partner reads it: the showable view, with the contacts opened where the agreement lets them go along. */
export const deliveredOffer = showableOffer.extend({
  apply: sealedApply.omit({ sealed: true }).extend(openContact.shape),
});
export type DeliveredOffer = z.infer<typeof deliveredOffer>;

const about = { postingId: z.uuid(), offerId, version, format: z.literal('canonical-json') };

/** Body of a webhook to a partner (API.md). A removal carries no offer content. */
export const webhookBody = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['offer.published', 'offer.updated']),
    timestamp: instant,
    data: z.strictObject({ ...about, offer: deliveredOffer }),
  }),
  z.strictObject({ type: z.literal('offer.removed'), timestamp: instant, data: z.strictObject(about) }),
  z.strictObject({
    type: z.literal('partner.test'),
    timestamp: instant,
    data: z.strictObject({ message: z.string() }),
  }),
]);
export type WebhookBody = z.infer<typeof webhookBody>;
