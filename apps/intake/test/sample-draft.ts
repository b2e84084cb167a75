/** Two employers of the tests, and what they send. All of it is invented. */
export const bakery = { id: '000100016', role: 'employer', sirets: ['00010001600013', '00010001600021'] } as const;
export const garage = { id: '000100024', role: 'employer', sirets: ['00010002400017'] } as const;

/** A body of POST /v1/offers with as little as a good offer needs, as JSON. */
export const sampleDraft = (change: object = {}) => ({
  reference: 'BOUL-1',
  title: 'Boulanger / Boulangère (H/F)',
  description: 'Vous préparez et cuisez les pains et viennoiseries de notre fournil, du pétrissage à la vente.',
  occupation: { romeCode: 'D1102', label: 'Boulanger / Boulangère' },
  employer: { siret: '00010001600013', name: 'Fournil des Remparts', anonymous: false, naf: '10.71C' },
  workplaces: [{ communeInsee: '35238', postalCode: '35000', label: 'Rennes', department: '35', country: 'FR' }],
  contract: { type: 'CDI', nature: 'E1' },
  workingTime: { weeklyHours: 35, fullTime: true },
  pay: { min: 215_000, max: 240_000, currency: 'EUR', unit: 'MONTH', months: 12 },
  requirements: { experience: { exigence: 'S', min: 1, unit: 'AN' }, qualification: '3' },
  openings: 1,
  apply: { email: 'recrutement@fournil.example', contactName: 'Camille Le Goff', phone: '+33 1 99 00 00 01' },
  ...change,
});

/** The day so many days from now, as the contract writes it. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
