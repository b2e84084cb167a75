import type { Pace } from '@accord/receipts/webhook-retry';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Waits before the first, second … look: soon, then slower. */
const WAITS_MS: readonly number[] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];
/** Once a day after that, so that an ad that goes at last is seen to be gone. */
const LAST_LOOK_MS = 30 * DAY;
const JITTER = 0.2;

/** When to look next after so many looks; undefined once nobody looks any more. */
export function nextLookAt(looks: number, toldAt: Date, now: Date, pace: Pace): Date | undefined {
  if (now.getTime() - toldAt.getTime() > LAST_LOOK_MS * pace.scale) return undefined;
  const wait = (WAITS_MS[looks] ?? DAY) * pace.scale;
  return new Date(now.getTime() + wait * (1 - JITTER + 2 * JITTER * pace.random));
}

/** Whether an ad that is still visible is so for too long. @param hours after the partner was told */
export const isOverdue = (toldAt: Date, now: Date, hours: number, { scale }: Pick<Pace, 'scale'>): boolean =>
  now.getTime() - toldAt.getTime() >= hours * HOUR * scale;
