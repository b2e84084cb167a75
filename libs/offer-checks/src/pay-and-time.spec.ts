import { given } from '../test/given-offer.js';
import { experience } from './experience.js';
import { payRange } from './pay-range.js';
import { payTransparency } from './pay-transparency.js';
import { workingTime } from './working-time.js';

describe('the range of pay', () => {
  it.each([
    ['a range', { min: 200_000, max: 240_000 }, []],
    ['one figure', { min: 200_000, max: 200_000 }, []],
    ['a reversed range', { min: 240_000, max: 200_000 }, ['block FR-FALSE /pay/max']],
    ['a monthly figure by the hour', { min: 200_000, max: undefined, unit: 'HOUR' }, ['review FR-FALSE /pay/min']],
    ['a yearly figure by the month', { min: 200_000, max: 4_500_000, unit: 'MONTH' }, ['review FR-FALSE /pay/max']],
    ['a high yearly pay', { min: 9_000_000, max: 12_000_000, unit: 'YEAR' }, []],
  ] as const)('%s', (_, pay, findings) => given(payRange, { pay }).finds(...findings));
});

describe('saying what work is paid', () => {
  it('is wanted of employers', () => {
    given(payTransparency, { pay: { min: undefined } }).finds();
    given(payTransparency, { pay: { min: undefined, max: undefined } }).finds('advise FR-PAY /pay');
    given(payTransparency, { pay: undefined }).finds('advise FR-PAY /pay');
  });
  it('is not where nobody is employed', () =>
    given(payTransparency, { pay: undefined, contract: { type: 'FRA', nature: 'NS' } }).finds());
});

describe('working time', () => {
  it.each([
    [{ weeklyHours: 35, fullTime: true }, []],
    [{ weeklyHours: 24, fullTime: false }, []],
    [{ weeklyHours: 48, fullTime: true }, []],
    [{ weeklyHours: 48, weeklyMinutes: 30, fullTime: true }, ['block FR-HOURS /workingTime/weeklyHours']],
    [{ weeklyHours: 35, fullTime: false }, ['review FR-FALSE /workingTime/fullTime']],
    [{ weeklyHours: 32, fullTime: true }, ['advise FR-FALSE /workingTime/fullTime']],
    [{ weeklyHours: 20, fullTime: undefined }, []],
    [{ weeklyHours: undefined, fullTime: false }, []],
  ])('%p', (time, findings) => given(workingTime, { workingTime: time }).finds(...findings));
});

describe('experience', () => {
  it.each([
    [{ exigence: 'D' }, []],
    [{ exigence: 'D', min: 0 }, []],
    [{ exigence: 'D', min: 24, unit: 'MO' }, ['block FR-FALSE/min']],
    [{ exigence: 'E', min: 2, unit: 'AN' }, []],
    [{ exigence: 'E', min: 2 }, ['block FR-MIN/unit']],
    [{ exigence: 'E' }, ['advise FR-MIN/min']],
    [{ exigence: 'E', comment: 'Un service complet en brasserie' }, []],
    [{ exigence: 'S', min: 3, max: 1, unit: 'AN' }, ['block FR-FALSE/max']],
    [{ exigence: 'S', max: 3, unit: 'AN' }, []],
  ] as const)('%p', (asked, findings) =>
    given(experience, { requirements: { experience: asked } }).finds(
      ...findings.map((finding) => finding.replace(/\/(min|max|unit)$/, ' /requirements/experience/$1')),
    ),
  );
});
