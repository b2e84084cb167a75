import { folded } from './fold.js';
import { both, type Bilingual, type Kind } from './reading.js';

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

function dayIn(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const french = /^(\d{2})[/.-](\d{2})[/.-](\d{4})$/.exec(text);
  const [year, month, day] = iso?.slice(1) ?? french?.slice(1).toReversed() ?? [];
  if (year === undefined || !isDay(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month}-${day}`;
}

/** An instant needs its zone; a time without one is a day of Paris. */
function dayOrInstantIn(text: string): string | undefined {
  const [, day, time, zone] =
    /^(\S+?)(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
  const read = dayIn(day ?? '');
  if (read === undefined || time === undefined || zone === undefined) return read;
  const instant = new Date(`${read}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString().replace('.000Z', 'Z');
}

const withoutSpaces = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, '');

/**
 * With comma or point; spaces between thousands. Three digits after the only sign ("2,150") may be thousands as well as
 * decimals: nobody can know.
 */
function decimalIn(text: string): number | undefined {
  const plain = withoutSpaces(text);
  if (/^\d+$/.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:[.,]\d{3})*[.,]\d{1,2}$/.test(plain) || /^\d+[.,]\d{1,2}$/.test(plain)) {
    const at = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    return Number(`${plain.slice(0, at).replace(/[.,]/g, '')}.${plain.slice(at + 1)}`);
  }
  return undefined;
}

function centsIn(text: string): number | undefined {
  const value = decimalIn(text.replace(/(?:€|eur|euros?)\s*$/i, ''));
  return value === undefined ? undefined : Math.round(value * 100);
}

const yes = new Set(['oui', 'o', 'yes', 'y', 'true', 'vrai', '1', 'x']);
const no = new Set(['non', 'n', 'no', 'false', 'faux', '0']);

export const wholeNumber: Kind<number> = {
  code: 'not-a-whole-number',
  parse: (text) =>
    /^\d{1,9}(?:[.,]0+)?$/.test(withoutSpaces(text))
      ? Math.trunc(Number(withoutSpaces(text).replace(',', '.')))
      : undefined,
  is: both('n’est pas un nombre entier', 'is no whole number'),
  write: both('Écrivez un nombre entier, par exemple 2.', 'Write a whole number, such as 2.'),
};

export const decimal: Kind<number> = {
  code: 'not-a-number',
  parse: decimalIn,
  is: both('n’est pas un nombre sans équivoque', 'is no number that can be read in one way only'),
  write: both('Écrivez par exemple 3,5 ou 3.5.', 'Write for example 3,5 or 3.5.'),
};

/** Euros and cents, as cents. */
export const cents: Kind<number> = {
  code: 'not-an-amount',
  parse: centsIn,
  is: both('n’est pas un montant sans équivoque', 'is no amount that can be read in one way only'),
  write: both('Écrivez par exemple 2150 ou 2150,50.', 'Write for example 2150 or 2150.50.'),
};

export const degrees: Kind<number> = {
  code: 'not-a-coordinate',
  parse: (text) => (/^-?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined),
  is: both('n’est pas une coordonnée', 'is no coordinate'),
  write: both('Écrivez des degrés décimaux, par exemple 48.11168.', 'Write decimal degrees, such as 48.11168.'),
};

export const day: Kind<string> = {
  code: 'not-a-day',
  parse: (text) => dayIn(text.replace(/[T ]00:00(?::00)?$/, '')),
  is: both('n’est pas un jour du calendrier', 'is no day of the calendar'),
  write: both('Écrivez 2027-06-30 ou 30/06/2027.', 'Write 2027-06-30 or 30/06/2027.'),
};

export const dayOrInstant: Kind<string> = {
  ...day,
  parse: dayOrInstantIn,
  is: both('n’est ni un jour ni un instant', 'is neither a day nor an instant'),
  write: both(
    'Écrivez 2027-06-30, 30/06/2027 ou 2027-06-30T18:00:00Z.',
    'Write 2027-06-30, 30/06/2027 or 2027-06-30T18:00:00Z.',
  ),
};

export const yesNo: Kind<boolean> = {
  code: 'neither-yes-nor-no',
  parse: (text) => (yes.has(folded(text)) ? true : no.has(folded(text)) ? false : undefined),
  is: both('ne veut dire ni oui ni non', 'means neither yes nor no'),
  write: both('Écrivez oui ou non.', 'Write oui or non (yes, no, true, false).'),
};

/** Digits, with any spaces between them. A spreadsheet that took them for a number has rounded or cut them. */
export const siretNumber: Kind<string> = {
  code: 'not-a-siret',
  parse: (text) => (/^\d{14}$/.test(withoutSpaces(text)) ? withoutSpaces(text) : undefined),
  is: both('n’est pas un SIRET : il lui faut 14 chiffres', 'is no SIRET: it needs 14 digits'),
  write: both(
    'Écrivez les 14 chiffres de l’établissement ; dans un tableur, mettez la colonne au format texte.',
    'Write the establishment’s 14 digits; in a spreadsheet, format the column as text.',
  ),
};

/** One of a list: by its code or any name it goes by, whatever their case and accents. */
export function oneOf<T extends string>(
  names: ReadonlyMap<T, readonly string[]>,
  what: Bilingual & { readonly code: string },
): Kind<T> {
  const byName = new Map<string, T>();
  for (const [code, others] of names) for (const name of [code, ...others]) byName.set(folded(name), code);
  const listed = [...names.keys()].join(', ');
  return {
    code: what.code,
    parse: (text) => byName.get(folded(text)),
    is: both(`n’est pas ${what.fr}`, `is no ${what.en}`),
    write: both(`Écrivez l’un de : ${listed}.`, `Write one of: ${listed}.`),
  };
}
