import { type AgreementOptions, clauseOf } from './clause.js';

const wording = { id: 'multidiffusion', version: 1, language: 'fr' as const };
const offer = '01900000-0000-7000-8000-000000000001';

describe('the clause that options stand for', () => {
  it.each<[string, string | undefined, AgreementOptions, object]>([
    [
      'one offer with named partners',
      offer,
      { with: ['emploi-public'] },
      { effect: 'allow', offers: 'one', offerId: offer, audience: { kind: 'partners', partners: ['emploi-public'] } },
    ],
    [
      'all offers with all public ones',
      undefined,
      { allOffers: true, withAllPublic: true },
      { offers: 'all', audience: { kind: 'allPublic' } },
    ],
    [
      'bakers in Ille-et-Vilaine with everybody, refused',
      undefined,
      { occupation: ['D1102'], department: ['35'], withAll: true, refuse: true },
      {
        effect: 'refuse',
        offers: 'filter',
        filter: { occupations: ['D1102'], departments: ['35'] },
        audience: { kind: 'all' },
      },
    ],
    [
      'a category, for a time, under a condition, by somebody',
      offer,
      {
        withCategory: ['training'],
        until: '2026-10-11T00:00:00Z',
        condition: ['oneClick'],
        by: 'Camille',
        role: 'Gérante',
      },
      {
        audience: { kind: 'categories', categories: ['training'] },
        until: '2026-10-11T00:00:00Z',
        conditions: ['oneClick'],
        givenBy: { name: 'Camille', role: 'Gérante' },
      },
    ],
  ])('%s', (_what, id, options, clause) =>
    expect(clauseOf(id, options, wording)).toMatchObject({ ...clause, wording }),
  );

  it.each<[string, string | undefined, AgreementOptions]>([
    ['no offers', undefined, { withAll: true }],
    ['offers twice', offer, { allOffers: true, withAll: true }],
    ['nobody', offer, {}],
    ['partners twice', offer, { with: ['p'], withAll: true }],
  ])('is none where they name %s', (_what, id, options) =>
    expect(() => clauseOf(id, options, wording)).toThrow(/once/),
  );
});
