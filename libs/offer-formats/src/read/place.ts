import {
  allCommunes,
  type Commune,
  communeByCode,
  communesByPostalCode,
  successorOf,
} from '@accord/reference-data/communes';

import { folded } from './fold.js';
import { degrees } from './kinds.js';
import { both, type Field, present, type Reading, textOf } from './reading.js';

/** The fields that say where the work is. `pointer` is the workplace's, such as /workplaces/0. */
export interface PlaceFields {
  readonly pointer: string;
  readonly insee?: Field;
  readonly postalCode: Field;
  readonly city: Field;
  readonly street?: string | undefined;
  readonly country?: Field;
  readonly lat?: Field;
  readonly lon?: Field;
}

/** The workplace, its commune by INSEE code, or by postal code and name; undefined, with an error, where that leads to none. */
export function workplaceFrom(reading: Reading, fields: PlaceFields): Record<string, unknown> | undefined {
  if (fields.country !== undefined && !isFrance(fields.country)) {
    reading.refuse({ ...fields.country, pointer: `${fields.pointer}/country` }, abroad);
    return undefined;
  }
  const postalCode = postalCodeIn(textOf(fields.postalCode));
  const commune = communeOf(reading, fields, postalCode);
  if (commune === undefined) return undefined;
  return present({
    communeInsee: commune.code,
    postalCode: postalCode ?? assumedPostalCode(reading, fields, commune),
    label: textOf(fields.city) ?? commune.name,
    street: fields.street,
    department: commune.department,
    region: commune.region,
    country: 'FR',
    lat: fields.lat && reading.value(fields.lat, degrees),
    lon: fields.lon && reading.value(fields.lon, degrees),
  });
}

const france = new Set(['', 'fr', 'fra', 'france', 'fr france', '01', '100', '99100']);
const isFrance = (country: Field): boolean => france.has(folded(textOf(country) ?? ''));

/** A spreadsheet makes 1000 of 01000. */
function postalCodeIn(text: string | undefined): string | undefined {
  const digits = text?.replace(/\s/g, '');
  return digits !== undefined && /^\d{4}$/.test(digits) ? `0${digits}` : digits;
}

function communeOf(reading: Reading, fields: PlaceFields, postalCode: string | undefined): Commune | undefined {
  const { insee, pointer } = fields;
  const code = insee && textOf(insee)?.toUpperCase();
  if (insee !== undefined && code !== undefined) {
    const padded = /^\d{4}$/.test(code) ? `0${code}` : code;
    const commune = communeByCode(padded) ?? successorOf(padded);
    if (commune === undefined) reading.refuse({ ...insee, pointer: `${pointer}/communeInsee` }, unknownInsee);
    return commune;
  }
  const { found, among } = communeNamed(textOf(fields.city), postalCode);
  if (found !== undefined) return found;
  const [only, ...more] = districtsOr(among);
  if (only !== undefined && more.length === 0) {
    reading.note({ ...fields.city, pointer: `${pointer}/label` }, placeByPostalCode(only));
    return only;
  }
  const named = textOf(fields.city) === undefined ? fields.postalCode : fields.city;
  reading.refuse({ ...named, pointer }, noCommune(among));
  return undefined;
}

interface Search {
  readonly found: Commune | undefined;
  /** Those the postal code allows. */
  readonly among: readonly Commune[];
}

/**
 * By postal code, and by name where that serves several. CEDEX codes are in no list: then by name, within the department
 * that the code begins with. Without any code, a name that only one commune of France has is enough.
 */
function communeNamed(city: string | undefined, postalCode: string | undefined): Search {
  const among = postalCode === undefined ? [] : communesByPostalCode(postalCode);
  const name = city === undefined ? undefined : cityName(city);
  const candidates = districtsOr(among);
  if (candidates.length === 1 && (name === undefined || candidates.some((one) => isCalled(one, name)))) {
    return { found: candidates[0], among };
  }
  if (name === undefined) return { found: undefined, among };
  const called = among.length > 0 ? among.filter((one) => isCalled(one, name)) : elsewhere(name, postalCode);
  return { found: called.length === 1 ? called[0] : undefined, among };
}

/** Of Paris, Lyon and Marseille the code says which arrondissement. */
function districtsOr(among: readonly Commune[]): readonly Commune[] {
  const districts = among.filter(({ parent }) => parent !== undefined);
  return districts.length > 0 ? districts : among;
}

function elsewhere(name: string, postalCode: string | undefined): Commune[] {
  const all = (byName ??= communesByName()).get(name) ?? [];
  return all.flatMap((code) => {
    const commune = communeByCode(code);
    const isThere =
      postalCode === undefined || commune?.postalCodes.some((one) => one.startsWith(postalCode.slice(0, 2)));
    return commune !== undefined && isThere === true ? [commune] : [];
  });
}

const isCalled = ({ name, parent }: Commune, wanted: string): boolean =>
  cityName(name) === wanted || (parent !== undefined && cityName(communeByCode(parent)?.name ?? '') === wanted);

/** "PARIS 14ème", "RENNES CEDEX 7", "ST ETIENNE", "35 - Rennes", "Puteaux, Hauts-de-Seine": what the commune is called. */
const cityName = (text: string): string =>
  folded(
    text
      // No name of a commune is as long; what follows costs time by the square of the length.
      .slice(0, 200)
      .replace(/,.*$/, '')
      .replace(/\(.*\)/, '')
      .replace(/^\s*\d{2,3}\s*-\s*/, ''),
  )
    .replace(/ cedex( \d+)?$/, '')
    .replace(/ \d{1,2}(er|e|eme)?( arrondissement)?$/, '')
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint');

/** INSEE codes, by name; without municipal arrondissements. */
let byName: Map<string, string[]> | undefined;

function communesByName(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { code, name, parent } of allCommunes()) {
    if (parent !== undefined) continue;
    const key = cityName(name);
    const codes = found.get(key);
    if (codes === undefined) found.set(key, [code]);
    else codes.push(code);
  }
  return found;
}

function assumedPostalCode(
  reading: Reading,
  { postalCode, pointer }: PlaceFields,
  commune: Commune,
): string | undefined {
  const [first, ...others] = commune.postalCodes;
  if (others.length > 0) {
    reading.note(
      { ...postalCode, pointer: `${pointer}/postalCode` },
      {
        code: 'postal-code-assumed',
        is: both(
          `manque : ${first} a été pris, le premier de la commune`,
          `is missing: ${first} was taken, the commune’s first`,
        ),
        write: both('Écrivez le code postal du lieu de travail.', 'Write the workplace’s postal code.'),
      },
    );
  }
  return first;
}

const placeByPostalCode = ({ name }: Commune) => ({
  code: 'place-by-postal-code',
  is: both(
    `n’est pas une commune de ce code postal : ${name} a été pris`,
    `is no commune of this postal code: ${name} was taken`,
  ),
  write: both('Écrivez la commune du lieu de travail.', 'Write the workplace’s commune.'),
});

const unknownInsee = {
  code: 'unknown-commune',
  is: both('n’est le code INSEE d’aucune commune', 'is the INSEE code of no commune'),
  write: both(
    'Écrivez le code INSEE du lieu de travail, ou seulement son code postal et sa ville.',
    'Write the workplace’s INSEE code, or its postal code and name alone.',
  ),
};

const abroad = {
  code: 'workplace-abroad',
  is: both('n’est pas la France', 'is not France'),
  write: both(
    'Une offre a un lieu de travail en France ; laissez le pays vide, ou écrivez FR.',
    'An offer has a workplace in France; leave the country out, or write FR.',
  ),
};

function noCommune(among: readonly Commune[]) {
  const names = among.slice(0, 8).map(({ name }) => name);
  const listed = names.length === 0 ? '' : names.join(', ') + (among.length > names.length ? ' …' : '');
  return {
    code: 'unknown-place',
    is: both('ne mène pas à une seule commune', 'does not lead to one commune'),
    write:
      listed === ''
        ? both(
            'Écrivez le code postal et la ville, ou le code INSEE.',
            'Write postal code and city, or the INSEE code.',
          )
        : both(`Pour ce code postal, écrivez l’une de : ${listed}.`, `For this postal code, write one of: ${listed}.`),
  };
}
