const FIRST_MS = 200;
const LONGEST_MS = 10_000;
/** One that ran this long was well: its next death counts as a first one. */
const WELL_AFTER_MS = 30_000;
/** So many deaths in a row are a crash loop, worth showing the log. */
export const CRASH_LOOP = 3;

/** The deaths in a row of one child. */
export interface Deaths {
  readonly inARow: number;
}

export const noDeaths: Deaths = { inARow: 0 };

/** A child ran for so long and died: what is known of it now, and how long to wait before it is started again. */
export function afterDeath(before: Deaths, ranMs: number): { readonly deaths: Deaths; readonly waitMs: number } {
  const inARow = ranMs >= WELL_AFTER_MS ? 1 : before.inARow + 1;
  return { deaths: { inARow }, waitMs: Math.min(FIRST_MS * 2 ** (inARow - 1), LONGEST_MS) };
}
