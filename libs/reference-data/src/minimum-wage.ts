/** Where the minimum wage is the common one, and where it is Mayotte's own (L3231-1 ff., R3423-3 ff.). */
export type WageTerritory = 'common' | 'mayotte';

/** The SMIC in force from a day on, gross. */
export interface MinimumWage {
  /** First day it applies, as yyyy-mm-dd. */
  readonly from: string;
  /** Cents an hour. */
  readonly hourlyCents: number;
  /** Decree or order that set it. */
  readonly source: string;
}

/** Figures of law. A new one is a new line at the end; no line is ever changed, since old offers are judged by theirs. */
const table: Readonly<Record<WageTerritory, readonly MinimumWage[]>> = {
  common: [
    { from: '2022-01-01', hourlyCents: 1057, source: 'décret 2021-1741 du 22 décembre 2021' },
    { from: '2022-05-01', hourlyCents: 1085, source: 'arrêté du 19 avril 2022' },
    { from: '2022-08-01', hourlyCents: 1107, source: 'arrêté du 29 juillet 2022' },
    { from: '2023-01-01', hourlyCents: 1127, source: 'décret 2022-1608 du 22 décembre 2022' },
    { from: '2023-05-01', hourlyCents: 1152, source: 'arrêté du 26 avril 2023' },
    { from: '2024-01-01', hourlyCents: 1165, source: 'décret 2023-1216 du 20 décembre 2023' },
    { from: '2024-11-01', hourlyCents: 1188, source: 'décret 2024-951 du 23 octobre 2024' },
    { from: '2026-01-01', hourlyCents: 1202, source: 'décret 2025-1228 du 17 décembre 2025' },
    { from: '2026-06-01', hourlyCents: 1231, source: 'arrêté du 22 mai 2026' },
  ],
  mayotte: [
    { from: '2023-01-01', hourlyCents: 851, source: 'décret 2022-1608 du 22 décembre 2022' },
    { from: '2023-05-01', hourlyCents: 870, source: 'arrêté du 26 avril 2023' },
    { from: '2024-01-01', hourlyCents: 880, source: 'décret 2023-1216 du 20 décembre 2023' },
    { from: '2024-11-01', hourlyCents: 898, source: 'décret 2024-951 du 23 octobre 2024' },
    { from: '2026-01-01', hourlyCents: 933, source: 'décret 2025-1228 du 17 décembre 2025' },
    { from: '2026-06-01', hourlyCents: 956, source: 'arrêté du 22 mai 2026' },
  ],
};

/** Legal working time: 35 hours a week, 52 weeks a year (L3121-27). */
export const legalWeeklyHours = 35;
const weeksAMonth = 52 / 12;

/** The minimum wage of a day (yyyy-mm-dd); undefined before the table begins. */
export const minimumWageOn = (day: string, territory: WageTerritory): MinimumWage | undefined =>
  table[territory].findLast(({ from }) => from <= day);

/** The figure as the decrees print it: 35 hours a week, to the cent. */
export const monthlyCents = ({ hourlyCents }: MinimumWage): number =>
  Math.round(hourlyCents * legalWeeklyHours * weeksAMonth);

/**
 * Whose minimum wage a department has. Wallis and Futuna, French Polynesia, New Caledonia and the southern territories
 * set their own, which this table does not hold.
 */
export function wageTerritoryOf(department: string): WageTerritory | undefined {
  if (department === '976') return 'mayotte';
  return /^98/.test(department) ? undefined : 'common';
}
