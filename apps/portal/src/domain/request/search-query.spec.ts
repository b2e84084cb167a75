import { searchQuery } from './search-query.js';

const parsed = (query: object) => searchQuery.parse(query);
const errorsOf = (query: object) =>
  searchQuery
    .safeParse(query)
    .error?.issues.map(({ path, message, code }) => ({ path: path.join('/'), message, code })) ?? [];

describe('a search', () => {
  it('takes words, lists and a place', () =>
    expect(
      parsed({ q: ' boulanger ', occupation: 'D1102,D1101', contract: 'CDI', commune: '35238', radius: '20' }),
    ).toEqual({
      q: 'boulanger',
      occupation: ['D1102', 'D1101'],
      contract: ['CDI'],
      commune: ['35238'],
      radius: 20,
      payUnit: 'HOUR',
      highlights: false,
      countTo: 200,
      limit: 20,
    }));

  it.each([
    ['separated by commas', 'CDI,CDD'],
    ['repeated', ['CDI', 'CDD']],
    ['both, with blanks and one twice', ['CDI, CDD', 'CDI']],
  ])('takes values %s', (_, contract) => expect(parsed({ contract }).contract).toEqual(['CDI', 'CDD']));

  it.each([
    ['62.01Z', '6201Z'],
    ['6201z', '6201Z'],
    ['62', '62'],
    ['62.0', '620'],
  ])('takes the sector %s at its level', (given, read) => expect(parsed({ sector: given }).sector).toEqual([read]));

  it.each([
    ['30', { days: 30 }],
    ['2026-11-01', { day: '2026-11-01' }],
  ])('takes posted since %s', (postedSince, read) => expect(parsed({ postedSince }).postedSince).toEqual(read));

  it.each([
    ['occupation', 'boulanger', 'GET /v1/nomenclatures/occupations'],
    ['occupation', 'Z1234', '"Z1234" is not accepted'],
    ['domain', 'M1', 'M18'],
    ['domain', 'Z', 'from A to N'],
    ['sector', '6', 'NAF'],
    ['sector', '99.99Z', 'NAF'],
    ['commune', '35000', 'a postal code is not one'],
    ['department', '99', '2A'],
    ['region', '99', 'GET /v1/nomenclatures/regions'],
    ['employmentArea', 'Rennes', 'employment-areas'],
    ['contract', 'XXX', '"XXX" is not accepted: one of CDI, CDD'],
    ['nature', 'E9', 'E1, E2'],
    ['workingTime', 'half', 'one of full, part'],
    ['experience', 'X', 'one of D, S, E'],
    ['training', 'BAC', 'NV5'],
    ['qualification', '10', '1, 2'],
    ['licence', 'Z', 'AM, A1'],
    ['language', 'qq', 'ISO 639'],
    ['remote', 'yes', 'none, hybrid, full'],
    ['access', 'wheelchair', 'handicap'],
    ['openings', '4', 'one of 2, 3, 5'],
    ['openings', '2,3', 'at most 1'],
    ['origin', 'NOT A PARTNER', 'partner'],
    ['facets', 'colour', 'contract'],
    ['anonymous', 'perhaps', 'true'],
    ['postedSince', 'yesterday', '"yesterday" is not accepted'],
    ['postedSince', '0', 'from 1 to 365'],
    ['postedSince', '2026-02-30', 'first day'],
    ['hoursMin', '61', ''],
    ['payMin', '-1', ''],
    ['payUnit', 'DAY', 'HOUR'],
    ['sort', 'best', 'relevance'],
    ['limit', '1000', ''],
    ['q', '', ''],
    ['contract', '', 'an empty value is not accepted'],
  ])('refuses %s=%s and says what it takes', (name, value, says) => {
    const errors = errorsOf({ [name]: value });
    expect(errors).toEqual([{ path: name, message: expect.stringContaining(says), code: expect.any(String) }]);
  });

  it('repeats no value that could be more than a code', () =>
    expect(JSON.stringify(errorsOf({ contract: 'camille@example.org' }))).not.toContain('camille'));

  it('names every value that is wrong, and what is unknown', () => {
    expect(errorsOf({ contract: 'CDI,XX,YY' })).toHaveLength(2);
    expect(searchQuery.safeParse({ pay: '12', couleur: 'bleu' }).error?.issues).toMatchObject([
      { code: 'unrecognized_keys', keys: ['pay', 'couleur'] },
    ]);
  });

  it.each([
    ['a radius without a commune', { radius: '10' }, 'radius'],
    ['a radius around two communes', { radius: '10', commune: '35238,35051' }, 'radius'],
    ['distance without a commune', { sort: 'distance' }, 'sort'],
    ['a radius around a place that is not known', { radius: '10', commune: '98735' }, 'commune'],
    ['fewer hours at most than at least', { hoursMin: '36', hoursMax: '35' }, 'hoursMax'],
  ])('refuses %s', (_, query, path) => expect(errorsOf(query)).toMatchObject([{ path }]));
});
