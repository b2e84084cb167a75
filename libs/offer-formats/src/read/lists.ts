import {
  contractNature,
  contractType,
  type ContractType,
  exigence,
  experienceExigence,
  experienceUnit,
  payUnit,
  qualification,
  remoteMode,
  trainingLevel,
} from '@accord/contracts/code-lists';
import {
  drivingLicences,
  experienceRequirements,
  qualifications,
  requirementLevels,
  trainingLevels,
  workforceBands,
  type CodeList,
} from '@accord/reference-data/code-lists';
import { contractNatureLabels, contractTypeLabels } from '@accord/reference-data/contract-types';
import { languageName } from '@accord/reference-data/languages';
import { sectorByCode } from '@accord/reference-data/sectors';

import { oneOf } from './kinds.js';
import { both, type Kind } from './reading.js';

/** Codes with their labels, and what else they are called. */
const named = <T extends string>(
  codes: readonly T[],
  label: (code: T) => string | undefined,
  others: Partial<Record<T, readonly string[]>> = {},
): ReadonlyMap<T, readonly string[]> =>
  new Map(codes.map((code) => [code, [label(code) ?? code, ...(others[code] ?? [])]]));

const withLabels = <T extends string>(codes: readonly T[], list: CodeList, others: Partial<Record<T, string[]>> = {}) =>
  named(codes, (code) => list.label(code), others);

const otherTypeNames: Partial<Record<ContractType, readonly string[]>> = {
  DIN: ['CDI intérim'],
  MIS: ['intérim', 'mission d’intérim', 'travail temporaire', 'CTT'],
  SAI: ['saisonnier', 'CDD saisonnier'],
  LIB: ['indépendant', 'freelance', 'libéral'],
  DDI: ['CDD insertion', 'CDDI'],
  TTI: ['CTTI'],
};

export const contractTypeCode = oneOf(
  named(contractType.options, (code) => contractTypeLabels[code], otherTypeNames),
  { ...both('un type de contrat', 'type of contract'), code: 'unknown-contract-type' },
);

export const contractNatureCode = oneOf(
  named(contractNature.options, (code) => contractNatureLabels[code], {
    E2: ['apprentissage'],
    FS: ['professionnalisation'],
    CC: ['CDI de chantier'],
    PS: ['portage'],
  }),
  { ...both('une nature de contrat', 'nature of a contract'), code: 'unknown-contract-nature' },
);

/** The letter, or the words. */
export const experienceLetter = oneOf(
  withLabels(experienceExigence.options, experienceRequirements, {
    D: ['débutant', 'aucune'],
    S: ['souhaité', 'souhaitée'],
    E: ['exigé', 'exigée'],
  }),
  { ...both('un niveau d’exigence de l’expérience', 'level of required experience'), code: 'unknown-experience' },
);

export const exigenceLetter = oneOf(
  withLabels(exigence.options, requirementLevels, { S: ['souhaitée', 'souhaite'], E: ['exigée', 'exige', 'requis'] }),
  { ...both('une exigence', 'level of requirement'), code: 'unknown-requirement-level' },
);

export const experienceUnitCode = oneOf(
  named(experienceUnit.options, () => undefined, {
    JO: ['jour', 'jours', 'day', 'days'],
    MO: ['mois', 'month', 'months'],
    AN: ['an', 'ans', 'année', 'années', 'year', 'years'],
  }),
  { ...both('une unité de durée', 'unit of time'), code: 'unknown-unit' },
);

export const qualificationDigit = oneOf(withLabels(qualification.options, qualifications), {
  ...both('un niveau de qualification', 'level of qualification'),
  code: 'unknown-qualification',
});

export const trainingLevelCode = oneOf(
  withLabels(trainingLevel.options, trainingLevels, {
    NV5: ['CAP', 'BEP'],
    NV4: ['bac', 'BP', 'bac pro'],
    NV3: ['bac+2', 'BTS', 'DUT'],
    NV2: ['bac+3', 'bac+4', 'licence'],
    NV1: ['bac+5', 'master'],
  }),
  { ...both('un niveau de formation', 'level of training'), code: 'unknown-training-level' },
);

export const payUnitCode = oneOf(
  named(payUnit.options, () => undefined, {
    HOUR: ['heure', 'horaire', 'hourly', 'H'],
    MONTH: ['mois', 'mensuel', 'monthly', 'M'],
    YEAR: ['an', 'année', 'annuel', 'yearly', 'annual', 'annually', 'A'],
  }),
  { ...both('une période de salaire de cette liste', 'pay period of this list'), code: 'unknown-pay-period' },
);

export const remoteModeCode = oneOf(
  named(remoteMode.options, () => undefined, {
    none: ['non', 'aucun', 'no', 'onsite'],
    hybrid: ['partiel', 'hybride', 'oui', 'yes'],
    full: ['total', 'complet', 'remote', 'telecommute'],
  }),
  { ...both('un mode de télétravail', 'mode of remote work'), code: 'unknown-remote-mode' },
);

export const workforceBand = oneOf(
  named(
    workforceBands.entries.map(({ code }) => code),
    (code) => workforceBands.label(code),
  ),
  {
    ...both('une tranche d’effectif de l’INSEE', 'INSEE band of the number of employees'),
    code: 'unknown-workforce-band',
  },
);

export const drivingLicence = oneOf(
  named(
    drivingLicences.entries.map(({ code }) => code),
    () => undefined,
    {},
  ),
  { ...both('une catégorie de permis', 'category of driving licence'), code: 'unknown-licence' },
);

/** Level 5 of the NAF, with or without its point. */
export const nafSector: Kind<string> = {
  code: 'unknown-sector',
  parse: (text) => sectorByCode(text.replaceAll(' ', '').toUpperCase())?.code,
  is: both('n’est pas un code NAF de niveau 5', 'is no code of the NAF, level 5'),
  write: both('Écrivez par exemple 10.71C ou 1071C.', 'Write for example 10.71C or 1071C.'),
};

export const languageCode: Kind<string> = {
  code: 'unknown-language',
  parse: (text) => (languageName(text.toLowerCase()) === undefined ? undefined : text.toLowerCase()),
  is: both('n’est pas un code de langue ISO 639', 'is no ISO 639 code of a language'),
  write: both('Écrivez par exemple fr, en ou de.', 'Write for example fr, en or de.'),
};

export const languageLevel: Kind<string> = {
  code: 'unknown-language-level',
  parse: (text) => (/^([1-5]|[ABC][12])$/i.test(text) ? text.toUpperCase() : undefined),
  is: both('n’est ni un niveau de 1 à 5 ni un niveau du CECR', 'is neither a level from 1 to 5 nor one of the CEFR'),
  write: both('Écrivez 1 à 5, ou A1 à C2.', 'Write 1 to 5, or A1 to C2.'),
};
