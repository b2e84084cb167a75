import fc from 'fast-check';

import {
  isExhausted,
  isOutage,
  MAX_RETRY_AFTER_MS,
  parseRetryAfter,
  RETRY_SCHEDULE_MS,
  retryWaitMs,
} from './webhook-retry.js';

const even = { scale: 1, random: 0.5 };
const random = fc.double({ min: 0, max: 0.999999, noNaN: true });
const now = new Date('2026-11-24T09:00:00.000Z');

describe('the schedule', () => {
  it.each([
    [1, '5 s', 5],
    [2, '30 s', 30],
    [3, '2 min', 120],
    [4, '10 min', 600],
    [5, '1 h', 3_600],
    [6, '3 h', 10_800],
    [7, '6 h', 21_600],
    [8, '12 h', 43_200],
    [9, '24 h', 86_400],
    [10, '24 h', 86_400],
    [11, 'daily', 86_400],
    [400, 'daily', 86_400],
  ])('after failure %i waits %s', (failures, _name, seconds) =>
    expect(retryWaitMs(failures, even)).toBe(seconds * 1_000),
  );
  it('is used up after its tenth wait', () => {
    expect(isExhausted(RETRY_SCHEDULE_MS.length)).toBe(false);
    expect(isExhausted(RETRY_SCHEDULE_MS.length + 1)).toBe(true);
  });
  it('lasts about three days', () => {
    const days = RETRY_SCHEDULE_MS.reduce((sum, ms) => sum + ms, 0) / 86_400_000;
    expect(days).toBeGreaterThan(2.8);
    expect(days).toBeLessThan(3.2);
  });
  it('varies by a fifth either way', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), random, (failures, r) => {
        const share = retryWaitMs(failures, { scale: 1, random: r }) / retryWaitMs(failures, even);
        return share >= 0.8 && share <= 1.2;
      }),
    ));
  it('is scaled as a whole for tests', () => expect(retryWaitMs(5, { scale: 0.001, random: 0.5 })).toBe(3_600));
  it('is never shorter than the partner asks, within an hour', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(10_000_000), random, (failures, asked, r) => {
        const wait = retryWaitMs(failures, { scale: 1, random: r }, asked);
        return wait >= Math.min(asked, MAX_RETRY_AFTER_MS);
      }),
    ));
  it('cannot be stretched beyond an hour by the partner', () =>
    expect(retryWaitMs(1, even, 86_400_000)).toBe(MAX_RETRY_AFTER_MS));
});

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 7 ', 7_000],
    ['0', 0],
    ['99999999', MAX_RETRY_AFTER_MS],
    ['Tue, 24 Nov 2026 09:01:00 GMT', 60_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['Tue, 24 Nov 2099 08:00:00 GMT', MAX_RETRY_AFTER_MS],
    ['-5', undefined],
    ['1e9', undefined],
    ['soon', undefined],
    ['2026-11-24', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j asks for %j ms', (header, ms) => expect(parseRetryAfter(header, now)).toBe(ms));
  it('never makes us wait less than nothing or more than an hour', () =>
    fc.assert(
      fc.property(fc.string(), (header) => {
        const ms = parseRetryAfter(header, now) ?? 0;
        return ms >= 0 && ms <= MAX_RETRY_AFTER_MS;
      }),
    ));
});

describe('an outage', () => {
  it.each([100, 302, 408, 425, 429, 500, 503])('is what %i tells of', (status) => expect(isOutage(status)).toBe(true));
  it.each([400, 401, 404, 409, 410, 422])('is not what %i tells of', (status) => expect(isOutage(status)).toBe(false));
});
