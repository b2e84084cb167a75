import { facetMark, facetValues } from './facet-values.js';
import { facetNames, isFacetName } from './facets.js';

const counts = new Map([
  ['k:CDI', 5],
  ['k:CDD', 7],
  ['o:M18', 4],
  ['o:M1805', 3],
  ['d:35', 2],
  ['p:12', 3],
  ['p:15', 2],
  ['p:500', 1],
  ['since:1', 2],
  ['since:31', 9],
]);

describe('the values of a facet', () => {
  it('are labelled, the most frequent first', () =>
    expect(facetValues('contract', counts)).toEqual([
      { code: 'CDD', label: 'Contrat à durée déterminée', count: 7 },
      { code: 'CDI', label: 'Contrat à durée indéterminée', count: 5 },
    ]));

  it('tell domains from occupations', () => {
    expect(facetValues('domain', counts).map(({ code }) => code)).toEqual(['M18']);
    expect(facetValues('occupation', counts)).toMatchObject([
      { code: 'M1805', label: expect.stringContaining('Développeur') },
    ]);
  });

  it('add up pay, which is asked for as at least, in cents', () => {
    const at = (code: string) => facetValues('pay', counts).find((value) => value.code === code)?.count;
    expect([at('100'), at('1200'), at('1300'), at('1500'), at('1600'), at('50000')]).toEqual([6, 6, 3, 3, 1, 1]);
  });

  it('count days back, none being nought', () =>
    expect(facetValues('postedSince', counts)).toEqual([
      { code: '1', count: 2 },
      { code: '3', count: 0 },
      { code: '7', count: 0 },
      { code: '14', count: 0 },
      { code: '31', count: 9 },
    ]));

  it('are as many as are of use', () => {
    const many = new Map(Array.from({ length: 500 }, (_, at) => [`o:M${String(1000 + at)}`, at] as const));
    expect(facetValues('occupation', many)).toHaveLength(100);
  });

  it.each(facetNames)('of %s are terms of one kind', (name) =>
    expect(isFacetName(name) && (name === 'postedSince' || facetMark(name) !== undefined)).toBe(true),
  );
});
