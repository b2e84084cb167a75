import { drivingLicence, exigenceLetter, languageCode, languageLevel, trainingLevelCode } from './lists.js';
import { type Field, present, type Reading } from './reading.js';

/** The items of a cell that holds several, between bars. */
export function csvList(text: string | undefined): string[] | undefined {
  const items = (text ?? '').split('|').map((item) => item.trim());
  const said = items.filter((item) => item !== '');
  return said.length === 0 ? undefined : said;
}

interface TrainingFields {
  readonly level: Field;
  readonly domain: string | undefined;
  readonly exigence: Field;
}

/** One level of training; wished for, unless it says that it is required. */
export function csvTrainings(reading: Reading, { level, domain, exigence }: TrainingFields) {
  const read = reading.value(level, trainingLevelCode);
  const wanted = reading.value(exigence, exigenceLetter);
  return read && [present({ level: read, domain, exigence: wanted ?? 'S' })];
}

/** Items of the form `code:level:exigence`; the last two may be left out. */
export const csvLanguages = (reading: Reading, field: Field) =>
  csvList(field.text)?.map((item, at) => {
    const [code, level, exigence] = partsOf(item);
    const part = (text: string | undefined, name: string) => ({
      ...field,
      text,
      pointer: `${field.pointer}/${at}/${name}`,
    });
    return present({
      iso639: reading.value(part(code, 'iso639'), languageCode),
      level: reading.value(part(level, 'level'), languageLevel),
      exigence: reading.value(part(exigence, 'exigence'), exigenceLetter) ?? 'S',
    });
  });

/** Items of the form `category:exigence`. */
export const csvLicences = (reading: Reading, field: Field) =>
  csvList(field.text)?.map((item, at) => {
    const [code, exigence] = partsOf(item);
    const part = (text: string | undefined, name: string) => ({
      ...field,
      text,
      pointer: `${field.pointer}/${at}/${name}`,
    });
    return present({
      code: reading.value(part(code, 'code'), drivingLicence),
      exigence: reading.value(part(exigence, 'exigence'), exigenceLetter) ?? 'E',
    });
  });

/** Items of the form `label`, or `label:E`. */
export const csvSkills = (reading: Reading, field: Field) =>
  csvList(field.text)?.map((item) => {
    const [, label, exigence] = /^(.*?)(?::\s*([SE]))?$/is.exec(item) ?? [];
    return { label: (label ?? item).trim(), exigence: exigence?.toUpperCase() ?? 'S' };
  });

const partsOf = (item: string): string[] => item.split(':').map((part) => part.trim());
