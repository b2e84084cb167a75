import type { Verdict } from '@accord/contracts/events/offer-verified';

/** One word on one revision, and what was approved before it. */
export interface Word {
  readonly revision: number;
  readonly verdict: Verdict;
  /** The earlier approved revision comes down too. */
  readonly takeDown: boolean;
  readonly approvedBefore: number | undefined;
}

export interface Standing {
  readonly takeDown: boolean;
  /** The revision that may be shown from now on; none when undefined. */
  readonly approvedRevision: number | undefined;
}

/**
 * What may be shown after a word. An edit that is refused or in doubt leaves what was approved before it on show, unless the
 * word takes it down; a revision that was approved and is now refused comes down, since nobody may show it any longer.
 */
export function standingAfter({ revision, verdict, takeDown, approvedBefore }: Word): Standing {
  switch (verdict) {
    case 'approved':
      return { takeDown: false, approvedRevision: revision };
    case 'inReview':
      return { takeDown: false, approvedRevision: approvedBefore };
    case 'changesRequested':
    case 'rejected': {
      const down = takeDown || approvedBefore === revision;
      return { takeDown: down, approvedRevision: down ? undefined : approvedBefore };
    }
  }
}
