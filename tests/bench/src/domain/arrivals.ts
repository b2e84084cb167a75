/**
 * When requests are due, in milliseconds from the start: as independent senders have it (a Poisson process), so that bursts are
 * part of what is measured. The same seed gives the same arrivals.
 */
export function arrivals(ratePerSecond: number, seconds: number, seed: number): number[] {
  const random = mulberry32(seed);
  const due: number[] = [];
  for (let at = gap(random, ratePerSecond); at < seconds * 1_000; at += gap(random, ratePerSecond)) due.push(at);
  return due;
}

const gap = (random: () => number, ratePerSecond: number): number => (-Math.log(1 - random()) / ratePerSecond) * 1_000;

/** Numbers from 0 to 1, fast and good enough for this: a mix of 32 bits by multiplication and shifts. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
