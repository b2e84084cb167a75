import { both, type ReadProblem } from '@accord/offer-formats/read/reading';

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

/** More problems of a header than these would only hide the first ones. */
const MOST_PROBLEMS = 20;

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
