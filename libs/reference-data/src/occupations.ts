import { lazyTable } from './sorted-table.js';

const occupations = lazyTable('occupations');
const domains = lazyTable('occupation-domains');

/** A métier of ROME 4.0. */
export interface Occupation {
  /** ROME code, such as M1805. */
  readonly code: string;
  readonly label: string;
  /** The wider occupation it was cut from, whose code ROME 3 used; its own code when it is one of the 532. */
  readonly parent: string;
  /** Such as M18; the major domain is its first letter. */
  readonly domain: string;
  /** A regulated profession: a diploma or a licence to practise is required. Absent: not for all of its appellations. */
  readonly regulated?: boolean;
  /** Held by managers (cadres). Absent: ROME does not say. */
  readonly managerial?: boolean;
  /** OGR codes of its appellations. */
  readonly appellations: readonly string[];
}

export interface OccupationDomain {
  /** A letter, or a letter and two digits. */
  readonly code: string;
  readonly label: string;
}

/** France Travail writes yes and no as O and N, and leaves the rest empty. */
const isYes = (flag: string): boolean => flag === 'O';

function toOccupation(row: readonly string[]): Occupation {
  const [code = '', label = '', parent = '', regulated, managerial, ogr = ''] = row;
  return {
    code,
    label,
    parent,
    domain: code.slice(0, 3),
    ...(regulated ? { regulated: isYes(regulated) } : {}),
    ...(managerial ? { managerial: isYes(managerial) } : {}),
    appellations: ogr === '' ? [] : ogr.split(' '),
  };
}

export function occupationByCode(romeCode: string): Occupation | undefined {
  const row = occupations().find(romeCode);
  return row && toOccupation(row);
}

/** A domain (M18) or major domain (M). */
export function occupationDomainByCode(code: string): OccupationDomain | undefined {
  const row = domains().find(code);
  return row && { code, label: row[1] ?? '' };
}

export const allOccupations = (): Occupation[] => [...occupations().rows()].map(toOccupation);
