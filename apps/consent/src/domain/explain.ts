import { allowedPartners, isOutdated, type PartnerFacts, rankOf } from './allowed-partners.js';
import { type Clause, clauseStanding } from './clause.js';
import { isHalted, type ShowFacts } from './may-show.js';
import { coversOffer } from './offer-facts.js';
import { standingOf } from './standing.js';

/** One condition on the way of an offer to a partner. */
export interface Gate {
  /** Stable, for programs. */
  readonly rule: string;
  readonly passed: boolean;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What became of one clause in the question. */
export interface ConsideredClause {
  readonly agreement: string;
  readonly effect: Clause['effect'];
  /** Greater is more specific. */
  readonly rank: number;
  readonly outcome:
    | 'decides'
    | 'outranked'
    | 'conditions-unmet'
    | 'terms-changed'
    | 'other-offer'
    | 'other-partner'
    | Exclude<ReturnType<typeof clauseStanding>, 'inForce'>;
  readonly unmet?: readonly string[];
}

export interface Explanation {
  readonly allowed: boolean;
  readonly gates: readonly Gate[];
  readonly clauses: readonly ConsideredClause[];
}

/** Every gate on the way of an offer to one partner, passed or not, with what decided it. Agrees with `whereItMayBe`. */
export function explain(facts: ShowFacts, partner: PartnerFacts, now: Date): Explanation {
  const gates = [...offerGates(facts, now), ...haltGates(facts, partner), ...agreementGates(facts, partner, now)];
  return { allowed: gates.every(({ passed }) => passed), gates, clauses: considered(facts, partner, now) };
}

function offerGates({ offer }: ShowFacts, now: Date): Gate[] {
  const { intent, verdict, shown } = offer;
  const open = shown !== undefined && standingOf({ ...offer, intent: 'show' }, false, now) === 'published';
  return [
    { rule: 'offer.wanted', passed: intent === 'show', data: { intent } },
    { rule: 'offer.verified', passed: shown !== undefined, data: { verdict, revision: shown?.revision ?? null } },
    {
      rule: 'offer.window',
      passed: open,
      data: { opensAt: shown?.opensAt ?? null, closesAt: shown?.closesAt ?? null, now },
    },
  ];
}

function haltGates(facts: ShowFacts, { partner }: PartnerFacts): Gate[] {
  const on = facts.halts.filter(({ scope }) => scope.kind === 'partner' && scope.id === partner);
  const offerHalts = facts.halts.filter(({ scope }) => scope.kind !== 'partner');
  return [
    { rule: 'halt.offer', passed: !isHalted(facts), data: { halts: isHalted(facts) ? offerHalts : [] } },
    { rule: 'halt.partner', passed: on.length === 0, data: { halts: on } },
  ];
}

function agreementGates({ offer, clauses }: ShowFacts, partner: PartnerFacts, now: Date): Gate[] {
  const { receives, category, conditions, materialTerms } = partner;
  const active: Gate = { rule: 'partner.receives', passed: receives, data: { category, conditions, materialTerms } };
  if (offer.shown === undefined)
    return [active, { rule: 'agreement', passed: false, data: { because: 'no-agreement' } }];
  const question = { offerId: offer.offerId, traits: offer.shown.traits };
  const [answer] = allowedPartners(question, clauses, [{ ...partner, receives: true }], now);
  if (answer?.allowed === true)
    return [active, { rule: 'agreement', passed: true, data: { agreement: answer.clause.id } }];
  const clause = answer !== undefined && 'clause' in answer ? answer.clause.id : null;
  return [
    active,
    { rule: 'agreement', passed: false, data: { because: answer?.because ?? 'no-agreement', agreement: clause } },
  ];
}

function considered({ offer, clauses }: ShowFacts, partner: PartnerFacts, now: Date): ConsideredClause[] {
  const matching = clauses.filter((clause) => outcomeAlone(clause, offer, partner, now) === 'matches');
  const highest = Math.max(...matching.map(rankOf));
  const top = matching.filter((clause) => rankOf(clause) === highest);
  const refused = top.some(({ effect }) => effect === 'refuse');
  let decided = false;
  return [...clauses].sort(mostSpecificFirst).map((clause) => {
    const { id: agreement, effect } = clause;
    const base = { agreement, effect, rank: rankOf(clause) };
    const alone = outcomeAlone(clause, offer, partner, now);
    if (alone !== 'matches') return { ...base, outcome: alone };
    if (!top.includes(clause) || decided) return { ...base, outcome: 'outranked' };
    const unmet = clause.conditions.filter((one) => !partner.conditions.includes(one));
    if (refused && effect === 'allow') return { ...base, outcome: 'outranked' };
    if (unmet.length > 0) return { ...base, outcome: 'conditions-unmet', unmet };
    if (isOutdated(clause, partner)) return { ...base, outcome: 'terms-changed' };
    decided = true;
    return { ...base, outcome: 'decides' };
  });
}

type Alone =
  'matches' | Exclude<ConsideredClause['outcome'], 'decides' | 'outranked' | 'conditions-unmet' | 'terms-changed'>;

function outcomeAlone(clause: Clause, offer: ShowFacts['offer'], partner: PartnerFacts, now: Date): Alone {
  const standing = clauseStanding(clause, now);
  if (standing !== 'inForce') return standing;
  if (offer.shown === undefined || !coversOffer(clause, offer.offerId, offer.shown.traits)) return 'other-offer';
  return reaches(clause, partner) ? 'matches' : 'other-partner';
}

/** Whether a clause is about this partner. */
export function reaches({ audience }: Clause, { partner, category }: PartnerFacts): boolean {
  switch (audience.kind) {
    case 'partners':
      return audience.partners.includes(partner);
    case 'categories':
      return audience.categories.includes(category);
    case 'allPublic':
      return category === 'public';
    case 'all':
      return true;
  }
}

const mostSpecificFirst = (a: Clause, b: Clause): number =>
  rankOf(b) - rankOf(a) || a.givenAt.getTime() - b.givenAt.getTime() || (a.id < b.id ? -1 : 1);
