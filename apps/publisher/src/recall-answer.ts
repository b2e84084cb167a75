import { pageSeen, postingState } from '@accord/contracts/offer-state';
import { z } from 'zod';

import type { Posting } from './domain/posting.js';
import { msToSilence, type Recall, type RecalledPage } from './domain/recall.js';
import type { PartnerRecallsRow } from './recall.store.js';

const recalledPage = z.object({
  url: z.string(),
  looks: z.int(),
  seen: pageSeen.optional(),
  /** A code: `http-410`, `said-closed`, `ad-shown`, `robots`, `timeout` … */
  why: z.string().optional(),
  since: z.iso.datetime().optional(),
  at: z.iso.datetime().optional(),
  overdueHours: z.number().optional(),
  nextLookAt: z.iso.datetime().optional(),
});

/** The taking down of one offer at one partner, as it is shown. */
export const recallAnswer = z
  .object({
    postingId: z.uuid(),
    offerId: z.uuid(),
    partner: z.string(),
    state: postingState,
    because: z.string().optional(),
    /** When it was decided. */
    since: z.iso.datetime(),
    toldAt: z.iso.datetime().optional(),
    confirmedAt: z.iso.datetime().optional(),
    /** From the decision until the partner confirmed. */
    msToSilence: z.int().optional(),
    escalatedAt: z.iso.datetime().optional(),
    attempts: z.int(),
    nextAttemptAt: z.iso.datetime().optional(),
    /** Where the partner had said that it shows the ad. */
    page: recalledPage.optional(),
  })
  .meta({ title: 'Recall' });

export function toRecallAnswer(posting: Posting, recall: Recall): z.infer<typeof recallAnswer> {
  const ms = msToSilence(recall);
  return {
    postingId: posting.id,
    offerId: posting.offerId,
    partner: posting.partner,
    state: posting.state,
    because: posting.reason,
    since: recall.since.toISOString(),
    toldAt: recall.toldAt?.toISOString(),
    confirmedAt: recall.confirmedAt?.toISOString(),
    msToSilence: ms === undefined ? undefined : Math.round(ms),
    escalatedAt: recall.escalatedAt?.toISOString(),
    attempts: posting.attempts,
    nextAttemptAt: posting.dueAt?.toISOString(),
    page: recall.page && toPageAnswer(recall.page, recall.lookAt),
  };
}

const toPageAnswer = ({ url, looks, seen }: RecalledPage, lookAt: Date | undefined): z.infer<typeof recalledPage> => ({
  url,
  looks,
  seen: seen?.seen,
  why: seen?.why,
  since: seen?.since.toISOString(),
  at: seen?.at.toISOString(),
  overdueHours: seen?.overdueHours,
  nextLookAt: lookAt?.toISOString(),
});

/** What a partner's recalls came to. */
export const partnerRecalls = z
  .object({
    partner: z.string(),
    recalls: z.int(),
    confirmed: z.int(),
    /** Now an operator's. */
    escalated: z.int(),
    stillVisible: z.int(),
    /** From the decision until the partner confirmed. */
    medianMsToSilence: z.int().optional(),
    slowestMsToSilence: z.int().optional(),
  })
  .meta({ title: 'PartnerRecalls' });

export const toPartnerRecalls = (row: PartnerRecallsRow): z.infer<typeof partnerRecalls> => ({
  partner: row.partner_id,
  recalls: row.recalls,
  confirmed: row.confirmed,
  escalated: row.escalated,
  stillVisible: row.still_visible,
  medianMsToSilence: rounded(row.median_ms),
  slowestMsToSilence: rounded(row.slowest_ms),
});

const rounded = (ms: number | null): number | undefined => (ms === null ? undefined : Math.max(0, Math.round(ms)));
