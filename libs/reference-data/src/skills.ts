import { lazyTable } from './sorted-table.js';

const skills = lazyTable('skills');

/** An item of ROME's reference of skills: a savoir-faire, a savoir-être, or a savoir, some of which are a diploma or a right to practise. */
export interface Skill {
  /** OGR code. */
  readonly code: string;
  readonly label: string;
  readonly kind: 'knowHow' | 'softSkill' | 'knowledge' | 'diploma' | 'authorisation';
}

const kinds: Readonly<Record<string, Skill['kind']>> = {
  F: 'knowHow',
  E: 'softSkill',
  S: 'knowledge',
  D: 'diploma',
  H: 'authorisation',
};

const toSkill = ([code = '', label = '', kind = '']: readonly string[]): Skill => ({
  code,
  label,
  kind: kinds[kind] ?? 'knowledge',
});

export function skillByCode(ogrCode: string): Skill | undefined {
  const row = skills().find(ogrCode);
  return row && toSkill(row);
}

/** All 33,671, by OGR code, read one by one. */
export function* allSkills(): Generator<Skill> {
  for (const row of skills().rows()) yield toSkill(row);
}
