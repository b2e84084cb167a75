import { isExhausted, type Pace, retryWaitMs } from '@accord/receipts/webhook-retry';

import type { Attempted, AttemptResult } from './attempt-result.js';
import { inState, type Known, type Posting } from './posting.js';
import { told } from './recall-state.js';

export interface AttemptFacts {
  readonly attempted: Attempted;
  readonly result: AttemptResult;
  /** The attempt's id, which is the permit's. */
  readonly permit: string;
  /** Whether the row was still leased to whoever made the request; else another one may be under way. */
  readonly ownedLease: boolean;
  readonly now: Date;
  readonly pace: Pace;
}

/**
 * What an answer makes of a posting. What was learnt of the partner counts whatever is wanted by now; what to do next follows
 * from what is wanted now.
 */
export function afterAttempt(posting: Posting, facts: AttemptFacts): Posting {
  const learnt = withLearnt({ ...posting, asks: 0, permit: facts.permit }, facts);
  const current = posting.wanted.version === facts.attempted.version && posting.wanted.kind === facts.attempted.kind;
  if (current) return next(learnt, facts);
  if (posting.wanted.kind !== 'nothing') return { ...learnt, dueAt: facts.now };
  const ended = { ...learnt, dueAt: undefined };
  return learnt.mayHold ? inState(ended, 'removalUnconfirmed', facts.now, posting.reason) : ended;
}

function withLearnt(posting: Posting, facts: AttemptFacts): Posting {
  const { attempted, result } = facts;
  const mayHave = attempted.kind === 'show' && mayHaveArrived(result);
  const reached =
    attempted.kind === 'remove' && mayHaveArrived(result) ? told(posting, facts.now, facts.pace) : posting;
  const seen = mayHave ? { ...reached, mayHold: true } : reached;
  if (result.kind !== 'received' || attempted.version <= posting.known.version) return seen;
  const known = knownFrom(attempted);
  if (attempted.kind === 'show') return { ...seen, known };
  // A show newer than this removal may be on its way from someone else, unless the row was ours all the time.
  const isLast = facts.ownedLease || posting.wanted.version === attempted.version;
  return { ...seen, known, mayHold: posting.mayHold && !isLast, publicUrl: undefined };
}

const mayHaveArrived = (result: AttemptResult): boolean => !('sent' in result) || result.sent === 'maybe';

function knownFrom({ kind, version, revision }: Attempted): Known {
  return kind === 'show' ? { kind, version, revision: revision ?? 0 } : { kind, version };
}

function next(posting: Posting, facts: AttemptFacts): Posting {
  const { result, now, attempted } = facts;
  const tried = { ...posting, attempts: posting.attempts + 1 };
  switch (result.kind) {
    case 'received':
      return confirmed({ ...tried, dueAt: undefined }, now);
    case 'refused':
      return attempted.kind === 'show'
        ? inState({ ...tried, dueAt: undefined }, 'refused', now, `http-${result.status}`)
        : retried(tried, `http-${result.status}`, facts);
    case 'gone':
      return { ...tried, dueAt: now, reason: 'endpoint-gone' };
    case 'failed':
      return retried(tried, result.reason, facts);
    case 'cut':
      return { ...posting, dueAt: now };
  }
}

function confirmed(posting: Posting, now: Date): Posting {
  if (posting.wanted.kind === 'remove') return inState(posting, 'removed', now, posting.wanted.because);
  return inState(posting, posting.publicUrl === undefined ? 'sent' : 'live', now);
}

function retried(posting: Posting, reason: string, { result, now, pace }: AttemptFacts): Posting {
  const retryAfterMs = result.kind === 'failed' ? result.retryAfterMs : undefined;
  const dueAt = new Date(now.getTime() + retryWaitMs(posting.attempts, pace, retryAfterMs));
  const late = posting.wanted.kind === 'show' ? 'failing' : 'removalUnconfirmed';
  const state = isExhausted(posting.attempts) ? late : posting.state;
  return inState({ ...posting, dueAt }, state, now, reason);
}
