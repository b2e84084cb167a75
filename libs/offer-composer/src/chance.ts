/** A sequence of numbers that looks random and is always the same for the same seed (mulberry32): no clock, no entropy. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = scrambled(seed);
  }

  /** From 0, included, to 1, excluded. */
  number(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.number() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.number() < probability;
  }

  /** @throws Error when the list is empty: there is nothing to choose */
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.number() * list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** Up to `count` different ones, in the list's order. */
  some<T>(list: readonly T[], count: number): T[] {
    let wanted = Math.min(count, list.length);
    return list.filter((_, index) => {
      const taken = this.number() * (list.length - index) < wanted;
      if (taken) wanted -= 1;
      return taken;
    });
  }
}

/** Neighbouring seeds (0, 1, 2 …) must not give neighbouring sequences. */
function scrambled(seed: number): number {
  const high = Math.floor(seed / 4_294_967_296);
  let mixed = Math.imul((seed ^ Math.imul(high, 0x9e3779b1)) | 0, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Things to choose among, each as often as it weighs. */
export class Weighted<T> {
  private readonly items: readonly T[];
  private readonly sums: Float64Array;

  constructor(weights: Iterable<readonly [item: T, weight: number]>) {
    const all = [...weights].filter(([, weight]) => weight > 0);
    this.items = all.map(([item]) => item);
    let sum = 0;
    this.sums = Float64Array.from(all, ([, weight]) => (sum += weight));
  }

  /** @throws Error when nothing weighs anything */
  pick(chance: Chance): T {
    const wanted = chance.number() * (this.sums.at(-1) ?? 0);
    let low = 0;
    let high = this.items.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    const found = this.items[low];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }
}
