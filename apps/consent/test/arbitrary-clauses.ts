import type { OfferFilter } from '@accord/contracts/agreement';
import fc from 'fast-check';

import type { PartnerFacts } from '../src/domain/allowed-partners.js';
import type { Clause } from '../src/domain/clause.js';
import { now, thisOffer } from './rule-table.js';

const someOffer = fc.constantFrom(thisOffer, '01900000-0000-7000-8000-000000000002');
const partnerName = fc.constantFrom('p', 'q', 'r', 's');
const category = fc.constantFrom('public' as const, 'private' as const, 'training' as const);
const condition = fc.constantFrom('oneClick' as const, 'noAccount' as const);
const version = fc.integer({ min: 1, max: 3 });
const day = fc.integer({ min: -3, max: 3 }).map((days) => new Date(now.getTime() + days * 86_400_000));

const scope: fc.Arbitrary<Clause['scope']> = fc.oneof(
  fc.constant({ offers: 'all' as const }),
  someOffer.map((offerId) => ({ offers: 'one' as const, offerId })),
  fc.record({
    offers: fc.constant('filter' as const),
    filter: fc.constantFrom<OfferFilter>(
      { occupations: ['D11'] },
      { occupations: ['M18'] },
      { departments: ['35'], contractTypes: ['CDI'] },
      { communes: ['75056'] },
    ),
  }),
);

const audience: fc.Arbitrary<Clause['audience']> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.constant({ kind: 'allPublic' as const }),
  fc.uniqueArray(category, { minLength: 1 }).map((categories) => ({ kind: 'categories' as const, categories })),
  fc.uniqueArray(partnerName, { minLength: 1 }).map((partners) => ({ kind: 'partners' as const, partners })),
);

const clause: fc.Arbitrary<Omit<Clause, 'id'>> = fc.record(
  {
    effect: fc.constantFrom('allow' as const, 'refuse' as const),
    scope,
    audience,
    from: day,
    until: day,
    conditions: fc.uniqueArray(condition),
    pendingProof: fc.boolean(),
    terms: fc
      .uniqueArray(fc.tuple(partnerName, version), { selector: ([partner]) => partner })
      .map((all) => new Map(all)),
    givenAt: day,
    begun: fc.boolean(),
    ended: fc.constantFrom('withdrawn' as const, 'lapsed' as const, 'replaced' as const),
  },
  { requiredKeys: ['effect', 'scope', 'audience', 'conditions', 'pendingProof', 'terms', 'givenAt', 'begun'] },
);

/** Clauses that often collide: few partners, few days, few kinds. */
export const someClauses: fc.Arbitrary<Clause[]> = fc
  .array(clause, { maxLength: 7 })
  .map((clauses) => clauses.map((one, at) => ({ ...one, id: `clause-${at}` })));

export const somePartners: fc.Arbitrary<PartnerFacts[]> = fc.uniqueArray(
  fc.record({
    partner: partnerName,
    category,
    conditions: fc.uniqueArray(condition),
    materialTerms: fc.integer({ min: 0, max: 2 }),
    receives: fc.boolean(),
  }),
  { selector: ({ partner }) => partner },
);
