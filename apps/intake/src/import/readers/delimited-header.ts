import { both, type ReadProblem } from '@accord/offer-formats/read/reading';

import { parseRow } from './csv-rows.js';

/** The columns a form knows. */
export interface KnownColumns<Name extends string> {
  /** The delimiters it is written with, the likeliest first. */
  readonly delimiters: readonly string[];
  readonly columnFor: (header: string) => Name | undefined;
  /** The column that a header which means none may be a slip of. */
  readonly columnLike: (header: string) => Name | undefined;
  /** Without it no row can be told from another. */
  readonly keyColumn: Name;
}

/** The header row of a file: which column each cell means, and where the rows begin. */
export interface Header<Name extends string> {
  readonly delimiter: string;
  readonly columns: readonly (Name | undefined)[];
  readonly cells: readonly string[];
  readonly line: number;
  /** Behind it. */
  readonly end: number;
  /** Lines with something on them that stand above it. */
  readonly titles: number;
}

/** More lines than this above the header are no title. */
const MOST_TITLES = 10;
/** More problems of a header than these would only hide the first ones. */
const MOST_PROBLEMS = 20;
/** A header, with what stands above it, is much shorter. */
const MOST_CHARACTERS = 100_000;

/**
 * Looks for the header: the first line of which two cells or more are columns, under the delimiter that finds most. What stands
 * above it is a title. Undefined: it has not come yet.
 */
export function findHeader<Name extends string>(
  text: string,
  known: KnownColumns<Name>,
  isLast: boolean,
): Header<Name> | 'none' | undefined {
  let line = 1;
  let titles = 0;
  for (let at = 0; at < text.length;) {
    const best = bestReading(text, at, known, isLast);
    if (best === 'more') return text.length > MOST_CHARACTERS ? 'none' : undefined;
    if (best !== undefined) return { ...best, line, titles };
    const end = text.indexOf('\n', at);
    if (text.slice(at, end === -1 ? undefined : end).trim() !== '') titles += 1;
    if (end === -1 || titles > MOST_TITLES) break;
    line += 1;
    at = end + 1;
  }
  return isLast || titles > MOST_TITLES || text.length > MOST_CHARACTERS ? 'none' : undefined;
}

type Reading<Name extends string> = Omit<Header<Name>, 'line' | 'titles'>;

function bestReading<Name extends string>(
  text: string,
  at: number,
  known: KnownColumns<Name>,
  isLast: boolean,
): Reading<Name> | 'more' | undefined {
  let best: Reading<Name> | undefined;
  for (const delimiter of known.delimiters) {
    const parsed = parseRow(text, at, delimiter, isLast);
    if (parsed.kind === 'more' && !isLast) return 'more';
    if (parsed.kind !== 'row') continue;
    const columns = parsed.cells.map((cell) => known.columnFor(cell));
    const count = (of: readonly unknown[]) => of.filter((column) => column !== undefined).length;
    const isBetter = count(columns) >= 2 && (best === undefined || count(columns) > count(best.columns));
    if (isBetter) best = { delimiter, columns, cells: parsed.cells, end: parsed.end };
  }
  return best;
}

/** What is wrong with a header. Columns it does not know are named, unless their names begin with x_: those are somebody's own. */
export function headerProblems<Name extends string>(
  { columns, cells }: Header<Name>,
  known: KnownColumns<Name>,
): ReadProblem[] {
  const problems: ReadProblem[] = [];
  const seen = new Set<Name>();
  columns.forEach((column, at) => {
    if (problems.length >= MOST_PROBLEMS) return;
    const header = (cells[at] ?? '').trim();
    if (column === undefined && header !== '' && !/^x_/i.test(header)) {
      problems.push(unknownColumn(header, known.columnLike(header)));
    } else if (column !== undefined && seen.has(column)) problems.push(doubleColumn(header));
    if (column !== undefined) seen.add(column);
  });
  if (!seen.has(known.keyColumn)) problems.push(missingColumn(known.keyColumn));
  return problems;
}

function unknownColumn(header: string, like: string | undefined): ReadProblem {
  const name = header.slice(0, 60);
  return {
    pointer: '',
    source: name,
    code: 'unknown-column',
    message: both(`Aucune colonne ne s’appelle « ${name} ».`, `No column is called “${name}”.`),
    remedy:
      like === undefined
        ? both(
            'Corrigez ce nom, ou faites-le commencer par x_ pour que la colonne soit ignorée.',
            'Correct its name, or begin it with x_ to have the column ignored.',
          )
        : both(
            `Écrivez ${like} ; ou faites commencer ce nom par x_ pour que la colonne soit ignorée.`,
            `Write ${like}; or begin it with x_ to have the column ignored.`,
          ),
  };
}

const doubleColumn = (header: string): ReadProblem => ({
  pointer: '',
  source: header.slice(0, 60),
  code: 'double-column',
  message: both(
    `La colonne « ${header.slice(0, 60)} » figure deux fois.`,
    `The column “${header.slice(0, 60)}” stands there twice.`,
  ),
  remedy: both('Gardez-en une.', 'Keep one of them.'),
});

const missingColumn = (name: string): ReadProblem => ({
  pointer: '/reference',
  source: name,
  code: 'missing-column',
  message: both(`Il manque la colonne ${name}.`, `The column ${name} is missing.`),
  remedy: both(
    'Ajoutez-la : elle dit de quelle offre parle chaque ligne.',
    'Add it: it says which offer each row is about.',
  ),
});
