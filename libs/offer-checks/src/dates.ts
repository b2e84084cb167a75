import type { Finding } from '@accord/contracts/finding';
import { closesAt, opensAt } from '@accord/contracts/show-dates';

import type { Check, CheckContext, CheckedOffer } from './check.js';

const rule = 'DATES';
const farDays = 550;
const longDays = 366;

const closed: Finding = {
  rule,
  severity: 'block',
  pointer: '/closesOn',
  message: { fr: 'La date de fin de publication est passée.', en: 'The last day on show is in the past.' },
  remedy: { fr: "Donnez une date à partir d'aujourd'hui.", en: 'Give a date from today on.' },
};

const neverOpen: Finding = {
  rule,
  severity: 'block',
  pointer: '/opensOn',
  message: {
    fr: "L'offre s'ouvrirait après sa fin de publication.",
    en: 'The offer would open after its last day on show.',
  },
  remedy: { fr: 'Corrigez opensOn ou closesOn.', en: 'Correct opensOn or closesOn.' },
};

const longOpen: Finding = {
  rule,
  severity: 'advise',
  pointer: '/closesOn',
  message: {
    fr: "L'offre resterait publiée plus d'un an.",
    en: 'The offer would be on show for more than a year.',
  },
  remedy: {
    fr: 'Donnez une date plus proche ; une offre se renouvelle.',
    en: 'Give an earlier date; an offer can be renewed.',
  },
};

const started: Finding = {
  rule,
  severity: 'advise',
  pointer: '/contract/startDate',
  message: { fr: "La date d'embauche est passée.", en: 'The start date is in the past.' },
  remedy: {
    fr: 'Donnez la nouvelle date, ou retirez-la si le poste est à pourvoir dès que possible.',
    en: 'Give the new date, or take it out when the job is to be filled as soon as possible.',
  },
};

const farStart: Finding = {
  rule,
  severity: 'review',
  pointer: '/contract/startDate',
  message: {
    fr: "La date d'embauche est dans plus d'un an et demi.",
    en: 'The start date is more than a year and a half away.',
  },
  remedy: { fr: "Vérifiez l'année.", en: 'Check the year.' },
};

const DAY_MS = 86_400_000;
const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY_MS;

function run({ opensOn, closesOn, contract: { startDate } }: CheckedOffer, { now }: CheckContext): Finding[] {
  const closing = closesAt(closesOn);
  const opening = opensOn === undefined ? now : opensAt(opensOn);
  const findings: Finding[] = [];
  if (closing <= now) findings.push(closed);
  if (opensOn !== undefined && opening >= closing) findings.push(neverOpen);
  if (daysBetween(opening, closing) > longDays) findings.push(longOpen);
  if (startDate !== undefined && closesAt(startDate) <= now) findings.push(started);
  if (startDate !== undefined && daysBetween(now, opensAt(startDate)) > farDays) findings.push(farStart);
  return findings;
}

/** The days of an offer follow each other, and lie where such days lie. */
export const dates: Check = { name: 'dates', needs: [], run };
