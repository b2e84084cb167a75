import { postingChanged } from '@accord/contracts/events/posting-changed';
import { addAllToOutbox } from '@accord/messaging/outbox';
import type { EntityManager } from 'typeorm';

import { isNews, nextOutcomeVersion, outcomeOf } from './domain/outcome-event.js';
import type { Posting } from './domain/posting.js';

export interface PostingChange {
  readonly before?: Posting;
  readonly after: Posting;
}

/** The postings as they are to be stored: what is news to others gets the next outcome version. */
export function withVersions(changes: readonly PostingChange[], now: Date): { all: Posting[]; news: Posting[] } {
  const news: Posting[] = [];
  const all = changes.map(({ before, after }) => {
    if (!isNews(before, after)) return after;
    const told = { ...after, outcomeVersion: nextOutcomeVersion(after.outcomeVersion, now) };
    news.push(told);
    return told;
  });
  return { all, news };
}

/** Tells of postings that were stored in this transaction. */
export async function tellOutcomes(tx: EntityManager, postings: readonly Posting[]): Promise<void> {
  await addAllToOutbox(tx, postingChanged, postings.map(outcomeOf));
}
