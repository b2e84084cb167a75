const MADE_JUST_NOW_MS = 10 * 60_000;
const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/iu;

/**
 * Whether an offer's id was made in the last ten minutes, by the time in it (RFC 9562 §5.7). The clocks of two machines differ
 * a little, so one from the near future counts too.
 */
export function madeJustNow(id: string, now: Date): boolean {
  if (!VERSION_7.test(id)) return false;
  const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  return Math.abs(now.getTime() - made) <= MADE_JUST_NOW_MS;
}
