import { legalWeeklyHours } from '@accord/reference-data/minimum-wage';

import type { CheckedOffer } from './check.js';
import { PlainText } from './plain-text.js';

type Pay = NonNullable<CheckedOffer['pay']>;

const weeksAMonth = 52 / 12;
/** L3121-36: 25 % more for the 36th to the 43rd hour, 50 % beyond. */
const overtime = { firstHours: 8, firstRate: 1.25, nextRate: 1.5 };

/** What one amount is worth an hour, in cents: at its best reading and at its strictest. */
export interface HourlyPay {
  /** Yearly bonuses spread over the year, overtime paid like any hour: if this is too low, nothing saves it. */
  readonly atBest: number;
  /** Extra months count in their own month only, overtime is paid with its premium. */
  readonly strict: number;
}

/** Hours a week that an amount pays. */
export interface WeeklyHours {
  readonly atBest: number;
  readonly strict: number;
}

/** Hours beyond 35 that are given back in days of rest, or over the year. */
const restDays = [
  'rtt',
  'jrtt',
  'jours de repos',
  'jour de repos',
  'annualise',
  'annualisee',
  'annualisation',
  'modulation',
];

function givesHoursBack({ description, workingTime, pay }: CheckedOffer): boolean {
  return [description, workingTime?.comment, pay?.comment, ...(pay?.benefits ?? [])].some(
    (text) => text !== undefined && new PlainText(text).find(restDays) !== undefined,
  );
}

/** Undefined when the hours are needed and not given: a part-time offer that does not say how much. */
export function weeklyHoursOf(offer: CheckedOffer): WeeklyHours | undefined {
  const { workingTime } = offer;
  const hours = (workingTime?.weeklyHours ?? 0) + (workingTime?.weeklyMinutes ?? 0) / 60;
  if (hours > legalWeeklyHours && givesHoursBack(offer)) return { atBest: legalWeeklyHours, strict: legalWeeklyHours };
  if (hours > 0) return { atBest: hours, strict: paidHours(hours) };
  return workingTime?.fullTime === false ? undefined : { atBest: legalWeeklyHours, strict: legalWeeklyHours };
}

/** Hours of base pay that a week costs, overtime with its premium. */
function paidHours(weeklyHours: number): number {
  const beyond = Math.max(0, weeklyHours - legalWeeklyHours);
  const first = Math.min(beyond, overtime.firstHours);
  return weeklyHours - beyond + first * overtime.firstRate + (beyond - first) * overtime.nextRate;
}

/** The hourly worth of an amount of this pay; undefined when it cannot be told. */
export function hourlyPay(amountCents: number, pay: Pay, hours: WeeklyHours | undefined): HourlyPay | undefined {
  if (pay.unit === 'HOUR') return { atBest: amountCents, strict: amountCents };
  if (hours === undefined) return undefined;
  const months = pay.months ?? 12;
  const monthly =
    pay.unit === 'MONTH'
      ? { atBest: (amountCents * months) / 12, strict: amountCents }
      : { atBest: amountCents / 12, strict: amountCents / months };
  return {
    atBest: monthly.atBest / (hours.atBest * weeksAMonth),
    strict: monthly.strict / (hours.strict * weeksAMonth),
  };
}
