import { given } from '../test/given-offer.js';
import { dates } from './dates.js';

describe('the days of an offer', () => {
  it.each([
    ['closing today', { closesOn: '2026-11-24' }, []],
    ['closed yesterday', { closesOn: '2026-11-23' }, ['block DATES /closesOn']],
    ['closing in a second', { closesOn: '2026-11-24T11:00:01Z' }, []],
    ['closing now', { closesOn: '2026-11-24T11:00:00Z' }, ['block DATES /closesOn']],
    ['open for one day', { opensOn: '2026-12-01', closesOn: '2026-12-01' }, []],
    ['opening after its end', { opensOn: '2026-12-02', closesOn: '2026-12-01' }, ['block DATES /opensOn']],
    [
      'opening as it ends',
      { opensOn: '2026-12-02T10:00:00Z', closesOn: '2026-12-02T10:00:00Z' },
      ['block DATES /opensOn'],
    ],
    ['on show for two years', { closesOn: '2028-11-24' }, ['advise DATES /closesOn']],
    ['starting today', { contract: { startDate: '2026-11-24' } }, []],
    ['started last week', { contract: { startDate: '2026-11-17' } }, ['advise DATES /contract/startDate']],
    ['starting next year', { contract: { startDate: '2027-09-01' } }, []],
    ['starting in another age', { contract: { startDate: '2036-01-01' } }, ['review DATES /contract/startDate']],
  ])('%s', (_, change, findings) => given(dates, change).finds(...findings));

  it('end with the day in Paris, not in Greenwich', () => {
    const late = { now: new Date('2026-11-24T23:30:00Z') };
    given(dates, { closesOn: '2026-11-24' }, late).finds('block DATES /closesOn');
    given(dates, { closesOn: '2026-11-25' }, late).finds();
  });
});
