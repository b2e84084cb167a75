import { lazyTable } from './sorted-table.js';

const sheets = lazyTable('occupation-sheets');
const contexts = lazyTable('working-contexts');

/** Codes of items that ROME files under an occupation: those of its core, and the others. */
export interface LinkedItems {
  readonly core: readonly string[];
  readonly others: readonly string[];
}

/** What ROME says of an occupation (fiche métier). Codes are OGR codes of `skills`, and of `workingContextByCode`. */
export interface OccupationSheet {
  /** ROME code. */
  readonly code: string;
  /** Sentences without a subject ("Assure la cuisson …"), as France Travail writes them; some begin with the occupation. */
  readonly definition: readonly string[];
  /** How one comes to the occupation: diplomas, titles, experience. */
  readonly access: readonly string[];
  readonly knowHow: LinkedItems;
  readonly knowledge: LinkedItems;
  readonly softSkills: readonly string[];
  readonly contexts: readonly string[];
  /** Divisions of the NAF (two digits) where the occupation is found. */
  readonly sectorDivisions: readonly string[];
}

export interface WorkingContext {
  readonly code: string;
  readonly label: string;
  readonly kind: 'conditions' | 'hours' | 'travel' | 'public' | 'structure' | 'status';
}

const kinds: Readonly<Record<string, WorkingContext['kind']>> = {
  '1': 'conditions',
  '2': 'hours',
  '3': 'travel',
  '5': 'public',
  '6': 'structure',
  '7': 'status',
};

const list = (text: string, separator: string): string[] => (text === '' ? [] : text.split(separator));

function linked(text: string): LinkedItems {
  const [core = '', others = ''] = text.split('|');
  return { core: list(core, ' '), others: list(others, ' ') };
}

function toSheet(row: readonly string[]): OccupationSheet {
  const [code = '', definition = '', access = '', knowHow = '', knowledge = '', soft = '', context = '', naf = ''] =
    row;
  return {
    code,
    definition: list(definition, '|'),
    access: list(access, '|'),
    knowHow: linked(knowHow),
    knowledge: linked(knowledge),
    softSkills: list(soft, ' '),
    contexts: list(context, ' '),
    sectorDivisions: list(naf, ' '),
  };
}

export function occupationSheetByCode(romeCode: string): OccupationSheet | undefined {
  const row = sheets().find(romeCode);
  return row && toSheet(row);
}

/** A context of work: night work, outdoors, employed in the public sector … */
export function workingContextByCode(ogrCode: string): WorkingContext | undefined {
  const row = contexts().find(ogrCode);
  return row && { code: ogrCode, label: row[1] ?? '', kind: kinds[row[2] ?? ''] ?? 'conditions' };
}
