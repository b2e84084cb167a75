import { postingChanged } from '@accord/contracts/events/posting-changed';
import { addAllToOutbox } from '@accord/messaging/outbox';
import type { EntityManager } from 'typeorm';

import { isNews, nextOutcomeVersion, outcomeOf } from './domain/outcome-event.js';
import type { Posting } from './domain/posting.js';
import { recalled } from './domain/recall-state.js';

export interface PostingChange {
  readonly before?: Posting;
  readonly after: Posting;
}

/** Recalls that took a turn: silence, or an operator's. */
export interface RecallTurns {
  readonly confirmed: readonly Posting[];
  readonly escalated: readonly Posting[];
}

interface Versioned {
  readonly all: Posting[];
  readonly news: Posting[];
  readonly recalls: RecallTurns;
}

/** The postings as they are to be stored: what is news to others gets the next outcome version. */
export function withVersions(changes: readonly PostingChange[], now: Date): Versioned {
  const steps = changes.map(({ before, after: changed }) => {
    const after = recalled(before, changed, now);
    const isTold = isNews(before, after);
    const version = isTold ? nextOutcomeVersion(after.outcomeVersion, now) : after.outcomeVersion;
    return { before, isTold, after: isTold ? { ...after, outcomeVersion: version } : after };
  });
  const turned = (to: 'confirmedAt' | 'escalatedAt') =>
    steps.flatMap(({ before, after }) =>
      after.recall?.[to] !== undefined && before?.recall?.[to] === undefined ? [after] : [],
    );
  return {
    all: steps.map(({ after }) => after),
    news: steps.flatMap(({ isTold, after }) => (isTold ? [after] : [])),
    recalls: { confirmed: turned('confirmedAt'), escalated: turned('escalatedAt') },
  };
}

/** Tells of postings that were stored in this transaction. */
export async function tellOutcomes(tx: EntityManager, postings: readonly Posting[]): Promise<void> {
  await addAllToOutbox(tx, postingChanged, postings.map(outcomeOf));
}
