import type { Pace } from '@accord/receipts/webhook-retry';

import type { Posting } from './posting.js';
import { isOverdue, nextLookAt } from './probe-schedule.js';
import type { PageVerdict } from './probe-verdict.js';
import type { PageSeen, Recall } from './recall.js';

/**
 * What a change of a posting makes of its recall: it begins when the posting is to come down, keeps what was seen of it, and is
 * over when the posting is to be shown again.
 */
export function recalled(before: Posting | undefined, after: Posting, now: Date): Posting {
  const { wanted, mayHold, state } = after;
  if (wanted.kind === 'show') return after.recall === undefined ? after : { ...after, recall: undefined };
  const recall = after.recall ?? (wanted.kind === 'remove' || mayHold ? begun(before, after) : undefined);
  if (recall === undefined) return after;
  if (state === 'removed' && recall.confirmedAt === undefined)
    return { ...after, recall: { ...recall, confirmedAt: now } };
  if (state === 'removalUnconfirmed' && recall.escalatedAt === undefined)
    return { ...after, recall: { ...recall, escalatedAt: now } };
  return recall === after.recall ? after : { ...after, recall };
}

function begun(before: Posting | undefined, { wantedAt, publicUrl }: Posting): Recall {
  const url = before?.publicUrl ?? publicUrl;
  return { since: wantedAt, ...(url !== undefined && { page: { url, looks: 0 } }) };
}

/** A request to remove it may have reached the partner: from here on its page should go. */
export function told(posting: Posting, now: Date, pace: Pace): Posting {
  const { recall } = posting;
  if (recall === undefined || recall.toldAt !== undefined) return posting;
  const lookAt = recall.page && nextLookAt(0, now, now, pace);
  return { ...posting, recall: { ...recall, toldAt: now, ...(lookAt !== undefined && { lookAt }) } };
}

export interface LookFacts {
  readonly verdict: PageVerdict;
  readonly now: Date;
  readonly pace: Pace;
  /** After so many an ad that is still visible is an operator's. */
  readonly hours: number;
}

/** What a look at its page makes of a posting. */
export function afterLook(posting: Posting, { verdict, now, pace, hours }: LookFacts): Posting {
  const { recall } = posting;
  if (recall?.page === undefined) return posting;
  const { page, toldAt = recall.since } = recall;
  const looks = page.looks + 1;
  const overdue = verdict.seen === 'stillVisible' && isOverdue(toldAt, now, hours, pace);
  const seen: PageSeen = {
    ...verdict,
    since: page.seen?.seen === verdict.seen ? page.seen.since : now,
    at: now,
    ...(overdue && { overdueHours: hours }),
  };
  const lookAt = verdict.seen === 'gone' ? undefined : nextLookAt(looks, toldAt, now, pace);
  const escalatedAt = recall.escalatedAt ?? (overdue ? now : undefined);
  return { ...posting, recall: { ...recall, page: { ...page, looks, seen }, lookAt, escalatedAt } };
}
