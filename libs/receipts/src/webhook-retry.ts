const S = 1_000;
const MINUTE = 60 * S;
const HOUR = 60 * MINUTE;

/** Waits after the first, second … failed request of one message; about three days in all, then once a day. */
export const RETRY_SCHEDULE_MS: readonly number[] = [
  5 * S,
  30 * S,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
];
const DAILY_MS = 24 * HOUR;
const JITTER = 0.2;
/** A receiver may ask for no longer pause than this. */
export const MAX_RETRY_AFTER_MS = HOUR;

/** What makes the same rule different each time: given, so that the rule stays a function. */
export interface Pace {
  /** 1, but in the test profile, where hours become seconds. */
  readonly scale: number;
  /** From 0 up to 1. */
  readonly random: number;
}

/** Whether the schedule is used up. */
export const isExhausted = (failures: number): boolean => failures > RETRY_SCHEDULE_MS.length;

/** How long to wait after so many failed requests, ± 20 %; never shorter than the receiver asked. */
export function retryWaitMs(failures: number, pace: Pace, retryAfterMs = 0): number {
  const wait = RETRY_SCHEDULE_MS[failures - 1] ?? DAILY_MS;
  const jittered = wait * (1 - JITTER + 2 * JITTER * pace.random);
  return Math.max(jittered * pace.scale, Math.min(retryAfterMs, MAX_RETRY_AFTER_MS));
}

/** `Retry-After` (RFC 9110 §10.2.3): seconds or a date. Nothing where it says nothing that can be understood. */
export function parseRetryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * S, MAX_RETRY_AFTER_MS);
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.min(Math.max(at - now.getTime(), 0), MAX_RETRY_AFTER_MS);
}

/** The receiver is not up. A 4xx shows that it is, but for those that say "not now". */
export const isOutage = (status: number): boolean => status < 400 || status >= 500 || [408, 425, 429].includes(status);
