import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { legalWeeklyHours } from '@accord/reference-data/minimum-wage';

const WEEKS_A_MONTH = 52 / 12;

/**
 * The most an ad pays for an hour, gross, in cents, so that ads can be compared whatever their unit. A month is 151.67
 * hours at 35 a week, and pro rata at other hours; a year is divided by the months it pays. Undefined where it says no
 * pay, pays in another currency, or is part time without its hours.
 */
export function payPerHour(pay: ShowableOffer['pay'], workingTime: ShowableOffer['workingTime']): number | undefined {
  const amount = pay?.max ?? pay?.min;
  if (pay === undefined || amount === undefined || pay.currency !== 'EUR') return undefined;
  if (pay.unit === 'HOUR') return amount;
  const hours = weeklyHours(workingTime);
  if (hours === undefined) return undefined;
  const monthly = pay.unit === 'MONTH' ? amount : amount / (pay.months ?? 12);
  return Math.round(monthly / (hours * WEEKS_A_MONTH));
}

/** What an amount asked for is worth an hour, at full time. */
export function askedPerHour(amountCents: number, unit: 'HOUR' | 'MONTH' | 'YEAR'): number {
  const hours = { HOUR: 1, MONTH: legalWeeklyHours * WEEKS_A_MONTH, YEAR: legalWeeklyHours * 52 }[unit];
  // Rounded as an ad's pay is; what is lost in division must not make the same amount less.
  return Math.round(amountCents / hours - 1e-6);
}

function weeklyHours(workingTime: ShowableOffer['workingTime']): number | undefined {
  const hours = (workingTime?.weeklyHours ?? 0) + (workingTime?.weeklyMinutes ?? 0) / 60;
  if (hours > 0) return hours;
  return workingTime?.fullTime === false ? undefined : legalWeeklyHours;
}
