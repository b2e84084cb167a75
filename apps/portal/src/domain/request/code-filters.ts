import {
  contractNature,
  contractType,
  experienceExigence,
  qualification,
  remoteMode,
  trainingLevel,
} from '@accord/contracts/code-lists';
import { appellationByCode } from '@accord/reference-data/appellations';
import { drivingLicences } from '@accord/reference-data/code-lists';
import { languageName } from '@accord/reference-data/languages';
import { occupationByCode, occupationDomainByCode } from '@accord/reference-data/occupations';
import { allSectors } from '@accord/reference-data/sectors';
import { departmentByCode, employmentAreaByCode, regionByCode } from '@accord/reference-data/territories';

import { OPENING_STEPS } from '../steps.js';
import { type Codes, listed, ofNomenclature } from './code-parameter.js';

const keep = (code: string, known: unknown): string | undefined => (known === undefined ? undefined : code);

let prefixes: ReadonlySet<string> | undefined;
/** Every beginning of a NAF code that is a level of it: 62, 620, 6201, 6201Z. */
const sectorPrefixes = (): ReadonlySet<string> =>
  (prefixes ??= new Set(
    allSectors().flatMap(({ code }) => [2, 3, 4, 5].map((length) => code.replace('.', '').slice(0, length))),
  ));

function sectorPrefix(code: string): string | undefined {
  const plain = code.replace('.', '').toUpperCase();
  return sectorPrefixes().has(plain) ? plain : undefined;
}

const licences = drivingLicences.entries.map(({ code }) => code);

/** The filters that are equal or not: each a kind of term, and what it takes. */
export const codeFilters = {
  occupation: ofNomenclature((code) => keep(code, occupationByCode(code)), {
    list: 'occupations',
    example: 'M1805',
    description: 'ROME code of the occupation',
  }),
  appellation: {
    read: (code) => keep(code, appellationByCode(code)),
    accepted: 'the OGR code of an appellation, such as 11573 (GET /v1/ads/suggestions)',
    description: 'OGR code of the appellation the employer chose',
  },
  domain: {
    read: (code) => keep(code, /^[A-N](?:\d\d)?$/.test(code) ? occupationDomainByCode(code) : undefined),
    accepted: 'a letter from A to N (grand domaine), or a domain such as M18',
    description: 'Grand domaine (a letter) or domain (three characters) of ROME',
  },
  sector: {
    ...ofNomenclature(sectorPrefix, {
      list: 'sectors',
      example: '62.01Z',
      description: 'NAF code of the employer, or its beginning: 62, 62.0, 62.01, 62.01Z',
    }),
    accepted: 'a NAF code (GET /v1/nomenclatures/sectors) or its first 2, 3 or 4 digits, such as 62, 62.0 or 62.01Z',
  },
  department: ofNomenclature((code) => keep(code, departmentByCode(code)), {
    list: 'departments',
    example: '35, 2A or 974',
    description: 'Department of the workplace',
  }),
  region: ofNomenclature((code) => keep(code, regionByCode(code)), {
    list: 'regions',
    example: '53',
    description: 'Region of the workplace (INSEE code)',
  }),
  employmentArea: ofNomenclature((code) => keep(code, employmentAreaByCode(code)), {
    list: 'employment-areas',
    example: '5315',
    description: "Zone d'emploi 2020 of the workplace",
  }),
  contract: listed(contractType.options, 'Type of contract'),
  nature: listed(contractNature.options, 'Nature of the contract'),
  workingTime: listed(['full', 'part'], 'Full or part time; an ad that says neither is found by its hours'),
  experience: listed(experienceExigence.options, 'Experience: D accepts beginners, S wishes for it, E requires it'),
  training: listed(trainingLevel.options, 'Level of training asked for or wished'),
  qualification: listed(qualification.options, 'Qualification, 1 to 9'),
  licence: listed(licences, 'Driving licence asked for or wished'),
  language: {
    read: (code) => keep(code, languageName(code)),
    accepted: 'an ISO 639 code such as en or fsl',
    description: 'Language asked for or wished',
  },
  remote: listed(remoteMode.options, 'Remote work: none, hybrid or full'),
  access: listed(
    ['handicap', 'inclusion', 'adapted'],
    'handicap: accessible to disabled workers; inclusion: by economic activity; adapted: an entreprise adaptée',
  ),
  openings: {
    ...listed(OPENING_STEPS.map(String), 'At least so many openings'),
    most: 1,
  },
  origin: {
    read: (code) => (/^[a-z][a-z0-9-]{1,39}$/.test(code) ? code : undefined),
    accepted: 'employer, or the id of a partner site such as jobs-prive',
    description: "Where the ad comes from: employer for an employer's own, or a partner's id",
  },
} satisfies Record<string, Codes>;

export type CodeFilter = keyof typeof codeFilters;
