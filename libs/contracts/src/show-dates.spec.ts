import { closesAt, dayOrInstant, opensAt } from './show-dates.js';

describe('days on show', () => {
  it.each([
    ['2027-06-30', '2027-06-30T22:00:00.000Z'],
    ['2027-01-15', '2027-01-15T23:00:00.000Z'],
    // The days of the change to summer time and back.
    ['2027-03-27', '2027-03-27T23:00:00.000Z'],
    ['2027-03-28', '2027-03-28T22:00:00.000Z'],
    ['2027-10-30', '2027-10-30T22:00:00.000Z'],
    ['2027-10-31', '2027-10-31T23:00:00.000Z'],
    ['2026-12-31', '2026-12-31T23:00:00.000Z'],
    ['2027-06-30T18:00:00Z', '2027-06-30T18:00:00.000Z'],
  ])('closing on %s ends at %s', (on, at) => expect(closesAt(on).toISOString()).toBe(at));

  it('opening on a day begins with it in Paris', () => {
    expect(opensAt('2027-06-30').toISOString()).toBe('2027-06-29T22:00:00.000Z');
    expect(opensAt('2027-06-30T08:00:00Z').toISOString()).toBe('2027-06-30T08:00:00.000Z');
  });

  it.each(['2027-02-30', '30/06/2027', '2027-06-30T18:00:00', ''])('%s is neither', (on) =>
    expect(dayOrInstant.safeParse(on).success).toBe(false),
  );
});
