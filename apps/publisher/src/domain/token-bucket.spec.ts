import fc from 'fast-check';

import { fullBucket, refilled, taken, waitForTokenMs } from './token-bucket.js';

describe('a token bucket', () => {
  it('starts with a second of requests, and at least one', () => {
    expect(fullBucket(50, 0).tokens).toBe(50);
    expect(fullBucket(0.1, 0).tokens).toBe(1);
  });
  it('refills with time, up to its burst', () => {
    const empty = taken(fullBucket(10, 0), 10);
    expect(refilled(empty, 10, 500).tokens).toBe(5);
    expect(refilled(empty, 10, 60_000).tokens).toBe(10);
  });
  it('gains nothing from a clock that steps back', () =>
    expect(refilled(taken(fullBucket(10, 1_000), 10), 10, 0)).toEqual({ tokens: 0, at: 1_000 }));
  it('follows a lower rate at once', () => expect(refilled(fullBucket(100, 0), 5, 0).tokens).toBe(5));
  it('says how long until the next token', () => {
    expect(waitForTokenMs({ tokens: 1, at: 0 }, 2)).toBe(0);
    expect(waitForTokenMs({ tokens: 0, at: 0 }, 2)).toBe(500);
  });
  it('lets through no more than rate × time + burst', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 50 }),
        (rate, gaps) => {
          let bucket = fullBucket(rate, 0);
          let clock = 0;
          let through = 0;
          for (const gap of gaps) {
            clock += gap;
            bucket = refilled(bucket, rate, clock);
            const take = Math.floor(bucket.tokens);
            bucket = taken(bucket, take);
            through += take;
          }
          return through <= rate + (clock / 1_000) * rate + 1e-6;
        },
      ),
    ));
});
