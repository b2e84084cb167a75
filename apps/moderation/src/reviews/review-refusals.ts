import { Problem } from '@accord/service/problem';

import type { Refusal } from '../domain/review-life.js';

const words: Readonly<Record<Refusal, string>> = {
  superseded:
    'A newer text, or a withdrawal of the offer, has taken the place of what was reviewed: nothing is left to decide.',
  decided: 'This review has been decided: read it again.',
  claimed: 'Another moderator has claimed this review: take another one, or wait until the claim ends.',
  stale: 'The review has changed since you read it: read it again.',
  'other-revision': 'The review is about another revision than the one you judged: read the offer again.',
  'own-verdict': 'An appeal against your own verdict is for another moderator.',
};

/** What a moderator is told who cannot take or decide a review. */
export function refused(refusal: Refusal): Problem {
  if (refusal === 'stale') return new Problem('precondition-failed', words.stale);
  if (refusal === 'own-verdict') return new Problem('forbidden', words[refusal]);
  return new Problem(refusal === 'claimed' ? 'conflict' : 'state-forbids', words[refusal]);
}

export const noReview = (): Problem => new Problem('not-found', 'There is no such review.');
