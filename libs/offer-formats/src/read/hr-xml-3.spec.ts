import fc from 'fast-check';

import { draftOf, errorsOf, notesOf } from '../../test/read.js';
import { type Content, xml } from '../../test/xml.js';
import { hrXmlOffer } from './hr-xml-offer.js';

type Parts = Exclude<Content, string>;
const read = (content: Content) => hrXmlOffer(xml('PositionOpening', content));
const description = 'Vous préparez et cuisez les pains et viennoiseries de notre fournil.';

const profile3: Parts = {
  PositionTitle: 'Boulanger / Boulangère',
  PositionLocation: {
    Address: { CityName: 'Rennes', CountryCode: 'FR', PostalCode: '35000', AddressLine: '1 rue des Remparts' },
  },
  PositionOrganization: {
    OrganizationIdentifiers: { OrganizationName: 'Fournil des Remparts', OrganizationLegalID: '000 100 016 00013' },
    IndustryCode: '10.71C',
  },
  JobCategoryCode: [
    { '@listName': 'ISCO2008', '#': '7512' },
    { '@listName': 'ROME', '#': 'D1102' },
  ],
  PositionOfferingTypeCode: 'DirectHire',
  PositionFormattedDescription: { Content: description },
  PositionScheduleTypeCode: 'FullTime',
};
const third = (profile: Parts = {}, more: Parts = {}): Content => ({
  DocumentID: 'A-1',
  PositionOpeningStatusCode: 'Active',
  PositionProfile: { ...profile3, ...profile },
  ...more,
});

describe('HR-XML 3', () => {
  it('is read by its own paths', () =>
    expect(draftOf(read(third()))).toMatchObject({
      reference: 'A-1',
      title: 'Boulanger / Boulangère',
      description,
      occupation: { romeCode: 'D1102', iscoCode: '7512' },
      employer: { siret: '00010001600013', name: 'Fournil des Remparts', naf: '10.71C', anonymous: false },
      workplaces: [{ communeInsee: '35238', street: '1 rue des Remparts' }],
      contract: { type: 'CDI', nature: 'E1' },
      workingTime: { fullTime: true },
      requirements: { experience: { exigence: 'D' } },
    }));

  it.each<[string, Parts, object]>([
    ['openings', { PositionOpenQuantity: '3' }, { openings: 3 }],
    ['the last day', { ApplicationCloseDate: '2027-03-01' }, { closesOn: '2027-03-01' }],
    [
      'a start',
      { PositionPeriod: { StartDate: { DateText: '01.03.2027' } } },
      { contract: { startDate: '2027-03-01' } },
    ],
    [
      'a term in months',
      {
        PositionOfferingTypeCode: 'Temporary',
        PositionPeriod: {
          StartDate: { FormattedDateTime: '2027-03-01' },
          EndDate: { FormattedDateTime: '2027-08-31' },
        },
      },
      { contract: { type: 'CDD', durationMonths: 6 } },
    ],
    [
      'a term in days',
      {
        PositionOfferingTypeCode: 'Seasonal',
        PositionPeriod: { StartDate: { DateText: '2027-03-01' }, EndDate: { DateText: '2027-03-10' } },
      },
      { contract: { type: 'SAI', durationDays: 10 } },
    ],
    ['an apprenticeship', { PositionOfferingTypeCode: 'Apprenticeship' }, { contract: { type: 'CDD', nature: 'E2' } }],
    ['part time', { PositionScheduleTypeCode: 'PartTime' }, { workingTime: { fullTime: false } }],
    [
      'pay',
      {
        OfferedRemunerationPackage: {
          RemunerationRange: {
            RemunerationIntervalCode: 'Monthly',
            MinimumAmount: { '@currencyID': 'EUR', '#': '2150' },
            MaximumAmount: '2400.50',
          },
        },
      },
      { pay: { min: 215_000, max: 240_050, currency: 'EUR', unit: 'MONTH' } },
    ],
    [
      'experience',
      {
        PositionQualifications: {
          ExperienceSummary: { ExperienceCategory: { Measure: { '@unitCode': 'year', '#': '2' } } },
        },
      },
      { requirements: { experience: { exigence: 'E', min: 2, unit: 'AN' } } },
    ],
    [
      'languages, skills, licences and levels',
      {
        PositionQualifications: {
          PositionCompetency: [
            {
              CompetencyID: { '@schemeName': 'ISO 639-1', '#': 'en' },
              RequiredProficiencyLevel: { ScoreText: 'B2' },
              RequiredIndicator: 'true',
            },
            { TaxonomyID: 'language', CompetencyID: 'de' },
            { CompetencyName: 'Pétrir' },
          ],
          LicenseTypeCode: 'B',
          EducationRequirement: { EducationLevelCode: '5' },
        },
      },
      {
        requirements: {
          languages: [
            { iso639: 'en', level: 'B2', exigence: 'E' },
            { iso639: 'de', exigence: 'S' },
          ],
          skills: [{ label: 'Pétrir', exigence: 'S' }],
          licences: [{ code: 'B', exigence: 'E' }],
          trainings: [{ level: 'NV3', exigence: 'S' }],
        },
      },
    ],
    [
      'how to apply, in EURES’s instructions',
      {
        PostingInstruction: { ApplicationMethod: { Instructions: '<a href="https://fournil.example/1">Postuler</a>' } },
      },
      { apply: { url: 'https://fournil.example/1', instructions: '<a href="https://fournil.example/1">Postuler</a>' } },
    ],
    [
      'how to apply, by contact',
      {
        PostingInstruction: {
          ApplicationMethod: {
            PersonContact: {
              PersonName: { FormattedName: 'Camille Le Goff' },
              Communication: [
                { ChannelCode: 'Email', URI: 'mailto:recrutement@fournil.example' },
                { ChannelCode: 'Telephone', FormattedNumber: 'tel:0199000001' },
              ],
            },
          },
        },
      },
      { apply: { email: 'recrutement@fournil.example', phone: '0199000001', contactName: 'Camille Le Goff' } },
    ],
    [
      'what only France has, in the UserArea',
      {
        PositionOfferingTypeCode: 'Contract',
        UserArea: {
          ContractType: 'MIS',
          ContractNature: 'E1',
          Anonymous: 'true',
          WeeklyHours: '35h30',
          Experience: 'S',
          RemoteWorkIndicator: 'true',
          DurationMonths: '3',
          CddMotive: 'Accroissement',
          RomeCode: 'D1106',
          CommuneInsee: '35238',
        },
      },
      {
        occupation: { romeCode: 'D1106' },
        employer: { anonymous: true },
        remote: { mode: 'hybrid' },
        contract: { type: 'MIS', nature: 'E1', durationMonths: 3, cddMotive: 'Accroissement' },
        workingTime: { weeklyHours: 35, weeklyMinutes: 30 },
        requirements: { experience: { exigence: 'S' } },
      },
    ],
    [
      'several descriptions',
      { PositionFormattedDescription: [{ Content: description }, { Content: 'Et les pains.' }] },
      { description: `${description}\n\nEt les pains.` },
    ],
  ])('says %s', (_name, profile, expected) => expect(draftOf(read(third(profile)))).toMatchObject(expected));

  it.each(['Closed', 'Inactive', 'cancelled'])('with status %s is a removal', (status) =>
    expect(read(third({}, { PositionOpeningStatusCode: status })).value).toEqual({ reference: 'A-1', remove: true }),
  );
  it('with status Filled is a removal for that reason', () =>
    expect(read(third({}, { PositionOpeningStatusCode: 'Filled' })).value).toEqual({
      reference: 'A-1',
      remove: true,
      reason: 'filled',
    }));

  it.each<[string, Parts, string]>([
    [
      'a SIREN for a SIRET',
      {
        PositionOrganization: { OrganizationIdentifiers: { OrganizationName: 'X', OrganizationLegalID: '987938323' } },
      },
      'PositionProfile/PositionOrganization/OrganizationIdentifiers/OrganizationLegalID not-a-siret',
    ],
    [
      'another country',
      { PositionLocation: { Address: { CityName: 'OSLO', CountryCode: 'NO', PostalCode: '0195' } } },
      'PositionProfile/PositionLocation/Address/CountryCode workplace-abroad',
    ],
    [
      'an ISCO code alone',
      { JobCategoryCode: '7411', PositionTitle: 'Elektriker' },
      'PositionProfile/JobCategoryCode occupation-missing',
    ],
    [
      'an internship',
      { PositionOfferingTypeCode: 'Internship' },
      'PositionProfile/PositionOfferingTypeCode unknown-contract-type',
    ],
    [
      'pay by the week',
      { OfferedRemunerationPackage: { RemunerationRange: { RemunerationIntervalCode: 'Week', MinimumAmount: '500' } } },
      'PositionProfile/OfferedRemunerationPackage/RemunerationRange/RemunerationIntervalCode unknown-pay-period',
    ],
  ])('with %s is refused, by the path', (_name, profile, error) =>
    expect(errorsOf(read(third(profile)))).toEqual([error]),
  );

  it('with an unknown status is refused: it may be meant as a removal', () =>
    expect(errorsOf(read(third({}, { PositionOpeningStatusCode: 'Paused' })))).toEqual([
      'PositionOpeningStatusCode unknown-status',
    ]));

  it('leaves out what an offer can do without, and says so', () => {
    const said = read(
      third({
        PositionOrganization: {
          OrganizationIdentifiers: { OrganizationName: 'X', OrganizationID: '00010001600013' },
          IndustryCode: 'C33.1.7',
        },
        PositionPeriod: { StartDate: { DateText: 'na' } },
        PositionQualifications: { EducationRequirement: { EducationLevelCode: 'master of arts' } },
      }),
    );
    draftOf(said);
    expect(notesOf(said)).toEqual([
      'PositionProfile/PositionOrganization/IndustryCode unknown-sector',
      'PositionProfile/PositionPeriod/StartDate not-a-day',
      'UserArea/Experience experience-assumed',
      'PositionProfile/PositionQualifications/EducationRequirement/EducationLevelCode unknown-training-level',
    ]);
  });

  it('knows where each field of the offer stands', () => {
    const { sourceOf } = read(third());
    expect(sourceOf('/title')).toBe('PositionProfile/PositionTitle');
    expect(sourceOf('/workplaces/2/postalCode')).toBe('PositionProfile/PositionLocation');
  });
});

it('HR-XML never fails, whatever it says', () => {
  const { content } = fc.letrec<{ content: Content }>((tie) => ({
    content: fc.oneof(
      { maxDepth: 4 },
      fc.string({ maxLength: 10 }),
      fc.dictionary(
        fc.constantFrom(
          'DocumentID',
          'PositionProfile',
          'PositionDetail',
          'PhysicalLocation',
          'PositionLocation',
          'Address',
          'UserArea',
          'Siret',
          '@percentage',
          'PositionQualifications',
          'PositionCompetency',
          'CompetencyID',
        ),
        fc.oneof(tie('content'), fc.array(tie('content'), { maxLength: 3 })),
        { maxKeys: 4 },
      ),
    ),
  }));
  fc.assert(fc.property(content, (said) => read(said).errors.every(({ source }) => source !== '')));
});
