import type { Audience, OfferScope } from '@accord/contracts/agreement';
import type { Condition } from '@accord/contracts/code-lists';

/** How a clause stopped counting; one that did never counts again. */
export type ClauseEnd = 'withdrawn' | 'replaced' | 'lapsed';

/** One agreement as the rule reads it: a clause by a rights holder, for offers, to an audience. */
export interface Clause {
  readonly id: string;
  readonly effect: 'allow' | 'refuse';
  readonly scope: OfferScope;
  readonly audience: Audience;
  /** Counts from then on (included) … */
  readonly from?: Date;
  /** … and until then (excluded). */
  readonly until?: Date;
  /** What a partner must have declared, confirmed by the operator; a refusal has none. */
  readonly conditions: readonly Condition[];
  /** Given by word of mouth: an allow does not count until its proof is there, a refusal does. */
  readonly pendingProof: boolean;
  /** The version of each partner's own terms that it was given under; none of a partner that had not published any. */
  readonly terms: ReadonlyMap<string, number>;
  readonly givenAt: Date;
  /** Its beginning was stored: a clock that steps back does not undo it. */
  readonly begun: boolean;
  /** Its end was stored, likewise. */
  readonly ended?: ClauseEnd;
}

/** Whether a clause counts at an instant, or why not. */
export type ClauseStanding = 'inForce' | 'notYet' | 'over' | 'pendingProof' | ClauseEnd;

export function clauseStanding(clause: Clause, now: Date): ClauseStanding {
  if (clause.ended !== undefined) return clause.ended;
  if (clause.pendingProof && clause.effect === 'allow') return 'pendingProof';
  if (!clause.begun && clause.from !== undefined && clause.from > now) return 'notYet';
  if (clause.until !== undefined && clause.until <= now) return 'over';
  return 'inForce';
}

/** "All offers" is less specific than a filter, a filter less than one offer. */
export const offersRank = { all: 0, filter: 1, one: 2 } as const;
/** From the least specific audience to the most. */
export const audienceRank = { all: 0, allPublic: 1, categories: 2, partners: 3 } as const;
