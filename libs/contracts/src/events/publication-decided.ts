import { z } from 'zod';

import { defineEvent, type EventData } from '../define-event.js';
import { holderId, instant, offerId, partnerId, revision, sha256, version } from '../primitives.js';
import { showableOffer } from '../showable-offer.js';
import { publicationDecisions } from '../topics.js';

/** What is wanted of one partner for one offer. */
export const wantedPosting = z.discriminatedUnion('wanted', [
  z.strictObject({
    partner: partnerId,
    wanted: z.literal('show'),
    /** Raised only when what is wanted of this partner changes; numbers never restart. */
    version,
    revision,
    /** SHA-256 over the JCS form of the showable view. */
    digest: sha256,
    agreement: z.uuid(),
  }),
  z.strictObject({ partner: partnerId, wanted: z.literal('remove'), version, because: z.string().max(60) }),
]);
export type WantedPosting = z.infer<typeof wantedPosting>;

/** What an offer's employer is told of it as a whole. */
export const publicationStanding = z.enum([
  'waiting',
  'published',
  'suspended',
  'filled',
  'expired',
  'withdrawn',
  'rejected',
  'held',
]);

/** Consent's answer to "where may this offer be now?". Holds the whole state: the highest version wins, whatever came before. */
export const publicationDecided = defineEvent({
  type: 'publication.decided',
  topic: publicationDecisions,
  data: z.strictObject({
    offerId,
    version,
    holder: holderId,
    /** The view to show; null when nobody may show the offer. */
    offer: showableOffer.nullable(),
    ownPortal: z.boolean(),
    standing: publicationStanding,
    /** When the state changed, by consent's database clock. */
    decidedAt: instant,
    /** Every partner that may show it, or that may still hold it (`remove`) until consent saw the removal confirmed. */
    postings: z.array(wantedPosting).max(1_000),
  }),
  key: ({ offerId: id }) => id,
  version: ({ version: number }) => number,
  readers: ['publisher', 'portal', 'intake'],
});
export type PublicationDecided = EventData<typeof publicationDecided>;
