/** Waits between attempts to ask the register about one offer, in seconds; the last is repeated. */
const schedule = [1, 2, 5, 10, 20, 30] as const;

/**
 * How long the next attempt waits, in milliseconds, after so many failed ones. `chance` (0 to 1) shortens it by up to a
 * third, so that what was queued together does not come back together.
 */
export function retryDelayMs(failed: number, chance: number, scale = 1): number {
  const seconds = schedule[Math.min(Math.max(failed, 1), schedule.length) - 1] ?? 30;
  return seconds * 1_000 * (1 - chance / 3) * scale;
}
