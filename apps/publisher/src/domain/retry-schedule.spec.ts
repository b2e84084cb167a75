import fc from 'fast-check';

import { askAgainWaitMs, refusalWaitMs } from './retry-schedule.js';

const random = fc.double({ min: 0, max: 0.999999, noNaN: true });

describe('a refused posting', () => {
  it('is asked for again within five minutes', () =>
    fc.assert(
      fc.property(random, (r) => {
        const wait = refusalWaitMs({ scale: 1, random: r });
        return wait >= 180_000 && wait <= 300_000;
      }),
    ));
});

describe('asking the gate again', () => {
  it('doubles up to five seconds', () =>
    expect([0, 1, 2, 3, 10, 60].map((asks) => askAgainWaitMs(asks, { scale: 1, random: 0.999999 }))).toEqual(
      [100, 200, 400, 800, 5_000, 5_000].map((ms) => expect.closeTo(ms, 1)),
    ));
});
