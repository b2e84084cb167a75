import { lazyTable } from './sorted-table.js';

const sectors = lazyTable('sectors');
const divisions = lazyTable('sector-divisions');

/** A sub-class of the NAF (rev. 2, level 5). */
export interface Sector {
  /** With its point: 62.01Z. */
  readonly code: string;
  readonly label: string;
  /** Two digits. */
  readonly division: string;
}

const withPoint = (code: string): string => `${code.slice(0, 2)}.${code.slice(2)}`;
const withoutPoint = (code: string): string => code.replace('.', '');
const toSector = ([code = '', label = '']: readonly string[]): Sector => ({
  code: withPoint(code),
  label,
  division: code.slice(0, 2),
});

/** Written 62.01Z (INSEE) or 6201Z (Sirene). */
export function sectorByCode(nafCode: string): Sector | undefined {
  const row = sectors().find(withoutPoint(nafCode));
  return row && toSector(row);
}

/** The label of a division, such as 62. */
export const sectorDivision = (code: string): string | undefined => divisions().find(code)?.[1];

export const allSectors = (): Sector[] => [...sectors().rows()].map(toSector);
