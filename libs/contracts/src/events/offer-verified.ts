import { z } from 'zod';

import { defineEvent, type EventData } from '../define-event.js';
import { finding } from '../finding.js';
import { instant, offerId, revision, version } from '../primitives.js';
import { moderationVerdicts } from '../topics.js';

export const verdict = z.enum(['inReview', 'approved', 'changesRequested', 'rejected']);
export type Verdict = z.infer<typeof verdict>;

/** What verification says of one revision. `inReview` is not a verdict yet; it tells the employer that a person will look. */
export const offerVerified = defineEvent({
  type: 'offer.verified',
  topic: moderationVerdicts,
  data: z.strictObject({
    offerId,
    /** Grows with each word of moderation on this offer. */
    version,
    revision,
    verdict,
    /** The approved revision before this one comes down too; else an edit that is refused leaves it on show. */
    takeDown: z.boolean(),
    findings: z.array(finding).max(100),
    policyVersion: z.string().max(40),
    decidedBy: z.enum(['machine', 'moderator']),
    decidedAt: instant,
    /** The last revision that was approved and still may be shown; absent when none may. */
    approvedRevision: revision.optional(),
  }),
  key: ({ offerId: id }) => id,
  version: ({ version: number }) => number,
  readers: ['intake', 'consent'],
});
export type OfferVerified = EventData<typeof offerVerified>;
