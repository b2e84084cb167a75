import type { OfferDraft } from '@accord/contracts/offer';
import { languageName } from '@accord/reference-data/languages';

import { inWords } from './days.js';
import type { Pay } from './pay.js';

type Draft = Omit<OfferDraft, 'title' | 'description' | 'reference'>;

/** "CDI", "CDD de 6 mois", "mission d'intérim de 10 jours". */
export function contractWords({ contract: { type, nature, durationMonths, durationDays } }: Draft): string {
  const length = durationMonths === undefined ? daysWords(durationDays) : ` de ${durationMonths} mois`;
  return `${natureWords[nature] ?? typeWords[type]}${length}`;
}

const daysWords = (days: number | undefined): string =>
  days === undefined ? '' : ` ${days === 1 ? "d'une journée" : `de ${days} jours`}`;

const natureWords: Readonly<Record<string, string>> = {
  E2: "contrat d'apprentissage",
  FS: 'contrat de professionnalisation',
  CU: "CDD d'usage",
  EE: "contrat d'engagement éducatif",
  CC: 'CDI de chantier',
  CI: 'CDI intermittent',
};

const typeWords: Readonly<Record<Draft['contract']['type'], string>> = {
  CDI: 'CDI',
  CDD: 'CDD',
  DDI: "CDD d'insertion",
  DIN: 'CDI intérimaire',
  FRA: 'contrat de franchise',
  LIB: 'statut indépendant',
  MIS: "mission d'intérim",
  SAI: 'contrat saisonnier',
  REP: "reprise d'entreprise",
  CCE: 'statut commercial indépendant',
  TTI: "mission d'intérim d'insertion",
};

/** "temps plein, 35 h par semaine"; what the hours are like follows. */
export function hoursWords({ workingTime }: Draft): string | undefined {
  if (workingTime === undefined) return undefined;
  const { weeklyHours, weeklyMinutes, fullTime, comment } = workingTime;
  const hours = `${weeklyHours} h${weeklyMinutes === undefined ? '' : ` ${weeklyMinutes}`} par semaine`;
  return [`${fullTime === true ? 'temps plein' : 'temps partiel'}, ${hours}`, ...(comment ? [comment] : [])].join(
    ' ; ',
  );
}

/** "de 2 150 à 2 400 € brut par mois sur 13 mois". */
export function payWords({ pay }: Draft): string | undefined {
  if (pay?.min === undefined) return undefined;
  const { min, max, unit, months, comment } = pay;
  const amount =
    max === undefined || max === min ? `${euros(min, unit)} €` : `de ${euros(min, unit)} à ${euros(max, unit)} €`;
  return [
    `${amount} brut ${unitWords[unit]}`,
    months === undefined ? '' : ` sur ${months} mois`,
    comment === undefined ? '' : `, ${comment}`,
  ].join('');
}

const unitWords: Readonly<Record<Pay['unit'], string>> = { HOUR: "de l'heure", MONTH: 'par mois', YEAR: 'par an' };

/** "12,35" an hour, "2 150" otherwise. */
function euros(cents: number, unit: Pay['unit']): string {
  if (unit === 'HOUR') return (cents / 100).toFixed(2).replace('.', ',');
  const whole = String(Math.round(cents / 100));
  return whole.length > 3 ? `${whole.slice(0, -3)} ${whole.slice(-3)}` : whole;
}

export function startWords({ contract: { startDate, startFlexible } }: Draft): string {
  if (startDate === undefined) return startFlexible === true ? 'date à convenir' : 'dès que possible';
  return `le ${inWords(startDate)}${startFlexible === true ? ' ou à convenir' : ''}`;
}

/** "expérience de 2 ans exigée", "débutants acceptés". */
export function experienceWords({ requirements: { experience } }: Draft): string {
  const { exigence, min, max, unit } = experience;
  if (exigence === 'D' || min === undefined) return 'débutants acceptés';
  const length = max === undefined ? `de ${min} ${unitOf(unit, min)}` : `de ${min} à ${max} ${unitOf(unit, max)}`;
  return `expérience ${length} ${exigence === 'E' ? 'exigée' : 'souhaitée'}`;
}

const unitOf = (unit: string | undefined, count: number): string => (unit === 'MO' ? 'mois' : count > 1 ? 'ans' : 'an');

const levelWords: Readonly<Record<string, string>> = {
  NV5: 'CAP ou équivalent',
  NV4: 'bac ou équivalent',
  NV3: 'bac+2',
  NV2: 'bac+3',
  NV1: 'bac+5',
};

/** Diploma, languages and licences, each as a piece of a sentence. */
export function askedWords({ requirements: { trainings, languages, licences } }: Draft): string[] {
  const asked = (exigence: string): string => (exigence === 'E' ? 'exigé' : 'souhaité');
  return [
    ...(trainings ?? []).map(
      ({ level, domain, exigence }) => `diplôme ${asked(exigence)} : ${domain ?? levelWords[level]}`,
    ),
    ...(languages ?? []).map(({ iso639, level }) => `${languageName(iso639)} (${level})`),
    ...(licences ?? []).map(({ code, exigence }) => `permis ${code} ${asked(exigence)}`),
  ];
}

export function remoteWords({ remote }: Draft): string | undefined {
  if (remote?.mode === 'full') return 'télétravail complet possible';
  if (remote?.mode !== 'hybrid') return undefined;
  return `télétravail ${remote.daysPerWeek} jour${remote.daysPerWeek === 1 ? '' : 's'} par semaine`;
}
