import { z } from 'zod';

import { defineEvent, type EventData } from '../define-event.js';
import { pageSeen, postingState } from '../offer-state.js';
import { instant, offerId, partnerId, revision, version } from '../primitives.js';
import { publicationOutcomes } from '../topics.js';

/** Where one offer stands at one partner, as the publisher knows it. */
export const postingChanged = defineEvent({
  type: 'posting.changed',
  topic: publicationOutcomes,
  data: z.strictObject({
    offerId,
    partner: partnerId,
    postingId: z.uuid(),
    /** Grows with every change of this posting's state. */
    version,
    state: postingState,
    /** The posting version consent wants, and the one the partner is known to have; 0 when it never had any. */
    wantedVersion: version,
    knownVersion: version,
    /** The partner has the offer (or may have, when an answer was lost); false only once a removal was confirmed. */
    mayHold: z.boolean(),
    revision: revision.optional(),
    since: instant,
    publicUrl: z.url().max(500).optional(),
    /** A code: `agreement-missing`, `http-500`, `timeout` … */
    reason: z.string().max(80).optional(),
    attempts: z.int().nonnegative(),
    nextAttemptAt: instant.optional(),
    permit: z.uuid().optional(),
    /** When the partner was first told to remove it, for as long as it is to be down. */
    toldAt: instant.optional(),
    /** What was last seen at the address where the partner said it shows, once it was told to remove it. */
    page: z
      .strictObject({
        url: z.url().max(500),
        seen: pageSeen,
        /** When this was first seen, and last. */
        since: instant,
        at: instant,
        /** Still visible for longer than so many hours after the partner was told. */
        overdueHours: z.number().positive().optional(),
      })
      .optional(),
  }),
  key: ({ offerId: offer, partner }) => `${offer}:${partner}`,
  version: ({ version: number }) => number,
  readers: ['consent', 'intake', 'partners'],
});
export type PostingChanged = EventData<typeof postingChanged>;
