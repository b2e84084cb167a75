import { contractKind } from './contract.js';
import { folded } from './fold.js';
import type { HrXmlReader } from './hr-xml-reader.js';
import { userArea } from './hr-xml-shape.js';
import { day, wholeNumber } from './kinds.js';
import { present } from './reading.js';

/** HR-XML's kinds of offering that are one French type of contract. An internship, or work on call, is none. */
const offerings: ReadonlyMap<string, string> = new Map([
  ['directhire', 'CDI'],
  ['direct hire', 'CDI'],
  ['permanent', 'CDI'],
  ['contract', 'CDD'],
  ['contracttohire', 'CDD'],
  ['contract to hire', 'CDD'],
  ['temporary', 'CDD'],
  ['temporarytohire', 'CDD'],
  ['temporary to hire', 'CDD'],
  ['seasonal', 'SAI'],
  ['selfemployed', 'LIB'],
  ['self employed', 'LIB'],
]);

export function hrXmlContract(reader: HrXmlReader): Record<string, unknown> {
  const { shape, reading } = reader;
  const written = reader.field('/contract/type', shape.contractType);
  const known = offerings.get(folded(written.text ?? ''));
  const kind = contractKind(reading, {
    type: known === undefined ? written : { ...written, text: known },
    nature: reader.field('/contract/nature', userArea('ContractNature')),
  });
  const startDate = reader.optional('/contract/startDate', shape.start, day);
  const endDate = reader.optional('/contract/durationMonths', shape.end, day);
  return present({
    ...kind,
    startDate,
    ...(startDate !== undefined && endDate !== undefined && kind.type !== 'CDI' && durationFrom(startDate, endDate)),
    ...present({
      durationMonths: reader.value('/contract/durationMonths', userArea('DurationMonths'), wholeNumber),
      cddMotive: reader.text(userArea('CddMotive')),
    }),
  });
}

/** Both days included: whole months where the day after the last has the number of the first, else days. */
function durationFrom(start: string, end: string): Record<string, number> {
  const first = new Date(`${start}T00:00:00Z`);
  const after = new Date(`${end}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  const months = (after.getUTCFullYear() - first.getUTCFullYear()) * 12 + (after.getUTCMonth() - first.getUTCMonth());
  if (months > 0 && after.getUTCDate() === first.getUTCDate()) return { durationMonths: months };
  const days = Math.round((after.getTime() - first.getTime()) / 86_400_000);
  return days > 0 ? { durationDays: days } : {};
}
