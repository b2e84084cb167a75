import type { OfferContent } from '@accord/contracts/offer';
import { sealedOffer } from '@accord/contracts/sealed-offer';

import { cleanOffer, given, inShort, now } from '../test/given-offer.js';
import { requiredFields } from './required-fields.js';

const noDuration = 'block FR-MIN /contract/durationMonths';
const noDiploma = 'review FR-MIN /requirements/trainings';

describe('what an offer must say', () => {
  it.each([
    ['CDI', {}, []],
    ['CDD', { durationMonths: 6 }, []],
    ['CDD', { durationDays: 10 }, []],
    ['CDD', {}, [noDuration]],
    ['SAI', {}, [noDuration]],
    ['MIS', {}, [noDuration]],
    ['DIN', {}, []],
  ] as const)('the duration of a %s %p', (type, duration, findings) =>
    given(requiredFields, { contract: { type, ...duration } }).finds(...findings),
  );

  it.each([
    [{ form: true }, []],
    [{ form: undefined, url: 'https://recrutement.example/1' }, []],
    [{ form: undefined, email: 'emploi@exemple.fr' }, []],
    [{ form: undefined, phone: '02 99 00 00 00' }, []],
    [{ form: undefined, instructions: 'Passez nous voir' }, ['block FR-MIN /apply']],
    [{ form: false }, ['block FR-MIN /apply']],
  ])('how to apply: %p', (apply, findings) => given(requiredFields, { apply }).finds(...findings));

  it('counts a sealed contact', () => {
    const { apply, ...offer } = cleanOffer;
    void apply;
    const sealed = { keyId: 'k', box: 'AAAA' };
    const run = (change: object): string[] =>
      requiredFields.run(sealedOffer.parse({ ...offer, apply: change }), { now }).map(inShort);
    expect(run({ sealed })).toEqual([]);
    expect(run({})).toEqual(['block FR-MIN /apply']);
  });

  describe('the diploma of a regulated profession', () => {
    const doctor = { romeCode: 'J1102', ogrCode: undefined };
    const trainings: OfferContent['requirements']['trainings'] = [{ level: 'NV1', exigence: 'E' }];
    it.each([
      ['named as a training', { occupation: doctor, requirements: { trainings } }, []],
      [
        'named in the text',
        { occupation: doctor, description: "Vous êtes titulaire du diplôme d'État de docteur." },
        [],
      ],
      ['not named', { occupation: doctor }, [noDiploma]],
      ['not needed', { occupation: { romeCode: 'M1805', ogrCode: undefined } }, []],
      [
        'hidden in another word',
        { occupation: doctor, description: 'Cabinet capable, équipe abacus et bactériologie.' },
        [noDiploma],
      ],
    ])('%s', (_, change, findings) => given(requiredFields, change).finds(...findings));
  });
});
