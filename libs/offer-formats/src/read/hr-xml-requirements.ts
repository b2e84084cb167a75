import { folded } from './fold.js';
import type { HrXmlReader } from './hr-xml-reader.js';
import { userArea } from './hr-xml-shape.js';
import { wholeNumber } from './kinds.js';
import { drivingLicence, experienceLetter, languageCode, languageLevel, trainingLevelCode } from './lists.js';
import { occupationFrom } from './occupation.js';
import { both, type Field, type Kind, present } from './reading.js';
import { noExperience } from './requirements.js';
import { elementsAt, firstSaid, wholeText, type XmlElement } from './xml-element.js';

/** The categories by what they look like: a ROME code, an ISCO code; a name is looked up among ROME's. */
export function hrXmlOccupation(reader: HrXmlReader, title: string | undefined): Record<string, unknown> {
  const { opening, shape, reading } = reader;
  const categories = elementsAt(opening, shape.categories);
  const codes = categories.map((one) => firstSaid(one, ['CategoryCode'])?.text ?? wholeText(one));
  const names = categories.flatMap((one) => firstSaid(one, ['CategoryDescription'])?.text ?? []);
  const field = (text: string | undefined, name: string): Field => ({
    text,
    source: shape.categories,
    pointer: `/occupation/${name}`,
  });
  const own = reader.field('/occupation/romeCode', userArea('RomeCode'));
  const looksLikeRome = codes.find((code) => /^[A-Z]\s?\d{4}$/i.test(code));
  return occupationFrom(reading, {
    rome: own.text === undefined ? field(looksLikeRome, 'romeCode') : own,
    ogr: reader.field('/occupation/ogrCode', userArea('OgrCode')),
    label: field(names[0] ?? title, 'label'),
    isco: field(
      codes.find((code) => /^\d{4}$/.test(code)),
      'iscoCode',
    ),
  });
}

export function hrXmlRequirements(reader: HrXmlReader): Record<string, unknown> {
  const { opening, shape } = reader;
  const competencies = elementsAt(opening, shape.competencies);
  return present({
    experience: experience(reader),
    trainings: trainings(reader),
    languages: orNothing(competencies.filter(isLanguage).flatMap((one, at) => language(reader, one, at) ?? [])),
    licences: licences(reader),
    skills: orNothing(competencies.filter((one) => !isLanguage(one)).flatMap((one) => skill(one) ?? [])),
  });
}

const summary = 'PositionProfile/PositionQualifications/ExperienceSummary/ExperienceCategory/Measure';
const units: Readonly<Record<string, string>> = { year: 'AN', ann: 'AN', month: 'MO', mon: 'MO', day: 'JO' };

/** A measure of experience is required experience, unless the UserArea says that it is wished for. */
function experience(reader: HrXmlReader): Record<string, unknown> {
  const { opening, reading } = reader;
  const [measure] = elementsAt(opening, summary);
  const own = reader.field('/requirements/experience/exigence', userArea('Experience'));
  const exigence = reading.value(own, experienceLetter);
  if (measure === undefined) {
    if (own.text === undefined) return noExperience(reading, own);
    return present({ exigence });
  }
  const pointer = '/requirements/experience/min';
  const min = reading.optional({ text: wholeText(measure), source: summary, pointer }, wholeNumber);
  const unit = units[(measure.attributes.get('unitCode') ?? 'year').toLowerCase().replace(/s$/, '')];
  return present({ exigence: exigence ?? (min === 0 ? 'D' : 'E'), ...(unit !== undefined && { min, unit }) });
}

const education = 'PositionProfile/PositionQualifications/EducationRequirement/EducationLevelCode';
/** Levels of the European Qualifications Framework. */
const frameworkLevels: Readonly<Record<string, 'NV5' | 'NV4' | 'NV3' | 'NV2' | 'NV1'>> = {
  '3': 'NV5',
  '4': 'NV4',
  '5': 'NV3',
  '6': 'NV2',
  '7': 'NV1',
  '8': 'NV1',
};
const level: Kind<string> = {
  ...trainingLevelCode,
  parse: (text) => frameworkLevels[text] ?? trainingLevelCode.parse(text),
  write: both('Écrivez un niveau du CEC, de 3 à 8, ou NV5 à NV1.', 'Write a level of the EQF, 3 to 8, or NV5 to NV1.'),
};

const trainings = ({ opening, reading }: HrXmlReader) =>
  orNothing(
    elementsAt(opening, education).flatMap((element, at) => {
      const field = { text: wholeText(element), source: education, pointer: `/requirements/trainings/${at}/level` };
      const read = reading.optional(field, level);
      return read === undefined ? [] : [{ level: read, exigence: 'S' }];
    }),
  );

const licenceType = 'PositionProfile/PositionQualifications/LicenseTypeCode';

const licences = ({ opening, reading }: HrXmlReader) =>
  orNothing(
    elementsAt(opening, licenceType).flatMap((element, at) => {
      const field = { text: wholeText(element), source: licenceType, pointer: `/requirements/licences/${at}/code` };
      const code = reading.optional(field, drivingLicence);
      return code === undefined ? [] : [{ code, exigence: 'E' }];
    }),
  );

function isLanguage(competency: XmlElement): boolean {
  const [id] = elementsAt(competency, 'CompetencyID');
  const scheme = ['schemeID', 'schemeName', 'listName'].map((name) => id?.attributes.get(name) ?? '').join(' ');
  return /639|language/i.test(scheme) || folded(firstSaid(competency, ['TaxonomyID'])?.text ?? '') === 'language';
}

function language({ reading, shape }: HrXmlReader, competency: XmlElement, at: number) {
  const field = (paths: readonly string[], name: string): Field => {
    const said = firstSaid(competency, paths);
    const source = `${shape.competencies}/${said?.path ?? paths[0] ?? ''}`;
    return { text: said?.text, source, pointer: `/requirements/languages/${at}/${name}` };
  };
  const iso639 = reading.optional(field(['CompetencyID'], 'iso639'), languageCode);
  const grade = reading.optional(
    field(['RequiredProficiencyLevel/ScoreText', 'RequiredProficiencyLevel', 'ProficiencyLevel'], 'level'),
    languageLevel,
  );
  return iso639 && present({ iso639, level: grade, exigence: exigenceOf(competency) });
}

function skill(competency: XmlElement) {
  const label = firstSaid(competency, ['CompetencyName'])?.text ?? competency.attributes.get('name')?.trim();
  const isNamed = label !== undefined && label !== '' && label !== 'required';
  return isNamed ? { label: label.slice(0, 200), exigence: exigenceOf(competency) } : undefined;
}

function exigenceOf(competency: XmlElement): 'E' | 'S' {
  const said = firstSaid(competency, ['RequiredIndicator'])?.text ?? competency.attributes.get('required') ?? '';
  return said.toLowerCase() === 'true' ? 'E' : 'S';
}

const orNothing = <T>(items: readonly T[]): readonly T[] | undefined => (items.length === 0 ? undefined : items);
