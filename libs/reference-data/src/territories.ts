import { lazyTable } from './sorted-table.js';

const departments = lazyTable('departments');
const regions = lazyTable('regions');
const employmentAreas = lazyTable('employment-areas');

/** A department, or an overseas collectivity that stands for one (975, 988 …). */
export interface Department {
  readonly code: string;
  readonly name: string;
  readonly region: string;
}

export interface Territory {
  readonly code: string;
  readonly name: string;
}

const toDepartment = ([code = '', name = '', region = '']: readonly string[]): Department => ({ code, name, region });
const toTerritory = ([code = '', name = '']: readonly string[]): Territory => ({ code, name });

export function departmentByCode(code: string): Department | undefined {
  const row = departments().find(code);
  return row && toDepartment(row);
}

export function regionByCode(code: string): Territory | undefined {
  const row = regions().find(code);
  return row && toTerritory(row);
}

/** A zone d'emploi of 2020. */
export function employmentAreaByCode(code: string): Territory | undefined {
  const row = employmentAreas().find(code);
  return row && toTerritory(row);
}

export const allDepartments = (): Department[] => [...departments().rows()].map(toDepartment);
export const allRegions = (): Territory[] => [...regions().rows()].map(toTerritory);
export const allEmploymentAreas = (): Territory[] => [...employmentAreas().rows()].map(toTerritory);
