import type { Finding } from '@accord/contracts/finding';

import type { Check, CheckedOffer } from './check.js';

const rule = 'FR-FALSE';
const article = 'L5331-3';

const beginnersBut: Finding = {
  rule,
  article,
  severity: 'block',
  pointer: '/requirements/experience/min',
  message: {
    fr: "Un débutant est accepté et une durée d'expérience est demandée.",
    en: 'Beginners are accepted and a length of experience is asked for.',
  },
  remedy: {
    fr: 'Écrivez exigence S ou E, ou retirez min.',
    en: 'Write exigence S or E, or take min out.',
  },
};

const reversed: Finding = {
  rule,
  article,
  severity: 'block',
  pointer: '/requirements/experience/max',
  message: { fr: 'Le maximum est inférieur au minimum.', en: 'The maximum is below the minimum.' },
  remedy: { fr: 'Échangez ou corrigez min et max.', en: 'Exchange or correct min and max.' },
};

const noUnit: Finding = {
  rule: 'FR-MIN',
  severity: 'block',
  pointer: '/requirements/experience/unit',
  message: { fr: "La durée d'expérience n'a pas d'unité.", en: 'The length of experience has no unit.' },
  remedy: { fr: 'Écrivez unit JO, MO ou AN.', en: 'Write unit JO (days), MO (months) or AN (years).' },
};

const noLength: Finding = {
  rule: 'FR-MIN',
  severity: 'advise',
  pointer: '/requirements/experience/min',
  message: {
    fr: "Une expérience est exigée sans que l'offre dise combien.",
    en: 'Experience is required and the offer does not say how much.',
  },
  remedy: { fr: 'Donnez min et unit.', en: 'Give min and unit.' },
};

function run({ requirements: { experience: asked } }: CheckedOffer): Finding[] {
  const least = asked.min ?? 0;
  const findings: Finding[] = [];
  if (asked.exigence === 'D' && least > 0) findings.push(beginnersBut);
  if (asked.max !== undefined && asked.max < least) findings.push(reversed);
  if ((least > 0 || (asked.max ?? 0) > 0) && asked.unit === undefined) findings.push(noUnit);
  if (asked.exigence === 'E' && least === 0 && asked.max === undefined && asked.comment === undefined)
    findings.push(noLength);
  return findings;
}

/** What the offer asks of experience does not contradict itself. */
export const experience: Check = { name: 'experience', needs: [], run };
