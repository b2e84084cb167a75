import fc from 'fast-check';

import { draftOf, errorsOf, notesOf } from '../../test/read.js';
import { jsonLdOffer } from './json-ld-offer.js';

const description = 'Vous préparez et cuisez les pains et viennoiseries de notre fournil.';
const posting = (change: object = {}) => ({
  '@type': 'JobPosting',
  identifier: 'A-1',
  title: 'Boulanger / Boulangère',
  description,
  occupationalCategory: 'D1102',
  hiringOrganization: {
    '@type': 'Organization',
    name: 'Fournil des Remparts',
    identifier: { '@type': 'PropertyValue', propertyID: 'SIRET', value: '00010001600013' },
  },
  jobLocation: {
    '@type': 'Place',
    address: { '@type': 'PostalAddress', postalCode: '35000', addressLocality: 'Rennes', addressCountry: 'FR' },
  },
  employmentType: ['FULL_TIME', 'CDI'],
  experienceRequirements: 'no requirements',
  ...change,
});
/** What is undefined is not there. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const organization = (change: object) => ({ hiringOrganization: { name: 'Fournil', ...change } });

describe('a JobPosting', () => {
  it('needs no more than an offer does', () => {
    const read = jsonLdOffer(posting());
    expect(draftOf(read)).toMatchObject({
      reference: 'A-1',
      occupation: { romeCode: 'D1102' },
      employer: { siret: '00010001600013', name: 'Fournil des Remparts' },
      workplaces: [{ communeInsee: '35238' }],
      contract: { type: 'CDI', nature: 'E1' },
      workingTime: { fullTime: true },
      requirements: { experience: { exigence: 'D' } },
    });
    expect(read.notes).toEqual([]);
  });

  it.each<[string, object, object]>([
    [
      'an identifier with a name',
      { identifier: { '@type': 'PropertyValue', name: 'X', value: 'B-2' } },
      { reference: 'B-2' },
    ],
    ['an identifier that is a number', { identifier: 42 }, { reference: '42' }],
    [
      'a category code',
      { occupationalCategory: { '@type': 'CategoryCode', codeValue: 'D1106', name: 'Vendeur' } },
      { occupation: { romeCode: 'D1106', label: 'Vendeur' } },
    ],
    [
      'categories, of which one is ROME’s',
      { occupationalCategory: ['7512', 'ROME D1106'] },
      { occupation: { romeCode: 'D1106', iscoCode: '7512' } },
    ],
    [
      'an occupation by its name',
      { occupationalCategory: undefined, relevantOccupation: { '@type': 'Occupation', name: 'Rotativiste' } },
      { occupation: { romeCode: 'E1301' } },
    ],
    ['a SIRET as text', organization({ identifier: '000 100 016 00013' }), { employer: { siret: '00010001600013' } }],
    [
      'a SIRET among identifiers',
      organization({
        identifier: [
          { propertyID: 'DUNS', value: '12' },
          { propertyID: 'SIRET', value: '00010001600013' },
        ],
      }),
      { employer: { siret: '00010001600013' } },
    ],
    [
      'a SIRET by ISO 6523',
      organization({ iso6523Code: '0009:00010001600013' }),
      { employer: { siret: '00010001600013' } },
    ],
    [
      'a SIRET as tax number',
      organization({ taxID: '00010001600013', url: 'https://fournil.example', description: 'Boulangerie' }),
      { employer: { siret: '00010001600013', website: 'https://fournil.example', description: 'Boulangerie' } },
    ],
    ['a sector', { industry: '10.71C' }, { employer: { naf: '10.71C' } }],
    [
      'places, with their points',
      {
        jobLocation: [
          {
            address: { postalCode: '35000', addressLocality: 'Rennes', streetAddress: '1 rue' },
            geo: { latitude: 48.11, longitude: '-1.68' },
          },
          { address: { postalCode: '92800' } },
        ],
      },
      { workplaces: [{ communeInsee: '35238', street: '1 rue', lat: 48.11, lon: -1.68 }, { communeInsee: '92062' }] },
    ],
    ['remote work', { jobLocationType: 'TELECOMMUTE' }, { remote: { mode: 'full' } }],
    ['a fixed term', { employmentType: 'TEMPORARY' }, { contract: { type: 'CDD', nature: 'E1' } }],
    [
      'a contractor',
      { employmentType: ['CONTRACTOR', 'PART_TIME'] },
      { contract: { type: 'LIB', nature: 'NS' }, workingTime: { fullTime: false } },
    ],
    [
      'an apprenticeship',
      { employmentType: ['FULL_TIME', 'apprentissage'] },
      { contract: { type: 'CDD', nature: 'E2' } },
    ],
    ['a start', { jobStartDate: '2027-09-01' }, { contract: { startDate: '2027-09-01' } }],
    ['hours in words', { workHours: 'de 4 h à 11 h' }, { workingTime: { comment: 'de 4 h à 11 h' } }],
    [
      'a range of pay',
      {
        baseSalary: {
          '@type': 'MonetaryAmount',
          currency: 'EUR',
          value: { '@type': 'QuantitativeValue', minValue: 2150, maxValue: 2400.5, unitText: 'MONTH' },
        },
        jobBenefits: ['Pain', 'Mutuelle'],
      },
      { pay: { min: 215_000, max: 240_050, currency: 'EUR', unit: 'MONTH', benefits: ['Pain', 'Mutuelle'] } },
    ],
    [
      'one pay',
      { baseSalary: { currency: 'EUR', value: { value: '12.60', unitText: 'HOUR' } } },
      { pay: { min: 1_260, max: 1_260, unit: 'HOUR' } },
    ],
    [
      'months of experience',
      { experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: 24 } },
      { requirements: { experience: { exigence: 'E', min: 24, unit: 'MO' } } },
    ],
    [
      'experience in words',
      { experienceRequirements: 'Deux ans en boulangerie' },
      { requirements: { experience: { exigence: 'S', comment: 'Deux ans en boulangerie' } } },
    ],
    [
      'a credential',
      {
        educationRequirements: { '@type': 'EducationalOccupationalCredential', credentialCategory: 'bachelor degree' },
      },
      { requirements: { trainings: [{ level: 'NV2', exigence: 'S' }] } },
    ],
    [
      'skills',
      { skills: ['Pétrir, façonner', { '@type': 'DefinedTerm', name: 'Cuire' }] },
      { requirements: { skills: [{ label: 'Pétrir' }, { label: 'façonner' }, { label: 'Cuire' }] } },
    ],
    [
      'openings and the last day',
      { totalJobOpenings: 3, validThrough: '2027-09-30T23:59:59+02:00' },
      { openings: 3, closesOn: '2027-09-30T21:59:59Z' },
    ],
    [
      'whom to write to',
      {
        url: 'https://fournil.example/1',
        applicationContact: {
          '@type': 'ContactPoint',
          email: 'mailto:a@fournil.example',
          telephone: '0199000001',
          name: 'Camille',
          contactType: 'Gérante',
        },
      },
      {
        apply: {
          url: 'https://fournil.example/1',
          email: 'a@fournil.example',
          phone: '0199000001',
          contactName: 'Camille',
          contactRole: 'Gérante',
        },
      },
    ],
    [
      'what stands apart from the description',
      { responsibilities: 'Pétrir.', qualifications: 'CAP' },
      { description: `${description}\n\nPétrir.\n\nCAP` },
    ],
    [
      'terms under a prefix',
      { title: undefined, 'schema:title': 'Boulanger', 'https://schema.org/industry': '10.71C' },
      { title: 'Boulanger', employer: { naf: '10.71C' } },
    ],
    ['values with their language', { title: { '@value': 'Boulanger', '@language': 'fr' } }, { title: 'Boulanger' }],
  ])('says %s', (_name, change, expected) =>
    expect(draftOf(jsonLdOffer(asJson(posting(change))))).toMatchObject(expected),
  );

  it.each<[string, object, string]>([
    ['no contract', { employmentType: 'FULL_TIME' }, '/employmentType contract-type-missing'],
    ['an internship', { employmentType: 'INTERN' }, '/employmentType unknown-contract-type'],
    [
      'no SIRET but another number',
      organization({ identifier: 'FR-42' }),
      '/hiringOrganization/identifier not-a-siret',
    ],
    [
      'a place abroad',
      { jobLocation: { address: { addressCountry: { '@type': 'Country', name: 'Belgique' } } } },
      '/jobLocation/address/addressCountry workplace-abroad',
    ],
    [
      'a place that is not found',
      { jobLocation: [{ address: { postalCode: '35000' } }, { address: { addressLocality: 'Ici' } }] },
      '/jobLocation/1/address/addressLocality unknown-place',
    ],
    [
      'pay by the week',
      { baseSalary: { value: { value: 500, unitText: 'WEEK' } } },
      '/baseSalary/value/unitText unknown-pay-period',
    ],
    ['no end that can be read', { validThrough: 'bientôt' }, '/validThrough not-a-day'],
  ])('with %s is refused, by the pointer', (_name, change, error) =>
    expect(errorsOf(jsonLdOffer(posting(change)))).toEqual([error]),
  );

  it('without experience, or with what cannot be kept, says so', () => {
    const read = jsonLdOffer(
      posting({
        experienceRequirements: undefined,
        baseSalary: 2_000,
        industry: 'Bakery',
        educationRequirements: 'Du talent',
      }),
    );
    draftOf(read);
    expect(notesOf(read)).toEqual([
      '/industry unknown-sector',
      '/baseSalary not-a-monetary-amount',
      '/experienceRequirements experience-assumed',
      '/educationRequirements unknown-training-level',
    ]);
  });

  it('is removed by a DeleteAction on it', () =>
    expect(
      jsonLdOffer({
        '@type': 'DeleteAction',
        object: { '@type': 'JobPosting', identifier: 'A-1' },
        description: 'filled',
      }).value,
    ).toEqual({
      reference: 'A-1',
      remove: true,
      reason: 'filled',
    }));

  it.each([[{ '@type': 'Person' }], ['x'], [null], [[]], [{}]])('is not %p', (value) =>
    expect(errorsOf(jsonLdOffer(value))).toEqual(['/@type not-a-job-posting']),
  );

  it('never fails, whatever it says', () => {
    const terms = Object.keys(
      posting({ baseSalary: 1, skills: 1, educationRequirements: 1, validThrough: 1, applicationContact: 1 }),
    ).filter((term) => term !== '@type');
    const any = fc.record(Object.fromEntries(terms.map((term) => [term, fc.jsonValue({ maxDepth: 3 })])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(any, (said) =>
        jsonLdOffer({ '@type': 'JobPosting', ...said }).errors.every(({ source }) => source !== ''),
      ),
    );
  });
});
