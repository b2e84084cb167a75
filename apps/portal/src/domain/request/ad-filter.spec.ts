import { placedStems } from '../words/stems.js';
import { adFilter } from './ad-filter.js';
import { searchQuery } from './search-query.js';

const now = new Date('2026-11-15T12:00:00Z');
const filterOf = (query: object, excluded: string[] = [], without?: Parameters<typeof adFilter>[3]) =>
  adFilter(searchQuery.parse(query), excluded.map(placedStems), now, without);

describe('what a search asks beside its words', () => {
  it.each([
    ['nothing', {}, undefined],
    ['one code', { contract: 'CDI' }, "'k:CDI'"],
    ['any of some codes', { contract: 'CDI,CDD' }, "('k:CDI' | 'k:CDD')"],
    ['all of several filters', { contract: 'CDI', department: '35' }, "('d:35' & 'k:CDI')"],
    ['a domain, as the beginning of occupations', { domain: 'M18' }, "'o:M18'"],
    ['a sector at its level', { sector: '62.0' }, "'n:620'"],
    ['an employment area', { employmentArea: '5315' }, "'z:5315'"],
    ['hours at least', { hoursMin: '59' }, "('h:59' | 'h:60')"],
    ['hours between', { hoursMin: '34', hoursMax: '35' }, "('h:34' | 'h:35')"],
    ['years the seeker has', { experienceYears: '1' }, "('e:0' | 'e:1')"],
    ['employers that say who they are', { anonymous: 'false' }, "'y:named'"],
    ['a step of pay below what is asked for', { payMin: '1590' }, "'p:15'"],
    ['any pay', { payMin: '50' }, "'p:1'"],
    ['pay by the month', { payMin: '200000', payUnit: 'MONTH' }, "'p:13'"],
    ['openings', { openings: '5' }, "'u:5'"],
    [
      'everything else by its term',
      { remote: 'full', access: 'handicap', origin: 'employer' },
      "('m:full' & 'a:handicap' & 's:employer')",
    ],
  ])('%s', (_, query, codes) => expect(filterOf(query).codes).toBe(codes));

  it('pay in cents an hour', () => {
    expect(filterOf({ payMin: '1590' }).leastPay).toBe(1590);
    expect(filterOf({ payMin: '200000', payUnit: 'MONTH' }).leastPay).toBe(1319);
    expect(filterOf({}).leastPay).toBeUndefined();
  });

  it('communes by their code, a circle by its cells and its middle', () => {
    expect(filterOf({ commune: '35238,35051' })).toMatchObject({ place: "('c:35238' | 'c:35051')" });
    const { place, around } = filterOf({ commune: '35238', radius: '10' });
    expect(place).toMatch(/^\('g:1:384:-15' \| .*'g:1:385:-13'\)$/);
    expect(around).toMatchObject({ radius: 10, lat: expect.closeTo(48.11, 1), lon: expect.closeTo(-1.68, 1) });
    expect(filterOf({ commune: '35238', sort: 'distance' }).around?.radius).toBe(200);
    expect(filterOf({ commune: '35238', radius: '0' })).toMatchObject({ place: "'c:35238'" });
  });

  it.each([
    [{ postedSince: '7' }, '2026-11-08T12:00:00.000Z'],
    [{ postedSince: '2026-11-01' }, '2026-10-31T23:00:00.000Z'],
    [{ postedSince: '2026-08-01' }, '2026-07-31T22:00:00.000Z'],
  ])('%j from then on', (query, since) => expect(filterOf(query).since?.toISOString()).toBe(since));

  it('words and phrases that no ad may have', () =>
    expect(filterOf({}, ['chef', 'prêt à porter']).excluded).toBe("('chef' | ('pret' <2> 'porter'))"));

  it('leaves one filter out for the facet that counts it', () => {
    const query = { contract: 'CDI', department: '35', payMin: '1500', postedSince: '7' };
    expect(filterOf(query, [], 'contract').codes).toBe("('d:35' & 'p:15')");
    expect(filterOf(query, [], 'payMin')).toMatchObject({ codes: "('d:35' & 'k:CDI')", leastPay: undefined });
    expect(filterOf(query, [], 'postedSince').since).toBeUndefined();
  });
});
