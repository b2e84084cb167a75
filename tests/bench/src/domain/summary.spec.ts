import fc from 'fast-check';

import { summarize } from './summary.js';

describe('a summary', () => {
  it('names values by nearest rank', () =>
    expect(summarize(Array.from({ length: 100 }, (_, at) => 100 - at))).toEqual({
      count: 100,
      p50: 50,
      p95: 95,
      p99: 99,
      max: 100,
    }));
  it('of one value is that value', () => expect(summarize([7])).toEqual({ count: 1, p50: 7, p95: 7, p99: 7, max: 7 }));
  it('of nothing is refused: a bench that measured nothing has no figures', () =>
    expect(() => summarize([])).toThrow('nothing was measured'));
  it('sorts numbers as numbers', () => expect(summarize([9, 100, 11]).p50).toBe(11));
  it('answers measured values in order, and leaves the given ones as they are', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), (values) => {
        const before = [...values];
        const { p50, p95, p99, max } = summarize(values);
        expect(p50 <= p95 && p95 <= p99 && p99 <= max).toBe(true);
        for (const one of [p50, p95, p99, max]) expect(values.some((value) => value === one)).toBe(true);
        expect(values).toEqual(before);
      }),
    ));
});
