import { z } from 'zod';

import { defineEvent, type EventData } from '../define-event.js';
import { offerIntent } from '../offer-state.js';
import { holderId, instant, offerId, revision, version } from '../primitives.js';
import { sealedOffer } from '../sealed-offer.js';
import { offerRevisions } from '../topics.js';

/** Intake has stored what the employer wrote, or what it wants of it. Nobody has verified it: never show it to anyone. */
export const offerRevised = defineEvent({
  type: 'offer.revised',
  topic: offerRevisions,
  data: z.strictObject({
    offerId,
    /** Grows with every change: a text, a withdrawal, a suspension, a filling. */
    version,
    /** The text's number. */
    revision,
    holder: holderId,
    intent: offerIntent,
    /** Why, where the intent is not to show; a code, not a text. */
    reason: z.string().max(60).optional(),
    createdAt: instant,
    /** When this text was submitted. */
    submittedAt: instant,
    /** When this version was made. */
    changedAt: instant,
    offer: sealedOffer,
  }),
  key: ({ offerId: id }) => id,
  version: ({ version: number }) => number,
  readers: ['moderation', 'consent'],
});
export type OfferRevised = EventData<typeof offerRevised>;
