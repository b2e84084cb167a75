import { lazyTable } from './sorted-table.js';

const appellations = lazyTable('appellations');

/** What a job is called: one of the 13,120 names that ROME files under its occupations. */
export interface Appellation {
  /** OGR code. */
  readonly code: string;
  /** Mostly in both genders: "Boulanger / Boulangère". */
  readonly label: string;
  readonly shortLabel: string;
  /** ROME code of its occupation. */
  readonly occupation: string;
  readonly regulated?: boolean;
  /** It gives the occupation its name. */
  readonly principal: boolean;
  /** ROME marks it as little used. */
  readonly rare: boolean;
}

function toAppellation(row: readonly string[]): Appellation {
  const [code = '', label = '', shortLabel = '', occupation = '', regulated, principal, rare] = row;
  return {
    code,
    label,
    shortLabel: shortLabel === '' ? label : shortLabel,
    occupation,
    ...(regulated ? { regulated: regulated === 'O' } : {}),
    principal: principal === 'P',
    rare: rare === 'R',
  };
}

export function appellationByCode(ogrCode: string): Appellation | undefined {
  const row = appellations().find(ogrCode);
  return row && toAppellation(row);
}

/** All of them, by OGR code, read one by one. */
export function* allAppellations(): Generator<Appellation> {
  for (const row of appellations().rows()) yield toAppellation(row);
}
