import { sealedOffer, type SealedOffer } from '@accord/contracts/sealed-offer';

export const holder = '000100016';

/** An offer as it travels. */
export const anOffer: SealedOffer = sealedOffer.parse({
  reference: 'REF-1',
  title: 'Boulanger / Boulangère (H/F)',
  description: 'Vous préparez et cuisez les pains et viennoiseries de notre fournil, dans une équipe de cinq.',
  occupation: { romeCode: 'D1102' },
  employer: { siret: `${holder}00013`, name: 'Fournil des Remparts' },
  workplaces: [{ communeInsee: '35238', postalCode: '35000' }],
  contract: { type: 'CDI', nature: 'E1' },
  requirements: { experience: { exigence: 'S' } },
  apply: { form: true },
  closesOn: '2099-12-31',
});
