import { offerContent, type OfferContent } from '@accord/contracts/offer';

import { textChanges } from './text-changes.js';

const text: OfferContent = offerContent.parse({
  reference: 'R',
  title: 'Boulanger',
  description: 'Vous préparez et cuisez nos pains, tous les jours.',
  occupation: { romeCode: 'D1102' },
  employer: { siret: '00010001600013', name: 'Fournil' },
  workplaces: [{ communeInsee: '35238', postalCode: '35000' }],
  contract: { type: 'CDI', nature: 'E1' },
  pay: { min: 200_000, unit: 'MONTH' },
  requirements: { experience: { exigence: 'S' }, softSkills: ['Rigueur'] },
  apply: { email: 'a@fournil.example' },
  closesOn: '2027-01-01',
});
const given = (change: Partial<OfferContent>) => ({
  finds: (...expected: object[]) => expect(textChanges(text, { ...text, ...change })).toEqual(expected),
});

describe('the changes between two texts', () => {
  it('of the same text are none', () => given({}).finds());
  it('name the field, what was there and what is', () =>
    given({ title: 'Boulanger de nuit' }).finds({
      pointer: '/title',
      before: 'Boulanger',
      after: 'Boulanger de nuit',
    }));
  it('go into the parts of a text', () =>
    given({ pay: { min: 210_000, unit: 'MONTH', currency: 'EUR' } }).finds({
      pointer: '/pay/min',
      before: 200_000,
      after: 210_000,
    }));
  it('tell what is new and what is gone', () => {
    given({ remote: { mode: 'full' } }).finds({ pointer: '/remote', after: { mode: 'full' } });
    const { pay, ...without } = text;
    expect(textChanges(text, without)).toEqual([{ pointer: '/pay', before: pay }]);
  });
  it('compare lists place by place', () =>
    given({ requirements: { ...text.requirements, softSkills: ['Rigueur', 'Écoute'] } }).finds({
      pointer: '/requirements/softSkills/1',
      after: 'Écoute',
    }));
});
