import { draftOf, errorsOf } from '../../test/read.js';
import { type Content, xml } from '../../test/xml.js';
import { hrXmlOffer } from './hr-xml-offer.js';

type Parts = Exclude<Content, string>;
const read = (content: Content) => hrXmlOffer(xml('PositionOpening', content));
const description = 'Vous préparez et cuisez les pains et viennoiseries de notre fournil.';

const detail2: Parts = {
  PhysicalLocation: [
    {
      PostalAddress: {
        CountryCode: 'FR',
        PostalCode: '35000',
        Municipality: 'Rennes',
        DeliveryAddress: { StreetName: 'rue des Remparts', BuildingNumber: '1' },
      },
    },
    { Name: 'Puteaux', PostalAddress: { PostalCode: '92800' } },
  ],
  JobCategory: { TaxonomyName: 'ROME', CategoryCode: 'D1102', CategoryDescription: 'Boulanger' },
  PositionTitle: 'Boulanger / Boulangère',
  PositionClassification: 'Direct Hire',
  PositionSchedule: { '@percentage': '100' },
  Competency: [
    { '@name': 'Pétrir', '@required': 'true' },
    { '@name': '', '@required': '' },
  ],
};
const second = (detail: object = {}, profile: Parts = {}, more: Parts = {}): Content => ({
  PositionRecordInfo: { Id: { IdValue: 'A-1' } },
  PositionPostings: { PositionPosting: { Id: { IdValue: 'P-1' } } },
  PositionProfile: {
    Organization: { OrganizationName: 'Fournil des Remparts', OrganizationId: { IdValue: '00010001600013' } },
    PositionDetail: { ...detail2, ...detail },
    FormattedPositionDescription: [
      { Name: 'Mode', Value: 'premium' },
      { Name: 'Description', Value: description },
    ],
    HowToApply: {
      PersonName: { FormattedName: 'Camille Le Goff' },
      ApplicationMethod: {
        InternetEmailAddress: 'recrutement@fournil.example',
        InternetWebAddress: 'https://fournil.example/emplois',
        Telephone: { FormattedNumber: '01 99 00 00 01' },
      },
    },
    ...profile,
  },
  NumberToFill: '2',
  ...more,
});

describe('HR-XML 2', () => {
  it('is read by its own paths', () =>
    expect(draftOf(read(second()))).toMatchObject({
      reference: 'A-1',
      title: 'Boulanger / Boulangère',
      description,
      occupation: { romeCode: 'D1102', label: 'Boulanger' },
      employer: { siret: '00010001600013', name: 'Fournil des Remparts' },
      workplaces: [{ communeInsee: '35238', street: '1 rue des Remparts' }, { communeInsee: '92062' }],
      contract: { type: 'CDI' },
      workingTime: { fullTime: true },
      requirements: { skills: [{ label: 'Pétrir', exigence: 'E' }] },
      openings: 2,
      apply: {
        email: 'recrutement@fournil.example',
        url: 'https://fournil.example/emplois',
        phone: '01 99 00 00 01',
        contactName: 'Camille Le Goff',
      },
    }));

  it.each<[string, Content, object]>([
    ['its posting’s id where the record has none', second({}, {}, { PositionRecordInfo: '' }), { reference: 'P-1' }],
    [
      'the profile’s name where the position has no title',
      second({ PositionTitle: '' }, { ProfileName: 'Boulanger' }),
      { title: 'Boulanger' },
    ],
    [
      'the supplier where the organisation is not named',
      second(
        {},
        { Organization: '' },
        { PositionSupplier: { SupplierId: { IdValue: '00010001600013' }, EntityName: 'Fournil' } },
      ),
      { employer: { siret: '00010001600013', name: 'Fournil' } },
    ],
    ['part time', second({ PositionSchedule: { '@percentage': '50' } }), { workingTime: { fullTime: false } }],
    [
      'pay',
      second({
        RemunerationPackage: {
          BasePay: { '@currencyCode': 'EUR', '@baseInterval': 'Hourly', BasePayAmountMin: '12.60' },
        },
      }),
      { pay: { min: 1_260, currency: 'EUR', unit: 'HOUR' } },
    ],
    ['dates', second({}, { PositionDateInfo: { StartDate: '2027-02-01' } }), { contract: { startDate: '2027-02-01' } }],
    [
      'a last day, in the UserArea',
      second({}, { UserArea: { ApplicationCloseDate: '2027-03-01' } }),
      { closesOn: '2027-03-01' },
    ],
  ])('says %s', (_name, content, expected) => expect(draftOf(read(content))).toMatchObject(expected));

  it('with a closed status is a removal', () =>
    expect(read(second({}, {}, { PositionRecordInfo: { Id: { IdValue: 'A-1' }, Status: 'Closed' } })).value).toEqual({
      reference: 'A-1',
      remove: true,
    }));

  it.each<[string, Content, string]>([
    [
      'a supplier that is no establishment',
      second({}, { Organization: '' }, { PositionSupplier: { SupplierId: { IdValue: 'Globesoft' } } }),
      'PositionSupplier/SupplierId/IdValue not-a-siret',
    ],
    [
      'a place abroad',
      second({ PhysicalLocation: { PostalAddress: { CountryCode: 'Deutschland', PostalCode: '10117' } } }),
      'PositionProfile/PositionDetail/PhysicalLocation/PostalAddress/CountryCode workplace-abroad',
    ],
  ])('with %s is refused, by the path', (_name, content, error) => expect(errorsOf(read(content))).toEqual([error]));
});
