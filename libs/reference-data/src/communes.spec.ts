import { allCommunes, communeByCode, communesByPostalCode, isPostalCode, successorOf } from './communes.js';
import { departmentByCode, employmentAreaByCode, regionByCode } from './territories.js';

describe('communes', () => {
  it.each([
    ['75056', 'Paris', '75', '11', undefined],
    ['75110', 'Paris 10e Arrondissement', '75', '11', '75056'],
    ['69381', 'Lyon 1er Arrondissement', '69', '84', '69123'],
    ['13208', 'Marseille 8e Arrondissement', '13', '93', '13055'],
    ['2A004', 'Ajaccio', '2A', '94', undefined],
    ['2B033', 'Bastia', '2B', '94', undefined],
    ['97411', 'Saint-Denis', '974', '04', undefined],
    ['97611', 'Mamoudzou', '976', '06', undefined],
    ['97502', 'Saint-Pierre', '975', '975', undefined],
    ['54547', 'Vandœuvre-lès-Nancy', '54', '44', undefined],
  ])('%s is %s', (code, name, department, region, parent) => {
    const commune = communeByCode(code);
    expect(commune).toMatchObject({ code, name, department, region });
    expect(commune?.parent).toBe(parent);
  });

  it('knows postal codes both ways', () => {
    expect(communeByCode('2A004')?.postalCodes).toEqual(['20000', '20090', '20167']);
    expect(communesByPostalCode('75010').map(({ code }) => code)).toEqual(['75056', '75110']);
    expect(isPostalCode('75010')).toBe(true);
    expect(isPostalCode('75110')).toBe(false);
    expect(communesByPostalCode('00000')).toEqual([]);
  });

  it('leads from a merged commune to the one of today', () => {
    expect(communeByCode('49066')).toBeUndefined();
    expect(successorOf('49066')?.code).toBe('49345');
    expect(successorOf('75056')).toBeUndefined();
  });

  it('takes no postal code for a commune', () => expect(communeByCode('75010')).toBeUndefined());

  it('gives places and employment areas', () => {
    const rennes = communeByCode('35238');
    expect(rennes?.location?.lat).toBeCloseTo(48.11, 1);
    expect(employmentAreaByCode(rennes?.employmentArea ?? '')?.name).toBe('Rennes');
    expect(communeByCode('98818')?.location).toBeUndefined();
  });

  it('is whole: 34,969 communes and 45 arrondissements, each in a department of its region', () => {
    let arrondissements = 0;
    let count = 0;
    for (const commune of allCommunes()) {
      count += 1;
      if (commune.parent !== undefined) {
        arrondissements += 1;
        expect(communeByCode(commune.parent)?.department).toBe(commune.department);
      }
      const department = departmentByCode(commune.department);
      if (department?.region !== commune.region || !regionByCode(commune.region)) {
        throw new Error(`${commune.code}: department ${commune.department}, region ${commune.region}`);
      }
      for (const code of commune.postalCodes) if (!/^\d{5}$/.test(code)) throw new Error(`${commune.code}: ${code}`);
    }
    expect([count, arrondissements]).toEqual([35_014, 45]);
  });
});
