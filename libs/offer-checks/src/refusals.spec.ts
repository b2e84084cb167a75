import { allCommunes, isPostalCode } from '@accord/reference-data/communes';

import { cleanOffer, now, offerWith } from '../test/given-offer.js';
import { refusals } from './refusals.js';

const of = (change: Parameters<typeof offerWith>[0], kind: 'new' | 'revision' = 'new'): string[] =>
  refusals(offerWith(change), { now, kind }).map(({ code, pointer }) => `${code} ${pointer}`);
const at = (communeInsee: string, postalCode: string, country = 'FR') => ({
  workplaces: [{ communeInsee, postalCode, country }],
});
const insee = 'postal-code-for-insee-code /workplaces/0/communeInsee';
const postal = 'insee-code-for-postal-code /workplaces/0/postalCode';

describe('a body that cannot be an offer', () => {
  it('is not what a clean offer is', () => expect(of({})).toEqual([]));

  it.each([
    [
      'an unknown occupation',
      { occupation: { romeCode: 'M1899', ogrCode: undefined } },
      ['unknown-occupation /occupation/romeCode'],
    ],
    ['an unknown appellation', { occupation: { ogrCode: '99999' } }, ['unknown-appellation /occupation/ogrCode']],
    ['a postal code for the INSEE code', at('75010', '75010'), [insee]],
    ['a postal code for the INSEE code, Rennes', at('35200', '35200'), [insee]],
    ['an INSEE code for the postal code', at('75110', '75110'), [postal]],
    ['both exchanged', at('75010', '75110'), [insee, postal]],
    ['the INSEE code of Paris for its postal code', at('75056', '75056'), [postal]],
    ['a commune of nowhere', at('35999', '35000'), ['unknown-commune /workplaces/0/communeInsee']],
    ['the wrong commune for a postal code, which is for the checks', at('35238', '35400'), []],
    ['a CEDEX code, which is for the checks', at('35238', '35042'), []],
    ['a commune that has merged, which is for the checks', at('49066', '49380'), []],
    ['an INSEE code of elsewhere for the postal code', at('35238', '75056'), [postal]],
    ['the INSEE code of a district for the postal code', at('69123', '69383'), [postal]],
    ['a place abroad', at('99109', '10115', 'DE'), []],
    ['an end in the past', { closesOn: '2026-11-23' }, ['date-in-the-past /closesOn']],
    ['an opening in the past', { opensOn: '2026-11-23' }, ['date-in-the-past /opensOn']],
    ['a start in the past', { contract: { startDate: '2026-11-23' } }, ['date-in-the-past /contract/startDate']],
    [
      'days that are today',
      { opensOn: '2026-11-24', closesOn: '2026-11-24', contract: { startDate: '2026-11-24' } },
      [],
    ],
  ])('%s', (_, change, expected) => expect(of(change)).toEqual(expected));

  it('is not a revision that keeps the day it opened and started', () => {
    expect(of({ opensOn: '2026-11-01', contract: { startDate: '2026-11-02' } }, 'revision')).toEqual([]);
    expect(of({ closesOn: '2026-11-01' }, 'revision')).toEqual(['date-in-the-past /closesOn']);
  });

  it('tells a number that is both a postal code and the INSEE code of another commune', () => {
    const both = [...allCommunes()].find(({ code, postalCodes }) => isPostalCode(code) && !postalCodes.includes(code));
    const code = both?.code ?? '';
    expect(of(at(code, both?.postalCodes[0] ?? ''))).toEqual([]);
    expect(of(at(code, code))).toEqual([insee]);
  });

  it('is told what to write', () => {
    const [refusal] = refusals({ ...cleanOffer, ...at('75010', '75010') }, { now, kind: 'new' });
    expect(refusal?.message.fr).toContain('75110 (Paris 10e Arrondissement)');
    const [other] = refusals({ ...cleanOffer, ...at('75110', '75110') }, { now, kind: 'new' });
    expect(other?.message.en).toContain('75010');
  });
});
