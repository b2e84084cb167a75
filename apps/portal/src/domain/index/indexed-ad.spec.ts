import { showable } from '../../../test/showable.js';
import { yearsAsked } from './ad-facts.js';
import { indexedAd } from './indexed-ad.js';

const id = '01a10000-0000-7000-8000-000000000001';
const termsOf = (change: object) => indexedAd(showable(id, change)).terms;
const has = (change: object, ...terms: string[]) => {
  const indexed = termsOf(change);
  for (const term of terms) expect(indexed).toMatch(new RegExp(`'${term.replaceAll(/[\^~=.]/g, '\\$&')}'(?: |:|$)`));
};

describe('an ad in the index', () => {
  it('has the words of its title, of its names and of its text, marked', () =>
    has(
      { title: 'Boulanger / Boulangère de nuit (H/F) - Rennes' },
      'boulanger',
      '=boulanger',
      '=nuit',
      '=ren',
      '~boulanger',
      '^boulanger',
      '==boulanger nuit',
      'viennoiseri',
    ));

  it('has the codes of its occupation, domain and sector at each level', () =>
    has(
      { employer: { name: 'Fournil', naf: '10.71C' } },
      'o:D1102',
      'o:D11',
      'o:D',
      'n:10',
      'n:107',
      'n:1071',
      'n:1071C',
      'y:named',
      's:employer',
    ));

  it('lies in its commune, city, department, region, employment area and cells', () =>
    has(
      { workplaces: [{ communeInsee: '75111', postalCode: '75011' }] },
      'c:75111',
      'c:75056',
      'd:75',
      'r:11',
      'z:1109',
    ));

  it('lies where a commune has gone that is no more', () =>
    has({ workplaces: [{ communeInsee: '35065', postalCode: '35140' }] }, 'c:35065', 'd:35', 'r:53'));

  it('keeps the places behind its first for distances', () => {
    const { lat, morePlaces } = indexedAd(
      showable(id, {
        workplaces: [
          { communeInsee: '35238', postalCode: '35000' },
          { communeInsee: '44109', postalCode: '44000', lat: 47.2, lon: -1.55 },
        ],
      }),
    );
    expect(lat).toBeCloseTo(48.11, 1);
    expect(morePlaces).toEqual([47.2, -1.55]);
  });

  it('has terms for hours, contract, experience, trainings, licences, languages, remote, openings and access', () =>
    has(
      {
        contract: { type: 'CDD', nature: 'E2', durationMonths: 12 },
        workingTime: { weeklyHours: 24 },
        requirements: {
          experience: { exigence: 'E', min: 18, unit: 'MO' },
          qualification: '3',
          trainings: [{ level: 'NV5', exigence: 'E' }],
          licences: [{ code: 'B', exigence: 'E' }],
          languages: [{ iso639: 'en', exigence: 'S' }],
        },
        remote: { mode: 'hybrid' },
        openings: 6,
        access: { handicap: true, inclusion: true },
      },
      ...['k:CDD', 'l:E2', 'w:part', 'h:24', 'x:E', 'e:2', 'q:3', 'f:NV5', 'v:B', 'i:en', 'm:hybrid', 'u:2', 'u:5'],
      ...['a:handicap', 'a:inclusion'],
    ));

  it('has each step of pay it reaches', () => {
    const change = { pay: { min: 1530, unit: 'HOUR' } };
    has(change, 'p:1', 'p:12', 'p:15');
    expect(termsOf(change)).not.toContain("'p:16'");
    expect(indexedAd(showable(id, change)).payPerHour).toBe(1530);
  });

  it('counts once in a facet', () => {
    const { facets } = indexedAd(
      showable(id, {
        requirements: {
          experience: { exigence: 'D' },
          trainings: [
            { level: 'NV5', exigence: 'E' },
            { level: 'NV5', domain: 'Boulangerie', exigence: 'S' },
          ],
        },
        pay: { min: 1530, unit: 'HOUR' },
      }),
    );
    expect(facets).toEqual([...new Set(facets)]);
    expect(facets).toEqual(expect.arrayContaining(['k:CDI', 'o:D11', 'o:D1102', 'd:35', 'f:NV5', 'p:15']));
    expect(facets).not.toContain('p:12');
  });

  it('survives quotes, long words and many words', () => {
    const terms = termsOf({ title: "L'été d'l'\\''", description: `${'é'.repeat(5_000)} ${'mot '.repeat(3_000)}` });
    expect(Math.max(...terms.split(' ').map((term) => term.length))).toBeLessThan(2_000);
    expect(terms).not.toContain('e'.repeat(61));
  });
});

describe('the years an ad asks for', () => {
  it.each([
    [{ exigence: 'D' }, 0],
    [{ exigence: 'D', min: 3 }, 0],
    [{ exigence: 'E' }, 1],
    [{ exigence: 'S' }, 0],
    [{ exigence: 'S', min: 2 }, 2],
    [{ exigence: 'E', min: 6, unit: 'MO' }, 1],
    [{ exigence: 'E', min: 13, unit: 'MO' }, 2],
    [{ exigence: 'E', min: 30, unit: 'JO' }, 1],
    [{ exigence: 'E', min: 40, unit: 'AN' }, 11],
  ] as const)('%j', (experience, years) => expect(yearsAsked(experience)).toBe(years));
});
