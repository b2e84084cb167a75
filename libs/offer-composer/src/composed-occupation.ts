import { appellationByCode, type Appellation } from '@accord/reference-data/appellations';
import { occupationSheetByCode, type OccupationSheet } from '@accord/reference-data/occupation-sheets';
import { allOccupations, occupationByCode, type Occupation } from '@accord/reference-data/occupations';
import { skillByCode, type Skill } from '@accord/reference-data/skills';

import { accented } from './accents.js';
import { Weighted } from './chance.js';
import { familyOf, weightOf } from './families/all-families.js';
import type { Family } from './families/family.js';
import { accessOf, type Access } from './occupation-access.js';
import { saidToReader } from './vous.js';

/** A skill as an ad names it. */
export interface NamedSkill {
  readonly code: string;
  readonly label: string;
}

/** An occupation with all that its ads are made of. */
export interface ComposedOccupation {
  readonly code: string;
  readonly label: string;
  readonly domain: string;
  readonly regulated: boolean;
  readonly managerial: boolean;
  readonly family: Family;
  readonly appellations: readonly Appellation[];
  /** Infinitives: "Pétrir la pâte". */
  readonly missions: readonly NamedSkill[];
  readonly otherMissions: readonly NamedSkill[];
  readonly knowledge: readonly NamedSkill[];
  /** Rights to do a thing: CACES, habilitations. */
  readonly authorisations: readonly NamedSkill[];
  readonly softSkills: readonly string[];
  /** Sentences of the definition, said to the reader. */
  readonly sentences: readonly string[];
  readonly contexts: ReadonlySet<string>;
  readonly access: Access;
}

/** ROME's contexts "statut d'emploi" of people who have an employer other than the army. */
const employed = new Set(['403103', '403104', '403101', '403098', '403097']);
const statuses = new Set(['403099', '403100', '403102', '403106', '511685', ...employed]);

/** The 532 occupations that ROME 3 knew hire more than those cut from them since. */
const wideWeight = 4;

const composed = new Map<string, ComposedOccupation>();

/** What an ad of this occupation is made of, made at its first use. @throws Error for an occupation that has no ads */
export function composedOccupation(romeCode: string): ComposedOccupation {
  const known = composed.get(romeCode);
  if (known) return known;
  const occupation = occupationByCode(romeCode);
  const sheet = occupationSheetByCode(romeCode);
  if (!occupation || !sheet) throw new Error(`ROME has no occupation ${romeCode}`);
  const made = madeOf(occupation, sheet);
  composed.set(romeCode, made);
  return made;
}

let drawn: Weighted<string> | undefined;

/** Occupations that have ads, as often as they hire. */
export const occupationDraw = (): Weighted<string> =>
  (drawn ??= new Weighted(
    allOccupations()
      .filter(
        ({ code, appellations }) =>
          isEmployed(code) && appellations.some((ogr) => usable(appellationByCode(ogr)).length > 0),
      )
      .map(({ code, parent, domain }) => [code, weightOf(domain, code) * (code === parent ? wideWeight : 1)] as const),
  ));

/** Occupations that nobody is hired for (artists of their own, elected people, the army) have no ads. */
function isEmployed(romeCode: string): boolean {
  const contexts = occupationSheetByCode(romeCode)?.contexts ?? [];
  const known = contexts.filter((code) => statuses.has(code));
  return known.length === 0 || known.some((code) => employed.has(code));
}

function madeOf(occupation: Occupation, sheet: OccupationSheet): ComposedOccupation {
  const savoirs = named([...sheet.knowledge.core, ...sheet.knowledge.others]);
  return {
    code: occupation.code,
    label: occupation.label,
    domain: occupation.domain,
    regulated: occupation.regulated ?? false,
    managerial: occupation.managerial ?? false,
    family: familyOf(occupation.code),
    appellations: occupation.appellations.flatMap((code) => usable(appellationByCode(code))),
    missions: named(sheet.knowHow.core).filter(isMission),
    otherMissions: named(sheet.knowHow.others).filter(isMission),
    knowledge: savoirs.filter(({ kind, label }) => kind === 'knowledge' && isShort(label)),
    authorisations: savoirs.filter(({ kind, label }) => kind === 'authorisation' && isShort(label)),
    softSkills: named(sheet.softSkills).map(({ label }) => label),
    sentences: sheet.definition.flatMap((sentence) => saidToReader(accented(sentence)) ?? []),
    contexts: new Set(sheet.contexts),
    access: accessOf(
      sheet,
      savoirs.filter(({ kind }) => kind === 'diploma').map(({ label }) => label),
    ),
  };
}

const named = (codes: readonly string[]): Skill[] =>
  codes.flatMap((code) => {
    const skill = skillByCode(code);
    return skill ? [{ ...skill, label: accented(skill.label) }] : [];
  });

/** Fits a line, and says nothing of a territory or a year. */
const isShort = (label: string): boolean =>
  label.length <= 70 && !/\[|Depuis|^(?:diplôme|certificat|titre) /i.test(label);

/** A thing to do, short enough for a line. */
const isMission = ({ label }: NamedSkill): boolean =>
  label.length <= 110 && /^(?:S'|Se )?\p{L}+(?:er|ir|re|oir)(?!\p{L})/u.test(label);

/** Names that say an age, or are known to few, are not for an ad. */
const usable = (appellation: Appellation | undefined): Appellation[] =>
  appellation === undefined || appellation.rare || /\bau pair\b|jeune (?:homme|fille)/i.test(appellation.label)
    ? []
    : [appellation];
