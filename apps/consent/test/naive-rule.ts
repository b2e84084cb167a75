import type { OfferInQuestion, PartnerFacts } from '../src/domain/allowed-partners.js';
import type { Clause } from '../src/domain/clause.js';

/**
 * The rule once more, written from its text alone, slowly and without sharing anything: for a property test to compare with.
 * Answers the clause that lets the partner in.
 */
export function naivelyAllowed(
  offer: OfferInQuestion,
  clauses: readonly Clause[],
  partner: PartnerFacts,
  now: Date,
): string | undefined {
  if (!partner.receives) return undefined;
  let winning: Clause[] = [];
  let best = -1;
  for (const clause of clauses) {
    if (clause.ended !== undefined) continue;
    if (clause.pendingProof && clause.effect === 'allow') continue;
    if (clause.from !== undefined && clause.from.getTime() > now.getTime() && !clause.begun) continue;
    if (clause.until !== undefined && now.getTime() >= clause.until.getTime()) continue;
    const offers = offersMatch(clause, offer);
    const audience = audienceMatches(clause, partner);
    if (offers < 0 || audience < 0) continue;
    const rank = offers * 10 + audience;
    if (rank > best) winning = [];
    if (rank >= best) winning.push(clause);
    best = Math.max(best, rank);
  }
  if (winning.some(({ effect }) => effect === 'refuse')) return undefined;
  const met = winning.filter(({ conditions }) => conditions.every((one) => partner.conditions.includes(one)));
  const underItsTerms = met.filter(({ terms }) => {
    const given = terms.get(partner.partner);
    return given === undefined ? partner.materialTerms === 0 : given >= partner.materialTerms;
  });
  const [earliest] = underItsTerms.sort(
    (a, b) => a.givenAt.getTime() - b.givenAt.getTime() || a.id.localeCompare(b.id),
  );
  return earliest?.id;
}

function offersMatch({ scope }: Clause, { offerId, traits }: OfferInQuestion): number {
  if (scope.offers === 'one') return scope.offerId === offerId ? 3 : -1;
  if (scope.offers === 'all') return 1;
  const { occupations, communes, departments, contractTypes } = scope.filter;
  if (occupations !== undefined && !occupations.some((code) => traits.occupation.indexOf(code) === 0)) return -1;
  if (communes !== undefined && !communes.some((code) => traits.communes.includes(code))) return -1;
  if (departments !== undefined && !departments.some((code) => traits.departments.includes(code))) return -1;
  if (contractTypes !== undefined && !contractTypes.includes(traits.contractType)) return -1;
  return 2;
}

function audienceMatches({ audience }: Clause, { partner, category }: PartnerFacts): number {
  if (audience.kind === 'partners') return audience.partners.includes(partner) ? 4 : -1;
  if (audience.kind === 'categories') return audience.categories.includes(category) ? 3 : -1;
  if (audience.kind === 'allPublic') return category === 'public' ? 2 : -1;
  return 1;
}
