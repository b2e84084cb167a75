import { contractNature, contractType, qualification, trainingLevel } from '@accord/contracts/code-lists';

import { drivingLicences, qualifications, trainingLevels, workforceBands } from './code-lists.js';
import { contractNatureLabels, contractTypeLabels } from './contract-types.js';
import { languageName } from './languages.js';
import { allSectors, sectorByCode, sectorDivision } from './sectors.js';

describe('code lists', () => {
  it('has a label for every value the offer allows', () => {
    expect(Object.keys(contractTypeLabels).sort()).toEqual([...contractType.options].sort());
    expect(Object.keys(contractNatureLabels).sort()).toEqual([...contractNature.options].sort());
    expect(qualifications.entries.map(({ code }) => code)).toEqual(qualification.options);
    expect(trainingLevels.entries.map(({ code }) => code).sort()).toEqual([...trainingLevel.options].sort());
  });

  it('knows what is in a list and what is not', () => {
    expect(drivingLicences.has('CE')).toBe(true);
    expect(drivingLicences.has('Z')).toBe(false);
    expect(drivingLicences.has('constructor')).toBe(false);
    expect(workforceBands.label('12')).toBe('20 à 49 salariés');
  });

  it.each([
    ['fr', 'français'],
    ['en', 'anglais'],
    ['fsl', 'langue des signes française'],
    ['zz', undefined],
    ['FR', undefined],
    ['', undefined],
  ])('language %s is %s', (code, name) => expect(languageName(code)).toBe(name));
});

describe('sectors', () => {
  it('reads a NAF code with and without its point', () => {
    expect(sectorByCode('78.20Z')).toEqual(sectorByCode('7820Z'));
    expect(sectorByCode('7820Z')).toEqual({
      code: '78.20Z',
      label: 'Activités des agences de travail temporaire',
      division: '78',
    });
    expect(sectorByCode('62.99Z')).toBeUndefined();
  });

  it('has 732 sub-classes, each in a division', () => {
    expect(allSectors()).toHaveLength(732);
    for (const { division } of allSectors()) expect(sectorDivision(division)).toBeDefined();
  });
});
