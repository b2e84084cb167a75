import { minimumWageOn, monthlyCents, wageTerritoryOf } from './minimum-wage.js';

describe('the minimum wage', () => {
  it.each([
    ['2026-11-24', 'common', 1231, 186_702],
    ['2026-06-01', 'common', 1231, 186_702],
    ['2026-05-31', 'common', 1202, 182_303],
    ['2025-12-31', 'common', 1188, 180_180],
    ['2024-01-01', 'common', 1165, 176_692],
    ['2026-11-24', 'mayotte', 956, 144_993],
    ['2026-01-01', 'mayotte', 933, 141_505],
    ['2024-11-01', 'mayotte', 898, 136_197],
  ] as const)(
    'on %s, %s, is %i cents an hour and %i a month as the decrees print it',
    (day, territory, hour, month) => {
      const wage = minimumWageOn(day, territory);
      expect(wage?.hourlyCents).toBe(hour);
      expect(wage && monthlyCents(wage)).toBe(month);
    },
  );

  it('says nothing of days before the table', () => expect(minimumWageOn('1999-01-01', 'common')).toBeUndefined());

  it.each([
    ['75', 'common'],
    ['2A', 'common'],
    ['974', 'common'],
    ['975', 'common'],
    ['978', 'common'],
    ['976', 'mayotte'],
    ['987', undefined],
    ['988', undefined],
  ])('department %s: %s', (department, territory) => expect(wageTerritoryOf(department)).toBe(territory));

  it('only ever grows', () => {
    for (const territory of ['common', 'mayotte'] as const) {
      let last = 0;
      for (let year = 2023; year <= 2027; year += 1)
        for (let month = 1; month <= 12; month += 1) {
          const wage = minimumWageOn(`${year}-${String(month).padStart(2, '0')}-01`, territory);
          expect(wage?.hourlyCents).toBeGreaterThanOrEqual(last);
          last = wage?.hourlyCents ?? 0;
        }
    }
  });
});
