import type { Clause } from './clause.js';
import type { OfferFacts } from './offer-facts.js';

const earliest = (instants: readonly (Date | undefined)[]): Date | undefined =>
  instants.reduce((first, at) => (at !== undefined && (first === undefined || at < first) ? at : first), undefined);

type Timed = Pick<Clause, 'from' | 'until' | 'begun' | 'ended'>;

const beginsAt = ({ from, begun, ended }: Timed): Date | undefined => (begun || ended !== undefined ? undefined : from);
const endsAt = ({ until, ended }: Timed): Date | undefined => (ended === undefined ? until : undefined);

/** When the clock will next change what a holder's clauses allow, if nobody does before. */
export const nextClauseChange = (clauses: readonly Timed[]): Date | undefined =>
  earliest(clauses.flatMap((clause) => [beginsAt(clause), endsAt(clause)]));

export interface ClausesDue<C> {
  /** To be stored as begun. */
  readonly beginning: readonly C[];
  /** To be stored as lapsed. */
  readonly lapsing: readonly C[];
}

/** What the clock has changed and no row says yet. */
export function clausesDue<C extends Timed>(clauses: readonly C[], now: Date): ClausesDue<C> {
  const past = (at: Date | undefined) => at !== undefined && at <= now;
  const lapsing = clauses.filter((clause) => past(endsAt(clause)));
  const beginning = clauses.filter((clause) => past(beginsAt(clause)) && !lapsing.includes(clause));
  return { beginning, lapsing };
}

/** When the clock will next change whether an offer may be shown. */
export function nextOfferChange({ intent, shown }: OfferFacts, now: Date): Date | undefined {
  if (intent === 'erased' || intent === 'withdrawn' || shown === undefined || shown.lapsed) return undefined;
  const opens = shown.opensAt !== undefined && shown.opensAt > now ? shown.opensAt : undefined;
  return earliest([opens, shown.closesAt]);
}
