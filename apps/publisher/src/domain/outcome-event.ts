import type { PostingChanged } from '@accord/contracts/events/posting-changed';

import type { Posting } from './posting.js';
import type { PageSeen, Recall, RecalledPage } from './recall.js';

/** What others are told of a posting. */
export function outcomeOf(posting: Posting): PostingChanged {
  const { known } = posting;
  return {
    offerId: posting.offerId,
    partner: posting.partner,
    postingId: posting.id,
    version: posting.outcomeVersion,
    state: posting.state,
    wantedVersion: posting.wanted.version,
    knownVersion: known.version,
    mayHold: posting.mayHold,
    ...(known.kind === 'show' && { revision: known.revision }),
    since: posting.since.toISOString(),
    ...(posting.publicUrl !== undefined && { publicUrl: posting.publicUrl }),
    ...(posting.reason !== undefined && { reason: posting.reason }),
    attempts: posting.attempts,
    ...(posting.dueAt !== undefined && { nextAttemptAt: posting.dueAt.toISOString() }),
    ...(posting.permit !== undefined && { permit: posting.permit }),
    ...(posting.recall !== undefined && recallOf(posting.recall)),
  };
}

function recallOf({ toldAt, page }: Recall): Pick<PostingChanged, 'toldAt' | 'page'> {
  return {
    ...(toldAt !== undefined && { toldAt: toldAt.toISOString() }),
    ...(page?.seen !== undefined && { page: pageOf(page, page.seen) }),
  };
}

const pageOf = ({ url }: RecalledPage, { seen, since, at, overdueHours }: PageSeen): PostingChanged['page'] => ({
  url,
  seen,
  since: since.toISOString(),
  at: at.toISOString(),
  ...(overdueHours !== undefined && { overdueHours }),
});

/**
 * Whether others must hear of a change. When the next request will be made is no news of its own: a posting that consent
 * refuses again and again is told once; nor is one more look at a page that shows what it showed before.
 */
export function isNews(before: Posting | undefined, after: Posting): boolean {
  if (before === undefined) return true;
  const told = ({ nextAttemptAt, version, page, ...rest }: PostingChanged) =>
    JSON.stringify({ ...rest, page: page && { ...page, at: undefined } });
  return told(outcomeOf(before)) !== told(outcomeOf(after));
}

/**
 * The version after this one. It is never below the time in milliseconds, so that a database that was restored, or made anew,
 * goes on above what it had told before.
 */
export const nextOutcomeVersion = (version: number, now: Date): number => Math.max(version + 1, now.getTime());
