/** Where a version of HR-XML writes what an offer needs: paths of element names; the first that says something counts. */
export interface HrXmlShape {
  readonly reference: readonly string[];
  readonly status: readonly string[];
  readonly title: readonly string[];
  readonly description: readonly string[];
  readonly siret: readonly string[];
  readonly employer: readonly string[];
  readonly employerDescription: readonly string[];
  readonly website: readonly string[];
  readonly industry: readonly string[];
  readonly contractType: readonly string[];
  readonly schedule: readonly string[];
  readonly start: readonly string[];
  readonly end: readonly string[];
  readonly closes: readonly string[];
  readonly openings: readonly string[];
  /** One element a place, a category, a competency. */
  readonly places: string;
  readonly categories: string;
  readonly competencies: string;
  /** Below a place. */
  readonly city: readonly string[];
  readonly address: string;
  readonly pay: string;
  readonly payMin: string;
  readonly payMax: string;
  /** All that says how to apply is somewhere below. */
  readonly apply: string;
}

/** What HR-XML has no element for stands in its UserArea, of the opening or of its profile. */
export const userArea = (name: string): string[] => [`UserArea/${name}`, `PositionProfile/UserArea/${name}`];

const profile = (path: string) => `PositionProfile/${path}`;
const organization = (path: string) => `PositionProfile/PositionOrganization/${path}`;
const detail = (path: string) => `PositionProfile/PositionDetail/${path}`;

/** HR-XML 3.x, the EURES profile included. */
export const hrXml3: HrXmlShape = {
  reference: ['DocumentID'],
  status: ['PositionOpeningStatusCode'],
  title: [profile('PositionTitle')],
  description: [profile('PositionFormattedDescription/Content'), profile('PositionDescription')],
  siret: [
    organization('OrganizationIdentifiers/OrganizationID'),
    organization('OrganizationIdentifiers/OrganizationLegalID'),
    ...userArea('Siret'),
  ],
  employer: [organization('OrganizationIdentifiers/OrganizationName'), organization('OrganizationName')],
  employerDescription: [organization('Description')],
  website: [organization('OrganizationIdentifiers/OrganizationWebsite'), organization('OrganizationWebsite')],
  industry: [organization('IndustryCode')],
  contractType: [...userArea('ContractType'), profile('PositionOfferingTypeCode')],
  schedule: [profile('PositionScheduleTypeCode')],
  start: [profile('PositionPeriod/StartDate')],
  end: [profile('PositionPeriod/EndDate')],
  closes: [profile('ApplicationCloseDate')],
  openings: [profile('PositionOpenQuantity')],
  places: profile('PositionLocation'),
  categories: profile('JobCategoryCode'),
  competencies: profile('PositionQualifications/PositionCompetency'),
  city: ['Address/CityName', 'LocationName'],
  address: 'Address',
  pay: profile('OfferedRemunerationPackage/RemunerationRange'),
  payMin: 'MinimumAmount',
  payMax: 'MaximumAmount',
  apply: profile('PostingInstruction'),
};

/** HR-XML 2.x, as job boards have sent it since 2004. */
export const hrXml2: HrXmlShape = {
  reference: ['PositionRecordInfo/Id/IdValue', 'PositionPostings/PositionPosting/Id/IdValue'],
  status: ['PositionRecordInfo/Status'],
  title: [detail('PositionTitle'), profile('ProfileName')],
  description: [profile('FormattedPositionDescription/Value')],
  siret: [profile('Organization/OrganizationId/IdValue'), ...userArea('Siret'), 'PositionSupplier/SupplierId/IdValue'],
  employer: [profile('Organization/OrganizationName'), detail('Company/Name'), 'PositionSupplier/EntityName'],
  employerDescription: [profile('Organization/Description')],
  website: [profile('Organization/ContactInfo/ContactMethod/InternetWebAddress')],
  industry: [detail('IndustryCode')],
  contractType: [...userArea('ContractType'), detail('PositionClassification')],
  schedule: [detail('PositionSchedule')],
  start: [profile('PositionDateInfo/StartDate')],
  end: [profile('PositionDateInfo/ExpectedEndDate')],
  closes: userArea('ApplicationCloseDate'),
  openings: ['NumberToFill'],
  places: detail('PhysicalLocation'),
  categories: detail('JobCategory'),
  competencies: detail('Competency'),
  city: ['PostalAddress/Municipality', 'Name'],
  address: 'PostalAddress',
  pay: detail('RemunerationPackage/BasePay'),
  payMin: 'BasePayAmountMin',
  payMax: 'BasePayAmountMax',
  apply: profile('HowToApply'),
};
