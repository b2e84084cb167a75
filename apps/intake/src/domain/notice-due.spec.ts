import fc from 'fast-check';

import { type ExpiryNotice, expiryNotice, lastDay, NOTICE_DAYS, nextNoticeAt } from './notice-due.js';

const due = (daysBefore: number, daysLeft: number): ExpiryNotice => ({ kind: 'due', daysBefore, daysLeft });
const later = (at: string): ExpiryNotice => ({ kind: 'later', at: new Date(at) });
const none: ExpiryNotice = { kind: 'none' };

describe('a notice', () => {
  it.each<[when: string, closesOn: string, now: string, told: number | undefined, expected: ExpiryNotice]>([
    ['long before', '2027-06-30', '2027-06-01T12:00:00Z', undefined, later('2027-06-22T22:00:00Z')],
    ['just before the seventh day', '2027-06-30', '2027-06-22T21:59:59Z', undefined, later('2027-06-22T22:00:00Z')],
    ['as the seventh day begins', '2027-06-30', '2027-06-22T22:00:00Z', undefined, due(7, 7)],
    ['four days before, after an absence', '2027-06-30', '2027-06-26T10:00:00Z', undefined, due(7, 4)],
    ['four days before, told already', '2027-06-30', '2027-06-26T10:00:00Z', 7, later('2027-06-28T22:00:00Z')],
    ['the day before, told a week ago', '2027-06-30', '2027-06-28T22:00:00Z', 7, due(1, 1)],
    ['the day before, after an absence: the nearest', '2027-06-30', '2027-06-29T10:00:00Z', undefined, due(1, 1)],
    ['on its last day, after an absence', '2027-06-30', '2027-06-30T21:59:59Z', 7, due(1, 0)],
    ['the day before, all told', '2027-06-30', '2027-06-29T10:00:00Z', 1, none],
    ['when it is over', '2027-06-30', '2027-06-30T22:00:00Z', 7, none],
    ['a week before the day after summer time began', '2027-03-29', '2027-03-21T23:00:00Z', undefined, due(7, 7)],
    ['a day of 23 hours before its last', '2027-03-29', '2027-03-27T23:00:00Z', 7, due(1, 1)],
    ['just before that', '2027-03-29', '2027-03-27T22:59:59Z', 7, later('2027-03-27T23:00:00Z')],
    ['a week before the day after winter time began', '2027-11-01', '2027-10-24T22:00:00Z', undefined, due(7, 7)],
    ['a day of 25 hours before its last', '2027-11-01', '2027-10-30T22:00:00Z', 7, due(1, 1)],
    ['at the end of a last day of 25 hours', '2027-10-31', '2027-10-31T22:59:59Z', 7, due(1, 0)],
    ['of an instant in the evening', '2027-06-30T18:00:00Z', '2027-06-28T22:00:00Z', 7, due(1, 1)],
    ['of an instant after midnight in Paris', '2027-06-30T22:30:00Z', '2027-06-29T22:00:00Z', 7, due(1, 1)],
    ['of an instant at midnight, which ends a day', '2027-06-30T22:00:00Z', '2027-06-28T22:00:00Z', 7, due(1, 1)],
    ['across a year', '2028-01-03', '2027-12-26T23:00:00Z', undefined, due(7, 7)],
  ])('%s', (_when, closesOn, now, told, expected) =>
    expect(expiryNotice(closesOn, told, new Date(now))).toEqual(expected),
  );

  const days = fc
    .date({ min: new Date('2026-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10));
  const hours = fc.array(fc.integer({ min: -14 * 24, max: 30 }), { maxLength: 40 });

  it('is given once for each of its days, in order, whenever one looks', () =>
    fc.assert(
      fc.property(days, hours, (closesOn, looks) => {
        const told: number[] = [];
        for (const hour of looks.sort((a, b) => a - b)) {
          const notice = expiryNotice(closesOn, told.at(-1), new Date(Date.parse(closesOn) + hour * 3_600_000));
          if (notice.kind !== 'due') continue;
          expect(notice.daysLeft).toBeLessThanOrEqual(notice.daysBefore);
          expect(notice.daysLeft).toBeGreaterThanOrEqual(0);
          told.push(notice.daysBefore);
        }
        expect(told).toEqual(NOTICE_DAYS.filter((one) => told.includes(one)));
      }),
    ));

  it('is due when it was said to be, and not a moment before', () =>
    fc.assert(
      fc.property(days, fc.constantFrom(undefined, 7), (closesOn, told) => {
        const at = nextNoticeAt(closesOn, told);
        if (at === undefined) throw new Error('there is one more');
        expect(expiryNotice(closesOn, told, at).kind).toBe('due');
        expect(expiryNotice(closesOn, told, new Date(at.getTime() - 1))).toEqual({ kind: 'later', at });
      }),
    ));

  it('is no more after the last', () => expect(nextNoticeAt('2027-06-30', 1)).toBeUndefined());
});

it.each([
  ['2027-06-30', '2027-06-30'],
  ['2027-06-30T18:00:00Z', '2027-06-30'],
  ['2027-06-30T22:00:00Z', '2027-06-30'],
  ['2027-06-30T22:00:00.001Z', '2027-07-01'],
  ['2027-01-15T23:30:00Z', '2027-01-16'],
])('what closes on %s is last seen on %s', (closesOn, day) => expect(lastDay(closesOn)).toBe(day));
