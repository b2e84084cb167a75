import { belongsTo, type MandateFacts, type Standing, standingOf } from './mandate.js';

const mandate: MandateFacts = { state: 'active', startsOn: '2027-01-10', endsOn: '2027-01-31' };
const given = (today: string, change: Partial<MandateFacts> = {}) => ({
  is: (standing: Standing) => expect(standingOf({ ...mandate, ...change }, today)).toBe(standing),
});

describe('a mandate', () => {
  it('begins with its first day', () => {
    given('2027-01-09').is('notYet');
    given('2027-01-10').is('inForce');
  });
  it('ends with its last day', () => {
    given('2027-01-31').is('inForce');
    given('2027-02-01').is('ended');
  });
  it('without a last day goes on', () => given('2099-01-01', { endsOn: undefined }).is('inForce'));
  it('that was ended is over, whatever its days', () => given('2027-01-15', { state: 'ended' }).is('ended'));
  it('that nobody has confirmed allows nothing', () => given('2027-01-15', { state: 'pending' }).is('pending'));
  it('that nobody confirmed in time is over', () => given('2027-02-01', { state: 'pending' }).is('ended'));
});

describe('an establishment', () => {
  it.each([
    ['00010001600013', true],
    ['00010002400017', false],
    ['000100016', false],
    ['0001000160001X', false],
  ])('%s is one of 000100016: %s', (siret, own) => expect(belongsTo(siret, '000100016')).toBe(own));
});
