import type { Finding } from '@accord/contracts/finding';
import { legalWeeklyHours } from '@accord/reference-data/minimum-wage';

import type { Check, CheckedOffer } from './check.js';

/** L3121-20: no more than 48 hours in a week. */
const mostHours = 48;

const tooLong: Finding = {
  rule: 'FR-HOURS',
  article: 'L3121-20',
  severity: 'block',
  pointer: '/workingTime/weeklyHours',
  message: {
    fr: `La durée dépasse ${mostHours} heures par semaine.`,
    en: `The working time exceeds ${mostHours} hours a week.`,
  },
  remedy: {
    fr: 'Donnez la durée hebdomadaire moyenne du contrat.',
    en: "Give the contract's average weekly hours.",
  },
};

const contradiction = (fullTime: boolean): Finding => ({
  rule: 'FR-FALSE',
  article: 'L5331-3',
  severity: fullTime ? 'advise' : 'review',
  pointer: '/workingTime/fullTime',
  message: fullTime
    ? {
        fr: `Le temps plein est annoncé avec moins de ${legalWeeklyHours} heures.`,
        en: `Full time is announced with fewer than ${legalWeeklyHours} hours.`,
      }
    : {
        fr: `Le temps partiel est annoncé avec ${legalWeeklyHours} heures ou plus.`,
        en: `Part time is announced with ${legalWeeklyHours} hours or more.`,
      },
  remedy: {
    fr: 'Corrigez fullTime ou la durée hebdomadaire.',
    en: 'Correct fullTime or the weekly hours.',
  },
});

function run({ workingTime: time }: CheckedOffer): Finding[] {
  if (time?.weeklyHours === undefined) return [];
  const hours = time.weeklyHours + (time.weeklyMinutes ?? 0) / 60;
  if (hours > mostHours) return [tooLong];
  if (time.fullTime === undefined || hours === 0) return [];
  return time.fullTime === hours >= legalWeeklyHours ? [] : [contradiction(time.fullTime)];
}

/** Weekly hours are lawful and agree with full or part time. */
export const workingTime: Check = { name: 'working-time', needs: [], run };
