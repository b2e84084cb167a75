import { lazyTable } from './sorted-table.js';

const communes = lazyTable('communes');
const formerCommunes = lazyTable('former-communes');
const postalCodes = lazyTable('postal-codes');

/** A commune of today, or a municipal arrondissement of Paris, Lyon or Marseille. */
export interface Commune {
  /** INSEE code, such as 75056 or 2A004; never a postal code. */
  readonly code: string;
  readonly name: string;
  /** The commune of a municipal arrondissement. */
  readonly parent?: string;
  readonly department: string;
  readonly region: string;
  /** None in the southern territories. */
  readonly postalCodes: readonly string[];
  /** Degrees, WGS 84; not known for French Polynesia and New Caledonia. */
  readonly location?: { readonly lat: number; readonly lon: number };
  /** Zone d'emploi 2020; none in overseas collectivities and communes created since. */
  readonly employmentArea?: string;
  readonly population: number;
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

function toCommune(row: readonly string[]): Commune {
  const [code = '', name = '', parent = '', department = '', region = '', postal = '', lat, lon, area, population] =
    row;
  return {
    code,
    name,
    ...(parent ? { parent } : {}),
    department,
    region,
    postalCodes: words(postal),
    ...(lat && lon ? { location: { lat: Number(lat), lon: Number(lon) } } : {}),
    ...(area ? { employmentArea: area } : {}),
    population: Number(population ?? 0),
  };
}

/** The commune with this INSEE code, as it is called today. */
export function communeByCode(inseeCode: string): Commune | undefined {
  const row = communes().find(inseeCode);
  return row && toCommune(row);
}

/** The commune that one which no longer exists has become part of. */
export function successorOf(formerInseeCode: string): Commune | undefined {
  const code = formerCommunes().find(formerInseeCode)?.[1];
  return code === undefined ? undefined : communeByCode(code);
}

/** Communes and municipal arrondissements that La Poste serves under this code; CEDEX codes are not in the list. */
export function communesByPostalCode(postalCode: string): Commune[] {
  return words(postalCodes().find(postalCode)?.[1] ?? '').flatMap((code) => communeByCode(code) ?? []);
}

export const isPostalCode = (code: string): boolean => postalCodes().has(code);

/** All of them, by INSEE code, read one by one: do not keep what you do not need. */
export function* allCommunes(): Generator<Commune> {
  for (const row of communes().rows()) yield toCommune(row);
}
