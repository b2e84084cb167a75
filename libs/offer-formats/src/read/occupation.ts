import { allAppellations, appellationByCode } from '@accord/reference-data/appellations';
import { occupationByCode } from '@accord/reference-data/occupations';

import { folded } from './fold.js';
import { both, type Field, type Kind, present, type Reading, textOf } from './reading.js';

/** The fields that say what the job is. */
export interface OccupationFields {
  readonly rome: Field;
  readonly ogr?: Field;
  readonly label: Field;
  readonly isco?: Field;
}

const romeCode: Kind<string> = {
  code: 'unknown-occupation',
  parse: (text) => occupationByCode(text.replaceAll(' ', '').toUpperCase())?.code,
  is: both('n’est pas un code du ROME 4.0', 'is no code of ROME 4.0'),
  write: both('Écrivez le code d’un métier, par exemple D1102.', 'Write the code of an occupation, such as D1102.'),
};

const ogrCode: Kind<string> = {
  code: 'unknown-appellation',
  parse: (text) => appellationByCode(text.replace(/^0+/, ''))?.code,
  is: both('n’est le code OGR d’aucune appellation', 'is the OGR code of no appellation'),
  write: both('Corrigez ce code, ou laissez le champ vide.', 'Correct this code, or leave it empty.'),
};

const iscoCode: Kind<string> = {
  code: 'not-an-isco-code',
  parse: (text) => (/^\d{4}$/.test(text) ? text : undefined),
  is: both('n’est pas un code de la CITP-08 à 4 chiffres', 'is no ISCO-08 code of 4 digits'),
  write: both('Écrivez par exemple 7512, ou laissez le champ vide.', 'Write for example 7512, or leave it empty.'),
};

/**
 * The occupation: by its ROME code; without one by the appellation's OGR code; without that by a label that is an
 * appellation's, and of one occupation only. An ISCO code is kept, and leads to no ROME code: the classes are not the same.
 */
export function occupationFrom(reading: Reading, fields: OccupationFields): Record<string, unknown> {
  const { rome, ogr, label, isco } = fields;
  const written = reading.value(rome, romeCode);
  const appellation = ogr && reading.value(ogr, ogrCode);
  const romeIsWrong = written === undefined && textOf(rome) !== undefined;
  return present({
    romeCode: written ?? (romeIsWrong ? undefined : foundOccupation(reading, fields, appellation)),
    ogrCode: appellation,
    label: textOf(label),
    iscoCode: isco && reading.value(isco, iscoCode),
  });
}

function foundOccupation(reading: Reading, { rome, label }: OccupationFields, ogr?: string): string | undefined {
  if (ogr !== undefined) return appellationByCode(ogr)?.occupation;
  const name = textOf(label);
  const found = name === undefined ? undefined : occupationNamed(name);
  if (found === undefined) {
    reading.refuse(rome, missingOccupation);
    return undefined;
  }
  reading.note(label, {
    code: 'occupation-by-name',
    is: both(`a été lu comme le métier ${found} du ROME`, `was read as ROME’s occupation ${found}`),
    write: both('Écrivez le code ROME pour en être sûr.', 'Write the ROME code to be sure.'),
  });
  return found;
}

const missingOccupation = {
  code: 'occupation-missing',
  is: both(
    'manque, et aucune appellation du ROME ne porte le nom donné',
    'is missing, and no appellation of ROME has the name that is given',
  ),
  write: romeCode.write,
};

/** The ROME code of the only occupation with an appellation of this name, in either gender or both. */
function occupationNamed(name: string): string | undefined {
  byName ??= occupationsByName();
  // No appellation is as long; the pattern costs time by the square of the length.
  return byName.get(folded(name.slice(0, 300).replace(/\(?\s*[HF]\s*[/-]\s*[HF]\s*\)?/gi, ' '))) ?? undefined;
}

/** Null: several occupations have an appellation of this name. */
let byName: Map<string, string | null> | undefined;

function occupationsByName(): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const { label, shortLabel, occupation } of allAppellations()) {
    for (const name of new Set([label, shortLabel, ...label.split(' / ')].map(folded))) {
      const known = found.get(name);
      found.set(name, known === undefined || known === occupation ? occupation : null);
    }
  }
  return found;
}
