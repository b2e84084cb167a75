import fc from 'fast-check';

import { askedPerHour, payPerHour } from './pay-per-hour.js';

type Pay = NonNullable<Parameters<typeof payPerHour>[0]>;
const pay = (amount: Partial<Pay>): Pay => ({ currency: 'EUR', unit: 'HOUR', ...amount });

describe('pay by the hour', () => {
  it.each([
    ['an hour', pay({ min: 1250 }), undefined, 1250],
    ['the top of a range', pay({ min: 1250, max: 1400 }), undefined, 1400],
    ['a month at 35 hours', pay({ min: 182_303, unit: 'MONTH' }), { weeklyHours: 35 }, 1202],
    ['a month that says no hours', pay({ min: 182_303, unit: 'MONTH' }), undefined, 1202],
    ['a month at 39 hours', pay({ min: 203_138, unit: 'MONTH' }), { weeklyHours: 39 }, 1202],
    ['half a month', pay({ min: 91_152, unit: 'MONTH' }), { weeklyHours: 17, weeklyMinutes: 30 }, 1202],
    ['a year', pay({ min: 2_400_000, unit: 'YEAR' }), { fullTime: true }, 1319],
    ['a year of 13 months', pay({ min: 2_600_000, unit: 'YEAR', months: 13 }), { fullTime: true }, 1319],
    ['part time without its hours', pay({ min: 91_152, unit: 'MONTH' }), { fullTime: false }, undefined],
    ['part time by the hour', pay({ min: 1250 }), { fullTime: false }, 1250],
    ['another currency', pay({ min: 1250, currency: 'CHF' }), undefined, undefined],
    ['no amount', pay({ negotiable: true }), undefined, undefined],
    ['nothing said', undefined, undefined, undefined],
  ])('of %s', (_, given, time, cents) => expect(payPerHour(given, time)).toBe(cents));

  it.each([
    [1500, 'HOUR', 1500],
    [182_303, 'MONTH', 1202],
    [2_187_640, 'YEAR', 1202],
  ] as const)('asked for as %i a %s', (amount, unit, cents) => expect(askedPerHour(amount, unit)).toBe(cents));

  it('is reached by an ad that pays exactly what was asked for, at full time, in any unit', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom('HOUR', 'MONTH', 'YEAR'),
        (amount, unit) => {
          const pays = payPerHour(pay({ min: amount, unit }), { weeklyHours: 35 }) ?? -1;
          expect(pays).toBeGreaterThanOrEqual(askedPerHour(amount, unit));
        },
      ),
    ));
});
