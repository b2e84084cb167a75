import type { Pace } from '@accord/receipts/webhook-retry';

import type { Attempted, Unsent } from './attempt-result.js';
import { inState, type Posting } from './posting.js';
import { askAgainWaitMs, notReadyWaitMs, refusalWaitMs } from './retry-schedule.js';

export interface UnsentFacts {
  readonly attempted: Attempted;
  readonly unsent: Unsent;
  readonly now: Date;
  readonly pace: Pace;
}

/** A posting for which nothing was sent: no attempt is counted, and it is due again. */
export function afterUnsent(posting: Posting, facts: UnsentFacts): Posting {
  const { unsent, now, pace, attempted } = facts;
  if (posting.wanted.kind === 'nothing') return { ...posting, asks: 0, dueAt: undefined };
  if (posting.wanted.version !== attempted.version) return { ...posting, asks: 0, dueAt: now };
  const dueIn = (ms: number) => new Date(now.getTime() + ms);
  switch (unsent.kind) {
    case 'refusal':
      return refused({ ...posting, asks: 0, dueAt: dueIn(refusalWaitMs(pace)) }, unsent.rule, now);
    case 'askAgain':
      return { ...posting, asks: posting.asks + 1, dueAt: dueIn(askAgainWaitMs(posting.asks, pace)) };
    case 'notReady':
      return { ...posting, dueAt: dueIn(notReadyWaitMs(pace)) };
    case 'unsendable':
      return inState({ ...posting, asks: 0, dueAt: dueIn(refusalWaitMs(pace)) }, 'failing', now, unsent.because);
  }
}

/** A removal that is refused stays one: something newer is on its way. */
const refused = (posting: Posting, rule: string, now: Date): Posting =>
  posting.wanted.kind === 'show' ? inState(posting, 'notAllowed', now, rule) : posting;
