import { z } from 'zod';

/** A day, or an instant where the hour matters. A day begins and ends in Europe/Paris (DESIGN.md §3, "Time"). */
export const dayOrInstant = z.iso
  .date()
  .or(z.iso.datetime({ error: 'a day (2027-06-30) or an instant in UTC (2027-06-30T18:00:00Z)' }));

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The first instant on show: an instant as it is, a day from its midnight in Paris. */
export const opensAt = (on: string): Date => (DAY.test(on) ? parisMidnight(on, 0) : new Date(on));

/** The first instant no longer on show: an instant as it is, a day until the midnight in Paris that ends it. */
export const closesAt = (on: string): Date => (DAY.test(on) ? parisMidnight(on, 1) : new Date(on));

const parisOffset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', timeZoneName: 'longOffset' });

const MOST_KEPT = 1_000;
const offsets = new Map<string, number>();

/** Hours that Paris is ahead at this instant. Few days are asked for, and each often. */
function hoursAhead(utc: Date): number {
  const key = utc.toISOString();
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const name = parisOffset.formatToParts(utc).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const hours = Number(/GMT\+(\d{2})/.exec(name)?.[1] ?? 0);
  if (offsets.size >= MOST_KEPT) offsets.clear();
  offsets.set(key, hours);
  return hours;
}

/** Midnight never falls in the hour that a change of summer time skips or repeats, so one look at the offset is enough. */
function parisMidnight(day: string, daysLater: number): Date {
  const utc = new Date(`${day}T00:00:00Z`);
  utc.setUTCDate(utc.getUTCDate() + daysLater);
  return new Date(utc.getTime() - hoursAhead(utc) * 3_600_000);
}
