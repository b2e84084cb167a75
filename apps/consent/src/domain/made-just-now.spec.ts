import { v4, v7 } from 'uuid';

import { madeJustNow } from './made-just-now.js';

const NOW = Date.parse('2026-03-02T10:00:00Z');
const madeAt = (msecs: number): boolean => madeJustNow(v7({ msecs }), new Date(NOW));
const MINUTE = 60_000;

describe('an id made just now', () => {
  it('is at most ten minutes old, by whichever clock', () => {
    expect([0, -MINUTE, -10 * MINUTE, MINUTE].map((ago) => madeAt(NOW + ago))).toEqual([true, true, true, true]);
  });

  it('is not an older one', () => {
    expect([-10 * MINUTE - 1, -1_000 * MINUTE, 11 * MINUTE].map((ago) => madeAt(NOW + ago))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is not one that holds no time', () => {
    expect(madeJustNow(v4(), new Date(NOW))).toBe(false);
  });
});
