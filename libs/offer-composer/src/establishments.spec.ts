import { isValidSiret } from '@accord/offer-checks/check-digits';
import { communeByCode } from '@accord/reference-data/communes';
import { allOccupations } from '@accord/reference-data/occupations';
import { sectorByCode } from '@accord/reference-data/sectors';

import { inventedEstablishments, inventedUnits, isHiring } from './establishments.js';
import { whoHires } from './who-hires.js';
import { Chance } from './chance.js';

describe('the invented establishments', () => {
  it('have numbers with right check digits, that are never given', () => {
    for (const { siret } of inventedEstablishments) {
      expect([siret, isValidSiret(siret)]).toEqual([siret, true]);
      expect(siret.startsWith('000')).toBe(true);
    }
    expect(new Set(inventedEstablishments.map(({ siret }) => siret)).size).toBe(inventedEstablishments.length);
    for (const { siren, establishments } of inventedUnits)
      for (const { siret } of establishments) expect(siret.startsWith(siren)).toBe(true);
    expect(new Set(inventedUnits.map(({ siren }) => siren)).size).toBe(inventedUnits.length);
  });

  it('stand in real communes and sectors', () => {
    for (const { communeInsee, postalCode, naf, communeName } of inventedEstablishments) {
      const commune = communeByCode(communeInsee);
      expect(commune?.postalCodes).toContain(postalCode);
      expect(commune?.name.toUpperCase()).toBe(communeName);
      expect(sectorByCode(naf)?.code).toBe(naf);
    }
  });

  it('are of every state and of every section of the NAF', () => {
    const states = new Set(inventedEstablishments.map((one) => `${one.state} ${one.unitState} ${one.diffusible}`));
    expect([...states].sort()).toEqual(['closed active yes', 'closed ceased yes', 'open active no', 'open active yes']);
    const divisions = inventedUnits.map(({ naf }) => Number(naf.slice(0, 2)));
    for (const [least, most] of sections) expect(divisions.some((naf) => naf >= least && naf <= most)).toBe(true);
    expect(inventedEstablishments.filter(isHiring).length).toBeGreaterThan(60);
  });

  it('hire for every occupation, each in its line of work', () => {
    for (const { code } of allOccupations()) {
      const { unit, establishment } = whoHires(new Chance(1), code, 'CDI');
      expect(isHiring(establishment)).toBe(true);
      expect(unit.hires.some((hired) => code.startsWith(hired))).toBe(true);
    }
    expect(whoHires(new Chance(2), 'N1101', 'MIS').unit.naf).toBe('78.20Z');
  });
});

/** First and last division of each section, A to U. */
const sections = [
  [1, 3],
  [5, 9],
  [10, 33],
  [35, 35],
  [36, 39],
  [41, 43],
  [45, 47],
  [49, 53],
  [55, 56],
  [58, 63],
  [64, 66],
  [68, 68],
  [69, 75],
  [77, 82],
  [84, 84],
  [85, 85],
  [86, 88],
  [90, 93],
  [94, 96],
  [97, 98],
  [99, 99],
] as const;
