import fc from 'fast-check';

import { given } from '../test/given-offer.js';
import { isValidSiren, isValidSiret, passesLuhn } from './check-digits.js';
import { siret } from './siret.js';

describe('check digits', () => {
  it.each(['80746931700018', '75187049400026', '49483773500013', '40219166200376', '26300199200019'])(
    '%s is a real SIRET',
    (number) => expect(isValidSiret(number)).toBe(true),
  );

  /** La Poste's own numbers: none passes Luhn. */
  it.each(['35600000004430', '35600000007103', '35600000011707', '35600000048478', '35600000049594'])(
    '%s is a real SIRET of La Poste',
    (number) => {
      expect(passesLuhn(number)).toBe(false);
      expect(isValidSiret(number)).toBe(true);
    },
  );

  it.each(['50010961600027', '34445638900012', '39392507800017', '40014944900022', '12345678901234', '35600000004431'])(
    '%s was published by mistake',
    (number) => expect(isValidSiret(number)).toBe(false),
  );

  it.each(['', '8074693170001', '807469317000180', '8074693170001X', '８０７４６９３１７０００１８'])(
    '%p is no SIRET at all',
    (number) => expect(isValidSiret(number)).toBe(false),
  );

  it("asks the legal unit's own digits too", () => {
    expect(isValidSiren('807469317')).toBe(true);
    expect(isValidSiren('807469318')).toBe(false);
  });

  it('notices any one digit that is wrong', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('80746931700018', '40219166200376'),
        fc.nat(13),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const digit = (Number(number[at]) + by) % 10;
          expect(isValidSiret(number.slice(0, at) + digit + number.slice(at + 1))).toBe(false);
        },
      ),
    ));
});

describe('the numbers of an offer', () => {
  it('are all checked', () => {
    given(siret, { employer: { siret: '12345678901234' } }).finds('block SIRET /employer/siret');
    given(siret, { employer: { siret: '35600000004430' } }).finds();
    given(siret, { finalClient: { siret: '34445638900012' } }).finds('block SIRET /finalClient/siret');
    given(siret, { finalClient: { name: 'Un client' } }).finds();
    given(siret, { mandate: { holderSiren: '807469318', kind: 'agency' } }).finds('block SIRET /mandate/holderSiren');
  });
});
