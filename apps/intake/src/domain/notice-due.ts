import { closesAt, opensAt } from '@accord/contracts/show-dates';
import { parisDay } from '@accord/offer-checks/paris-day';

/** So many days before its last day on show an offer's employer is told, at the midnight in Paris that begins the day. */
export const NOTICE_DAYS = [7, 1] as const;

/** What is to be told of an offer on show, and when. */
export type ExpiryNotice =
  | { readonly kind: 'due'; readonly daysBefore: number; readonly daysLeft: number }
  | { readonly kind: 'later'; readonly at: Date }
  /** All is told, or its end is past. */
  | { readonly kind: 'none' };

/**
 * The notice that stands out at `now`: the nearest of those that are due, never two. `told` is how many days before this same
 * last day the last one was; undefined: none yet.
 */
export function expiryNotice(closesOn: string, told: number | undefined, now: Date): ExpiryNotice {
  if (closesAt(closesOn) <= now) return { kind: 'none' };
  const untold = NOTICE_DAYS.filter((days) => told === undefined || days < told);
  const due = untold.filter((days) => noticeAt(closesOn, days) <= now).at(-1);
  if (due !== undefined)
    return { kind: 'due', daysBefore: due, daysLeft: daysBetween(parisDay(now), lastDay(closesOn)) };
  return untold[0] === undefined ? { kind: 'none' } : { kind: 'later', at: noticeAt(closesOn, untold[0]) };
}

/** When the first notice, or the next after the one so many days before, is due; undefined after the last. */
export function nextNoticeAt(closesOn: string, told?: number): Date | undefined {
  const next = NOTICE_DAYS.find((days) => told === undefined || days < told);
  return next === undefined ? undefined : noticeAt(closesOn, next);
}

/** The day in Paris on which it is last seen: an instant at midnight ends the day before. */
export const lastDay = (closesOn: string): string => parisDay(new Date(closesAt(closesOn).getTime() - 1));

const noticeAt = (closesOn: string, daysBefore: number): Date => opensAt(daysEarlier(lastDay(closesOn), daysBefore));

const DAY_MS = 86_400_000;
/** Days as the calendar counts them, whatever hours they have. */
const daysEarlier = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
