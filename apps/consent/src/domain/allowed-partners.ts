import type { Condition, PartnerCategory } from '@accord/contracts/code-lists';

import { audienceRank, type Clause, clauseStanding, offersRank } from './clause.js';
import { coversOffer, type OfferTraits } from './offer-facts.js';

/** A portal as the rule sees it. */
export interface PartnerFacts {
  readonly partner: string;
  /** The operator's word. */
  readonly category: PartnerCategory;
  /** Declared by the partner and confirmed by the operator. */
  readonly conditions: readonly Condition[];
  /** The last version of its own terms with a material change, 0 for none: agreements under older ones do not count here. */
  readonly materialTerms: number;
  /** It receives offers, and the directory neither suspended nor closed it. */
  readonly receives: boolean;
}

/** Yes or no for one partner, with the clause that decided. */
export type PartnerAnswer =
  | { readonly partner: string; readonly allowed: true; readonly clause: Clause }
  | { readonly partner: string; readonly allowed: false; readonly because: 'no-agreement' | 'partner-inactive' }
  | {
      readonly partner: string;
      readonly allowed: false;
      readonly because: 'refused' | 'terms-changed';
      readonly clause: Clause;
    }
  | {
      readonly partner: string;
      readonly allowed: false;
      readonly because: 'conditions-unmet';
      readonly clause: Clause;
      readonly unmet: readonly Condition[];
    };

export interface OfferInQuestion {
  readonly offerId: string;
  readonly traits: OfferTraits;
}

/**
 * The rule of DESIGN.md §3. Of the clauses in force that match, the most specific wins: by offers, then by audience; at equal
 * rank a refusal; among allows the earliest whose conditions the partner meets and that its terms have not outdated since.
 * Silence is a no.
 */
export function allowedPartners(
  offer: OfferInQuestion,
  clauses: readonly Clause[],
  partners: readonly PartnerFacts[],
  now: Date,
): PartnerAnswer[] {
  const ranked = rankedClauses(
    clauses.filter((one) => clauseStanding(one, now) === 'inForce' && coversOffer(one, offer.offerId, offer.traits)),
  );
  return partners.map((partner) => answerFor(partner, ranked));
}

function answerFor(facts: PartnerFacts, ranked: readonly RankedClauses[]): PartnerAnswer {
  const { partner, receives } = facts;
  if (!receives) return { partner, allowed: false, because: 'partner-inactive' };
  for (const rank of ranked) {
    const winning = rank.clausesFor(facts);
    if (winning.length > 0) return amongEquals(facts, winning);
  }
  return { partner, allowed: false, because: 'no-agreement' };
}

/** Whether the partner's terms have changed since, in a way that asks whoever gave it again. A refusal never ages. */
export const isOutdated = ({ effect, terms }: Clause, { partner, materialTerms }: PartnerFacts): boolean =>
  effect === 'allow' && (terms.get(partner) ?? 0) < materialTerms;

/** The clauses of one rank, earliest first. */
function amongEquals(facts: PartnerFacts, clauses: readonly Clause[]): PartnerAnswer {
  const { partner, conditions } = facts;
  const refusal = clauses.find(({ effect }) => effect === 'refuse');
  if (refusal !== undefined) return { partner, allowed: false, because: 'refused', clause: refusal };
  const unmetOf = (clause: Clause) => clause.conditions.filter((one) => !conditions.includes(one));
  const met = clauses.filter((clause) => unmetOf(clause).length === 0);
  const current = met.find((clause) => !isOutdated(clause, facts));
  if (current !== undefined) return { partner, allowed: true, clause: current };
  const [outdated] = met;
  if (outdated !== undefined) return { partner, allowed: false, because: 'terms-changed', clause: outdated };
  const [clause] = clauses;
  if (clause === undefined) return { partner, allowed: false, because: 'no-agreement' };
  return { partner, allowed: false, because: 'conditions-unmet', clause, unmet: unmetOf(clause) };
}

/** Clauses of one rank, found by partner without a walk over all of them. */
interface RankedClauses {
  clausesFor(partner: PartnerFacts): readonly Clause[];
}

const offersKinds = ['one', 'filter', 'all'] as const;
const audienceKinds = ['partners', 'categories', 'allPublic', 'all'] as const;

/** From the most specific rank to the least. */
function rankedClauses(clauses: readonly Clause[]): RankedClauses[] {
  const ordered = [...clauses].sort(byTimeGiven);
  return offersKinds.flatMap((offers) => {
    const those = ordered.filter(({ scope }) => scope.offers === offers);
    return those.length === 0 ? [] : audienceKinds.map((kind) => ofAudience(those, kind));
  });
}

function ofAudience(clauses: readonly Clause[], kind: Clause['audience']['kind']): RankedClauses {
  const those = clauses.filter(({ audience }) => audience.kind === kind);
  const byKey = new Map<string, Clause[]>();
  for (const clause of those) {
    for (const key of new Set(keysOf(clause))) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [clause]);
      else list.push(clause);
    }
  }
  return { clausesFor: ({ partner, category }) => byKey.get(keyFor[kind](partner, category)) ?? [] };
}

const keyFor = {
  partners: (partner: string) => partner,
  categories: (_partner: string, category: string) => category,
  allPublic: (_partner: string, category: string) => category,
  all: () => '',
} as const;

function keysOf({ audience }: Clause): readonly string[] {
  switch (audience.kind) {
    case 'partners':
      return audience.partners;
    case 'categories':
      return audience.categories;
    case 'allPublic':
      return ['public'];
    case 'all':
      return [''];
  }
}

const byTimeGiven = (a: Clause, b: Clause): number =>
  a.givenAt.getTime() - b.givenAt.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));

/** A clause's place in the order of specificity, for those who are told why: the greater wins. */
export const rankOf = ({ scope, audience }: Pick<Clause, 'scope' | 'audience'>): number =>
  offersRank[scope.offers] * 4 + audienceRank[audience.kind];
