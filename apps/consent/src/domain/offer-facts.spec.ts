import { sealedOffer } from '@accord/contracts/sealed-offer';

import { bakery } from '../../test/rule-table.js';
import { anOffer } from '../../test/an-offer.js';
import { matchesFilter, traitsOf } from './offer-facts.js';

const { traits } = bakery;

describe('what clauses can be about', () => {
  it('is read from the text', () =>
    expect(traitsOf(anOffer)).toEqual({
      occupation: 'D1102',
      communes: ['35238'],
      departments: ['35'],
      contractType: 'CDI',
    }));
  it.each([
    ['2A004', '2A'],
    ['97411', '974'],
    ['98818', '988'],
    ['75056', '75'],
  ])('commune %s is in department %s', (communeInsee, department) => {
    const offer = sealedOffer.parse({ ...anOffer, workplaces: [{ communeInsee, postalCode: '00000' }] });
    expect(traitsOf(offer).departments).toEqual([department]);
  });
});

describe('a filter', () => {
  it('takes an occupation by its first letters', () => {
    expect(matchesFilter({ occupations: ['D'] }, traits)).toBe(true);
    expect(matchesFilter({ occupations: ['D12', 'D1102'] }, traits)).toBe(true);
    expect(matchesFilter({ occupations: ['1102'] }, traits)).toBe(false);
  });
  it('matches if one of several workplaces does', () =>
    expect(matchesFilter({ departments: ['35'] }, { ...traits, departments: ['75', '35'] })).toBe(true));
  it('must match in all that it names', () => {
    expect(matchesFilter({ communes: ['35238'], contractTypes: ['CDI', 'CDD'] }, traits)).toBe(true);
    expect(matchesFilter({ communes: ['35238'], contractTypes: ['CDD'] }, traits)).toBe(false);
  });
});
