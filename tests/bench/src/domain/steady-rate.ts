/** A start is no steady state: so much of it is left out. */
const WARM_UP_US = 1_000_000;

/** How many a second came, by their times in microseconds, without the first second; 0 where all is over before. */
export function steadyRate(timesUs: readonly number[]): number {
  const first = timesUs.reduce((least, at) => Math.min(least, at), Infinity);
  const last = timesUs.reduce((most, at) => Math.max(most, at), -Infinity);
  const counted = timesUs.filter((at) => at > first + WARM_UP_US).length;
  const us = last - first - WARM_UP_US;
  return us <= 0 ? 0 : counted / (us / 1e6);
}
