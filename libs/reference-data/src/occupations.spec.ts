import { allAppellations, appellationByCode } from './appellations.js';
import { allOccupations, occupationByCode, occupationDomainByCode } from './occupations.js';
import { allSkills, skillByCode } from './skills.js';

describe('ROME', () => {
  it('knows an occupation, its domain and its parent', () => {
    expect(occupationByCode('M1805')).toMatchObject({
      label: 'Développeur / Développeuse informatique',
      domain: 'M18',
    });
    expect(occupationByCode('G1216')).toMatchObject({ parent: 'G1201' });
    expect(occupationDomainByCode('M18')?.label).toBe("Systèmes d'information et de télécommunication");
    expect(occupationDomainByCode('M')?.label).toBe("Support à l'entreprise");
    expect(occupationByCode('Z9999')).toBeUndefined();
  });

  it('says which professions are regulated, where ROME says so', () => {
    expect(occupationByCode('J1102')?.regulated).toBe(true);
    expect(occupationByCode('M1805')?.regulated).toBe(false);
    expect(allOccupations().filter(({ managerial }) => managerial)).toHaveLength(507);
  });

  it('files each of the 13,120 appellations under one of the 1,584 occupations', () => {
    const occupations = allOccupations();
    expect(occupations).toHaveLength(1_584);
    const filed = new Map(occupations.flatMap(({ code, appellations }) => appellations.map((ogr) => [ogr, code])));
    let count = 0;
    for (const { code, occupation } of allAppellations()) {
      count += 1;
      if (filed.get(code) !== occupation) throw new Error(`${code} is not listed under ${occupation}`);
    }
    expect([count, filed.size]).toEqual([13_120, 13_120]);
    for (const { code, parent, domain } of occupations)
      if (!occupationByCode(parent) || !occupationDomainByCode(domain)) throw new Error(code);
  });

  it('has one principal appellation for an occupation', () => {
    const principal = [...allAppellations()].filter((appellation) => appellation.principal);
    expect([...allAppellations()].filter(({ rare }) => rare)).toHaveLength(199);
    expect(new Set(principal.map(({ occupation }) => occupation)).size).toBe(1_584);
    expect(principal).toHaveLength(1_584);
  });

  it('names appellations long and short', () => {
    expect(appellationByCode('10200')).toMatchObject({
      label: 'Abatteur / Abatteuse de carrière',
      shortLabel: 'Abatteur / Abatteuse de carrière',
      occupation: 'F1402',
    });
    expect(appellationByCode('1')).toBeUndefined();
  });

  it('knows skills by their kinds', () => {
    expect(skillByCode('100023')).toEqual({ code: '100023', label: 'Abattre un arbre', kind: 'knowHow' });
    expect(skillByCode('100007')).toMatchObject({ kind: 'knowledge' });
    const kinds = [...allSkills()].map(({ kind }) => kind);
    expect(kinds).toHaveLength(33_671);
    expect(kinds.filter((kind) => kind === 'softSkill')).toHaveLength(16);
    expect(kinds.filter((kind) => kind === 'diploma')).toHaveLength(2_931);
    expect(kinds.filter((kind) => kind === 'authorisation')).toHaveLength(292);
  });
});
