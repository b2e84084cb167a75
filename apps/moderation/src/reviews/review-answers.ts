import { verdict } from '@accord/contracts/events/offer-verified';
import { finding } from '@accord/contracts/finding';
import { instant, offerId, revision } from '@accord/contracts/primitives';
import { pageQuery } from '@accord/service/cursor';
import { z } from 'zod';

import type { ReviewRow } from './review.store.js';

/** `open`: free to take. `claimed`: a moderator is at it. `superseded`: a newer text or a withdrawal came first. */
const shownState = z.enum(['open', 'claimed', 'decided', 'superseded']);

/** What a moderator may say; `inReview` is what the review ends. */
export const moderatorVerdict = verdict.exclude(['inReview']);

export const reviewList = z.strictObject({
  ...pageQuery,
  /** Absent: all that await a decision, claimed or not. */
  state: shownState.optional(),
});
export type ReviewList = z.infer<typeof reviewList>;

export const reviewItem = z
  .object({
    id: z.uuid(),
    offerId,
    /** The text under review: a decision names it. */
    revision,
    kind: z.enum(['doubt', 'appeal', 'report']),
    state: shownState,
    version: z.int(),
    openedAt: instant,
    claimedBy: z.string().optional(),
    claimedUntil: instant.optional(),
    decidedBy: z.string().optional(),
    decidedAt: instant.optional(),
    verdict: moderatorVerdict.optional(),
    /** What the machine found, or the findings of the verdict that is contested. */
    findings: z.array(finding),
    /** The employer's words in an appeal. */
    reason: z.string().optional(),
    title: z.string().optional(),
    employer: z.string().optional(),
    siret: z.string().optional(),
    /** How many readers reported it. */
    reports: z.int(),
  })
  .meta({ title: 'Review' });
export type ReviewItem = z.infer<typeof reviewItem>;

export const reviewPage = z
  .object({ items: z.array(reviewItem), next: z.string().optional() })
  .meta({ title: 'ReviewPage' });

/** A review with what the queue shows of its offer; nulls once the offer is erased. */
export interface ReviewWithOffer extends ReviewRow {
  readonly title: string | null;
  readonly employer: string | null;
  readonly siret: string | null;
  readonly reports: number;
}

const stateShown = ({ state, claimedUntil }: ReviewRow, now: Date): ReviewItem['state'] =>
  state === 'open' && claimedUntil !== null && claimedUntil > now ? 'claimed' : state;

/** What is null in the table is absent in an answer. */
const present = <T>(name: string, value: T | null): Record<string, T> => (value === null ? {} : { [name]: value });

export function reviewAnswer(row: ReviewWithOffer, now: Date): ReviewItem {
  const claimed = stateShown(row, now) === 'claimed';
  return reviewItem.parse({
    id: row.id,
    offerId: row.offerId,
    revision: row.revision,
    kind: row.kind,
    state: stateShown(row, now),
    version: row.version,
    openedAt: row.openedAt.toISOString(),
    findings: row.findings,
    reports: row.reports,
    ...(claimed && { claimedBy: row.claimedBy, claimedUntil: row.claimedUntil?.toISOString() }),
    ...present('decidedBy', row.decidedBy),
    ...present('decidedAt', row.decidedAt?.toISOString() ?? null),
    ...present('verdict', row.verdict),
    ...present('reason', row.reason),
    ...present('title', row.title),
    ...present('employer', row.employer),
    ...present('siret', row.siret),
  });
}
