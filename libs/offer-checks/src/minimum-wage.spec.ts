import fc from 'fast-check';

import { cleanOffer, given, now } from '../test/given-offer.js';
import { minimumWage } from './minimum-wage.js';

const tooLow = 'block FR-SMIC /pay/min';
const perhaps = 'advise FR-SMIC /pay/min';
const mamoudzou = [{ communeInsee: '97611', postalCode: '97600', country: 'FR' }];
const papeete = [{ communeInsee: '98735', postalCode: '98714', country: 'FR' }];
const abroad = [{ communeInsee: '35238', postalCode: '35000', country: 'DE' }];

describe('the minimum wage, 12.31 an hour', () => {
  describe('by the hour', () => {
    it.each([
      [1231, []],
      [1230, [tooLow]],
      [1500, []],
      [0, [tooLow]],
      [13, [tooLow]],
    ])('%i cents', (min, findings) => given(minimumWage, { pay: { min, unit: 'HOUR' } }).finds(...findings));
  });

  describe('by the month', () => {
    it.each([
      ['the figure of the decree', 186_702, { weeklyHours: 35 }, []],
      ['rounded to the euro', 186_700, { weeklyHours: 35 }, []],
      ['a euro less', 186_600, { weeklyHours: 35 }, [tooLow]],
      ['no hours given means full time', 186_600, undefined, [tooLow]],
      ['a half-time job', 93_400, { weeklyHours: 17, weeklyMinutes: 30, fullTime: false }, []],
      ['a half-time job paid less', 93_000, { weeklyHours: 17, weeklyMinutes: 30, fullTime: false }, [tooLow]],
      ['39 hours at the pay of 35', 190_000, { weeklyHours: 39 }, [tooLow]],
      ['39 hours at the pay of 35, with days of rest', 190_000, { weeklyHours: 39, comment: '23 jours de RTT' }, []],
      ['39 hours, overtime without its premium', 208_500, { weeklyHours: 39 }, [perhaps]],
      ['39 hours, overtime with its premium', 213_400, { weeklyHours: 39 }, []],
      ['part time without its hours', 100_000, { fullTime: false }, ['advise FR-SMIC /workingTime/weeklyHours']],
    ])('%s', (_, min, workingTime, findings) => {
      const { workingTime: before, ...offer } = cleanOffer;
      void before;
      const found = minimumWage.run({ ...offer, workingTime, pay: { min, currency: 'EUR', unit: 'MONTH' } }, { now });
      expect(found.map(({ severity, rule, pointer }) => `${severity} ${rule} ${pointer}`)).toEqual(findings);
    });
  });

  describe('by the year', () => {
    it.each([
      ['12 months', 2_240_500, 12, []],
      ['12 months, too low', 2_230_000, 12, [tooLow]],
      ['13 months that hold in each', 2_430_000, 13, []],
      ['13 months that hold only with the thirteenth', 2_300_000, 13, [perhaps]],
      ['16 months, too low in any reading', 2_200_000, 16, [tooLow]],
      ['a monthly figure with the wrong unit', 190_000, 12, [tooLow]],
    ])('%s', (_, min, months, findings) =>
      given(minimumWage, { pay: { min, unit: 'YEAR', months, max: undefined } }).finds(...findings),
    );
  });

  it('is the one in force on the first day of work', () => {
    const before = { now: new Date('2026-05-20T10:00:00Z') };
    const pay = { min: 1_210, unit: 'HOUR' } as const;
    given(minimumWage, { pay }, before).finds();
    given(minimumWage, { pay, contract: { startDate: '2026-06-15' } }, before).finds(tooLow);
  });

  it('is lower in Mayotte, and not ours to judge in French Polynesia or abroad', () => {
    const pay = { min: 1_000, unit: 'HOUR' } as const;
    given(minimumWage, { pay, workplaces: mamoudzou }).finds();
    given(minimumWage, { pay: { ...pay, min: 955 }, workplaces: mamoudzou }).finds(tooLow);
    given(minimumWage, { pay, workplaces: papeete }).finds();
    given(minimumWage, { pay, workplaces: abroad }).finds();
    given(minimumWage, { pay, workplaces: [...cleanOffer.workplaces, ...mamoudzou] }).finds();
  });

  it.each([
    ['an apprentice', { type: 'CDD', nature: 'E2', durationMonths: 24 }],
    ['a professionalisation contract', { type: 'CDD', nature: 'FS', durationMonths: 12 }],
    ['a summer camp', { type: 'CDD', nature: 'EE', durationDays: 14 }],
    ['a liberal profession', { type: 'LIB', nature: 'NS' }],
  ] as const)('does not hold for %s', (_, contract) =>
    given(minimumWage, { contract, pay: { min: 60_000, unit: 'MONTH' } }).finds(),
  );

  it('is compared with the maximum where there is no minimum', () =>
    given(minimumWage, { pay: { min: undefined, max: 1_000, unit: 'HOUR' } }).finds('block FR-SMIC /pay/max'));

  it('is not compared with another currency', () =>
    given(minimumWage, { pay: { min: 1_000, currency: 'CHF', unit: 'HOUR' } }).finds());

  it('never blocks an hourly pay from 12.31 on, in any unit, and always one clearly below', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 600, max: 3_000 }),
        fc.integer({ min: 10, max: 35 }),
        fc.constantFrom('HOUR', 'MONTH', 'YEAR'),
        (cents, weeklyHours, unit) => {
          const factor = { HOUR: 1, MONTH: (weeklyHours * 52) / 12, YEAR: weeklyHours * 52 }[unit];
          const pay = { min: Math.round(cents * factor), currency: 'EUR', unit } as const;
          const blocked = minimumWage.run({ ...cleanOffer, workingTime: { weeklyHours }, pay }, { now }).length > 0;
          expect(blocked).toBe(cents < 1_231);
        },
      ),
    ));
});
