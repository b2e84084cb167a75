import fc from 'fast-check';
import { allCommunes } from '@accord/reference-data/communes';

import { cleanOffer, given, now } from '../test/given-offer.js';
import { place } from './place.js';

const at = (change: object) => ({
  workplaces: [{ communeInsee: '35238', postalCode: '35000', country: 'FR', ...change }],
});

describe('a workplace', () => {
  it.each([
    ['Paris by its districts', { communeInsee: '75056', postalCode: '75010' }, []],
    ['a district of Paris', { communeInsee: '75110', postalCode: '75010', department: '75' }, []],
    [
      'another district of Paris',
      { communeInsee: '75111', postalCode: '75010' },
      ['block FR-FALSE /workplaces/0/postalCode'],
    ],
    ['Lyon', { communeInsee: '69123', postalCode: '69007' }, []],
    ['Corsica', { communeInsee: '2A004', postalCode: '20090', department: '2A', region: '94' }, []],
    ['Saint-Martin', { communeInsee: '97801', postalCode: '97150' }, []],
    ['Saint-Denis of La Réunion', { communeInsee: '97411', postalCode: '97400', department: '974', region: '04' }, []],
    [
      'Saint-Denis of La Réunion with the code of the other',
      { communeInsee: '97411', postalCode: '93200' },
      ['block FR-FALSE /workplaces/0/postalCode'],
    ],
    ['a postal code of another commune', { postalCode: '35400' }, ['block FR-FALSE /workplaces/0/postalCode']],
    ['a CEDEX code', { postalCode: '35042' }, ['advise FR-FALSE /workplaces/0/postalCode']],
    ['a CEDEX code of elsewhere', { postalCode: '75379' }, ['block FR-FALSE /workplaces/0/postalCode']],
    [
      'a CEDEX code in Corsica',
      { communeInsee: '2A004', postalCode: '20189' },
      ['advise FR-FALSE /workplaces/0/postalCode'],
    ],
    ['an INSEE code of no commune', { communeInsee: '35999' }, ['block FR-FALSE /workplaces/0/communeInsee']],
    [
      'a commune that has merged',
      { communeInsee: '49066', postalCode: '49380' },
      ['advise FR-FALSE /workplaces/0/communeInsee'],
    ],
    ['another department', { department: '75' }, ['block FR-FALSE /workplaces/0/department']],
    ['another region', { region: '11' }, ['block FR-FALSE /workplaces/0/region']],
    ['its employment area', { employmentArea: '5315' }, []],
    ['another employment area', { employmentArea: '1109' }, ['advise CODE-LIST /workplaces/0/employmentArea']],
    ['a code of older areas, which is not compared', { employmentArea: '5312x' }, []],
    ['a point in it', { lat: 48.11, lon: -1.68 }, []],
    ['latitude and longitude exchanged', { lat: -1.68, lon: 48.11 }, ['block FR-FALSE /workplaces/0/lat']],
    ['a place abroad', { communeInsee: '99109', postalCode: '10115', country: 'DE' }, []],
  ])('%s', (_, change, findings) => given(place, at(change)).finds(...findings));

  it('is named by its number', () =>
    given(place, { workplaces: [...cleanOffer.workplaces, ...at({ postalCode: '35400' }).workplaces] }).finds(
      'block FR-FALSE /workplaces/1/postalCode',
    ));

  it('is coherent wherever it is: every commune with each of its own codes', () => {
    const communes = [...allCommunes()].filter(({ postalCodes }) => postalCodes.length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...communes), fc.nat(), ({ code, postalCodes, department, location }, index) => {
        const workplace = {
          communeInsee: code,
          postalCode: postalCodes[index % postalCodes.length] ?? '',
          department,
          country: 'FR',
          ...location,
        };
        expect(place.run({ ...cleanOffer, workplaces: [workplace] }, { now })).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
