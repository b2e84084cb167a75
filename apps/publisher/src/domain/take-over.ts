import { inState, type Posting } from './posting.js';

/**
 * A posting whose sender vanished: nobody knows whether its request left. It is due again under the same version and
 * `webhook-id`, and a show counts as arrived.
 */
export function takenOver(posting: Posting, leasedFor: 'show' | 'remove' | undefined, now: Date): Posting {
  const mayHold = posting.mayHold || leasedFor === 'show';
  const { wanted, known, state } = posting;
  if (wanted.kind === 'nothing') {
    const ended = { ...posting, mayHold, dueAt: undefined };
    return mayHold ? inState(ended, 'removalUnconfirmed', now, posting.reason) : ended;
  }
  const isOver = wanted.version === known.version || state === 'refused';
  return { ...posting, mayHold, dueAt: isOver ? undefined : now };
}
