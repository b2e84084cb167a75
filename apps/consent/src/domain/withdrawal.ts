import type { Clause } from './clause.js';

/** A request that may be under way. */
export interface OpenShow {
  readonly permit: string;
  readonly offerId: string;
  readonly partner: string;
  readonly agreement: string;
}

/**
 * The permits that a withdrawal must see closed before it is *stopped*: those that name a withdrawn clause, whatever else
 * may allow the pair, and those that the clauses of this commit do not allow.
 */
export function permitsToClose<P extends OpenShow>(
  open: readonly P[],
  withdrawn: ReadonlySet<string>,
  stillAllowed: (permit: P) => boolean,
): P[] {
  return open.filter((permit) => withdrawn.has(permit.agreement) || !stillAllowed(permit));
}

/**
 * Whether a clause that begins to count can take something away: a refusal, or an allow whose condition a partner may not
 * meet and which is more specific than the one that let it in. An allow without conditions only ever adds.
 */
export const canTakeAway = ({ effect, conditions }: Pick<Clause, 'effect' | 'conditions'>): boolean =>
  effect === 'refuse' || conditions.length > 0;
