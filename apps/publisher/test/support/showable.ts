import { showableOffer, type ShowableOffer } from '@accord/contracts/showable-offer';

/** A showable view as consent decides it. */
export const showable = (offerId: string, change: object = {}): ShowableOffer =>
  showableOffer.parse({
    offerId,
    revision: 1,
    createdAt: '2026-03-01T08:00:00Z',
    updatedAt: '2026-03-01T08:00:00Z',
    title: 'Boulanger / Boulangère (H/F)',
    description: 'Vous préparez et cuisez les pains et les viennoiseries de notre fournil.',
    occupation: { romeCode: 'D1102' },
    employer: { siret: '00010001600013', name: 'Fournil des Remparts', anonymous: false },
    workplaces: [{ communeInsee: '35238', postalCode: '35000', country: 'FR' }],
    contract: { type: 'CDI', nature: 'E1' },
    requirements: { experience: { exigence: 'D' } },
    openings: 1,
    apply: { form: true },
    closesOn: '2027-06-30',
    ...change,
  });
