import { finding, type Finding } from '@accord/contracts/finding';
import { offerContent } from '@accord/contracts/offer';
import { publicationStanding } from '@accord/contracts/events/publication-decided';
import { verdict } from '@accord/contracts/events/offer-verified';
import { offerIntent, offerState, postingState } from '@accord/contracts/offer-state';
import { siren } from '@accord/contracts/primitives';
import { dayOrInstant } from '@accord/contracts/show-dates';
import { z } from 'zod';

import { stateOf } from './domain/offer-life.js';
import type { OfferRecord } from './offer-record.js';

/** What intake answers. The schemas stand in its OpenAPI document; the types keep the code to them. */
const instant = z.iso.datetime();

export const offerAccepted = z.strictObject({
  id: z.uuid(),
  revision: z.int(),
  state: offerState,
  /** Of the checks that need no context; the verdict's follow. */
  findings: z.array(finding),
});
export type OfferAccepted = z.infer<typeof offerAccepted>;

export const acceptedOf = ({ id, life }: OfferRecord, findings: readonly Finding[]): OfferAccepted => ({
  id,
  revision: life.revision,
  state: stateOf(life),
  findings: [...findings],
});

const offerLine = {
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  state: offerState,
  revision: z.int(),
  intent: offerIntent,
  /** Why it is not to be shown: a code. */
  reason: z.string().optional(),
  /** … what it is called; absent where there is no reason, or its code is older than the lists. */
  reasonLabel: z.strictObject({ fr: z.string(), en: z.string() }).optional(),
  /** … and in its employer's words. */
  comment: z.string().optional(),
  openingsFilled: z.int().optional(),
  closesOn: dayOrInstant,
  createdAt: instant,
  submittedAt: instant,
  changedAt: instant,
};
export const offerList = z.strictObject({ items: z.array(z.strictObject(offerLine)), next: z.string().optional() });
export type OfferList = z.infer<typeof offerList>;

const postingLine = z.strictObject({
  partner: z.string(),
  state: postingState,
  since: instant,
  publicUrl: z.url().optional(),
  why: z.string().optional(),
});

export const offerView = z.strictObject({
  ...offerLine,
  /** The last word of moderation, on whichever revision. */
  verification: z
    .strictObject({ revision: z.int(), verdict, approvedRevision: z.int().optional(), decidedAt: instant })
    .optional(),
  /** What consent decided for the offer as a whole. */
  publication: z
    .strictObject({
      standing: publicationStanding,
      ownPortal: z.boolean(),
      since: instant,
      revision: z.int().optional(),
    })
    .optional(),
  /** The last thing that was to take it down: `stopping` until nothing is under way any more. */
  stop: z
    .strictObject({
      state: z.enum(['stopping', 'stopped']),
      intent: offerIntent,
      effectiveAt: instant.optional(),
      status: z.string(),
    })
    .optional(),
  findings: z.array(finding),
  postings: z.array(postingLine),
  /** As its employer wrote it, contacts included. */
  offer: offerContent,
});
export type OfferView = z.infer<typeof offerView>;

const stoppedPosting = z.strictObject({ offerId: z.uuid(), partner: z.string(), state: postingState });
export const offerStopped = z.strictObject({
  state: z.literal('stopped'),
  effectiveAt: instant,
  /** A JWS of consent: what was stopped, and when. */
  receipt: z.string(),
  postings: z.array(stoppedPosting),
});
export const offerStopping = z.strictObject({
  state: z.literal('stopping'),
  /** Where to ask how far it is. */
  status: z.string(),
  postings: z.array(stoppedPosting),
});
export type StopView = z.infer<typeof offerStopped> | z.infer<typeof offerStopping>;

const textChange = z.strictObject({
  /** JSON pointer (RFC 6901) into the offer. */
  pointer: z.string(),
  /** Absent where there was none, or is none any more. */
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export const revisionView = z.strictObject({
  revision: z.int(),
  submittedAt: instant,
  /** The SIREN of who wrote it: the employer, or who acts for it under a mandate. */
  by: siren.optional(),
  /** Of the checks that need no context. */
  findings: z.array(finding),
  /** The last word of moderation on this text. */
  verdict: z
    .strictObject({
      verdict,
      decidedBy: z.enum(['machine', 'moderator']),
      decidedAt: instant,
      rules: z.array(z.string()),
    })
    .optional(),
  /** Against the revision before. */
  changes: z.array(textChange),
  offer: offerContent,
});
export type RevisionView = z.infer<typeof revisionView>;
export const revisionList = z.strictObject({ items: z.array(revisionView), next: z.string().optional() });
export type RevisionList = z.infer<typeof revisionList>;

export const revisionComparison = z.strictObject({ from: z.int(), to: z.int(), changes: z.array(textChange) });
export type RevisionComparison = z.infer<typeof revisionComparison>;
