import { allOccupations } from './occupations.js';
import { occupationSheetByCode, workingContextByCode } from './occupation-sheets.js';
import { sectorDivision } from './sectors.js';
import { skillByCode } from './skills.js';

describe('the sheet of an occupation', () => {
  it('says what the work is, and how one comes to it', () => {
    const sheet = occupationSheetByCode('D1102');
    expect(sheet?.definition[4]).toBe(
      'Assure la cuisson optimale de chaque produit pour garantir la meilleure qualité',
    );
    expect(sheet?.access[0]).toContain('CAP Boulanger');
    expect(sheet?.sectorDivisions).toContain('10');
    expect(occupationSheetByCode('Z9999')).toBeUndefined();
  });

  it('is there for each occupation, and names only skills and contexts that exist', () => {
    let items = 0;
    for (const { code } of allOccupations()) {
      const sheet = occupationSheetByCode(code);
      if (!sheet || sheet.definition.length === 0 || sheet.access.length === 0) throw new Error(`${code} says nothing`);
      const { knowHow, knowledge, softSkills } = sheet;
      const codes = [...knowHow.core, ...knowHow.others, ...knowledge.core, ...knowledge.others, ...softSkills];
      items += codes.length;
      for (const item of codes) if (!skillByCode(item)) throw new Error(`${code}: no skill ${item}`);
      for (const item of sheet.contexts)
        if (!workingContextByCode(item)) throw new Error(`${code}: no context ${item}`);
      for (const item of sheet.sectorDivisions)
        if (!sectorDivision(item)) throw new Error(`${code}: no sector ${item}`);
      if (knowHow.core.length < 3) throw new Error(`${code} has no core`);
    }
    expect(items).toBe(49_440 + 5_255 + 35_861);
  });

  it('keeps kinds of items apart', () => {
    const sheet = occupationSheetByCode('J1506');
    const kindsOf = (codes: readonly string[] = []) => new Set(codes.map((code) => skillByCode(code)?.kind));
    expect(kindsOf(sheet?.knowHow.core)).toEqual(new Set(['knowHow']));
    expect(kindsOf(sheet?.knowledge.others)).toEqual(new Set(['knowledge', 'diploma']));
    expect(kindsOf(sheet?.softSkills)).toEqual(new Set(['softSkill']));
  });

  it('is repaired where the published file lost a letter or doubled an apostrophe', () => {
    const texts = allOccupations().flatMap(({ code }) => occupationSheetByCode(code)?.definition ?? []);
    expect(texts.filter((text) => /''|(?<!\p{L})uvre/u.test(text))).toEqual([]);
  });

  it('knows contexts of work of six kinds', () => {
    expect(workingContextByCode('300803')).toEqual({ code: '300803', label: 'Travail de nuit', kind: 'hours' });
    expect(workingContextByCode('300799')?.label).toBe('Possibilité de télétravail');
    expect(workingContextByCode('1')).toBeUndefined();
  });
});
