import { given } from '../test/given-offer.js';
import { contractNature } from './contract-nature.js';
import { occupation } from './occupation.js';
import { requirementCodes } from './requirement-codes.js';
import { sector } from './sector.js';

describe('the occupation', () => {
  it.each([
    ['alone', { romeCode: 'M1805', ogrCode: undefined }, []],
    ['with one of its appellations', { romeCode: 'D1102', ogrCode: '10868' }, []],
    ['that does not exist', { romeCode: 'M1899', ogrCode: undefined }, ['block CODE-LIST /occupation/romeCode']],
    [
      'with an appellation that does not exist',
      { romeCode: 'D1102', ogrCode: '99999' },
      ['block CODE-LIST /occupation/ogrCode'],
    ],
    ["with another's appellation", { romeCode: 'M1805', ogrCode: '11573' }, ['block CODE-LIST /occupation/ogrCode']],
    ['as ROME 3 coded it', { romeCode: 'G1201', ogrCode: '10206' }, ['advise CODE-LIST /occupation/romeCode']],
    ['as ROME 4 codes it', { romeCode: 'G1216', ogrCode: '10206' }, []],
  ])('%s', (_, change, findings) => given(occupation, { occupation: change }).finds(...findings));
});

describe('the sector', () => {
  it.each([
    ['10.71C', []],
    ['1071C', []],
    [undefined, []],
    ['10.71Z', ['block CODE-LIST /employer/naf']],
    ['99.99Z', ['block CODE-LIST /employer/naf']],
  ])('%s', (naf, findings) => given(sector, { employer: { naf } }).finds(...findings));
});

describe('type and nature of the contract', () => {
  const wrong = ['block CODE-LIST /contract/nature'];
  it.each([
    ['CDI', 'E1', []],
    ['CDI', 'E2', []],
    ['CDI', 'CC', []],
    ['CDI', 'CI', []],
    ['CDI', 'NS', wrong],
    ['CDI', 'CU', wrong],
    ['CDD', 'CU', []],
    ['CDD', 'CC', wrong],
    ['CDD', 'FS', []],
    ['CDD', 'EE', []],
    ['MIS', 'E1', []],
    ['MIS', 'NS', wrong],
    ['TTI', 'I1', []],
    ['DDI', 'I1', []],
    ['DIN', 'E1', []],
    ['LIB', 'NS', []],
    ['LIB', 'E1', wrong],
    ['FRA', 'NS', []],
    ['REP', 'E2', wrong],
  ] as const)('%s %s', (type, nature, findings) =>
    given(contractNature, { contract: { type, nature } }).finds(...findings),
  );
});

describe('what is asked of the candidate', () => {
  it('is in the lists', () =>
    given(requirementCodes, {
      requirements: {
        licences: [
          { code: 'B', exigence: 'E' },
          { code: 'CE', exigence: 'S' },
        ],
        languages: [
          { iso639: 'en', level: 'B2', exigence: 'E' },
          { iso639: 'fsl', exigence: 'S' },
        ],
        skills: [
          { code: '100023', exigence: 'E' },
          { label: 'Pétrir', exigence: 'S' },
        ],
      },
    }).finds());

  it('is named by its number when it is not', () =>
    given(requirementCodes, {
      requirements: {
        licences: [
          { code: 'B', exigence: 'E' },
          { code: 'Z', exigence: 'E' },
        ],
        languages: [
          { iso639: 'zz', exigence: 'E' },
          { iso639: 'xyz', exigence: 'E' },
        ],
        skills: [{ code: '1', exigence: 'E' }],
      },
    }).finds(
      'block CODE-LIST /requirements/licences/1/code',
      'block CODE-LIST /requirements/languages/0/iso639',
      'advise CODE-LIST /requirements/languages/1/iso639',
      'advise CODE-LIST /requirements/skills/0/code',
    ));
});
