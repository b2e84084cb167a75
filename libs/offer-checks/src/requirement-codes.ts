import type { Finding } from '@accord/contracts/finding';
import { drivingLicences } from '@accord/reference-data/code-lists';
import { languageName } from '@accord/reference-data/languages';
import { skillByCode } from '@accord/reference-data/skills';

import type { Check, CheckedOffer } from './check.js';

const rule = 'CODE-LIST';

const unknownLicence = (index: number): Finding => ({
  rule,
  severity: 'block',
  pointer: `/requirements/licences/${index}/code`,
  message: { fr: "Cette catégorie de permis n'existe pas.", en: 'There is no such category of driving licence.' },
  remedy: {
    fr: `Écrivez une des catégories : ${drivingLicences.entries.map(({ code }) => code).join(', ')}.`,
    en: `Write one of the categories: ${drivingLicences.entries.map(({ code }) => code).join(', ')}.`,
  },
});

/** Two letters are ISO 639-1, which is known whole; of the thousands of three-letter codes only the spoken ones have a French name. */
const unknownLanguage = (index: number, code: string): Finding => ({
  rule,
  severity: code.length === 2 ? 'block' : 'advise',
  pointer: `/requirements/languages/${index}/iso639`,
  message: { fr: 'Ce code de langue est inconnu.', en: 'This language code is unknown.' },
  remedy: {
    fr: 'Écrivez le code ISO 639 de la langue, par exemple « en » pour l’anglais.',
    en: 'Write the ISO 639 code of the language, such as "en" for English.',
  },
});

const unknownSkill = (index: number): Finding => ({
  rule,
  severity: 'advise',
  pointer: `/requirements/skills/${index}/code`,
  message: {
    fr: "Ce code OGR n'est celui d'aucune compétence du ROME 4.0.",
    en: 'No skill of ROME 4.0 has this OGR code.',
  },
  remedy: {
    fr: 'Choisissez une compétence du ROME, ou gardez le libellé seul.',
    en: 'Choose a skill of ROME, or keep the label alone.',
  },
});

const nothing: readonly never[] = [];

function run({ requirements: { licences, languages, skills } }: CheckedOffer): Finding[] {
  return [
    ...(licences ?? nothing).flatMap(({ code }, index) => (drivingLicences.has(code) ? [] : [unknownLicence(index)])),
    ...(languages ?? nothing).flatMap(({ iso639 }, index) =>
      languageName(iso639) === undefined ? [unknownLanguage(index, iso639)] : [],
    ),
    ...(skills ?? nothing).flatMap(({ code }, index) =>
      code === undefined || skillByCode(code) ? [] : [unknownSkill(index)],
    ),
  ];
}

/** Licences, languages and skills asked of the candidate exist in their lists. */
export const requirementCodes: Check = { name: 'requirement-codes', needs: [], run };
