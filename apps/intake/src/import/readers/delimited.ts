import { both, type ReadProblem, type ReadRecord } from '@accord/offer-formats/read/reading';
import type { FieldError } from '@accord/service/problem';

import type { RawRecord } from '../raw-record.js';
import { type CsvRow, CsvRows } from './csv-rows.js';
import { type Header, headerProblems, type KnownColumns } from './delimited-header.js';
import { HeaderSearch } from './header-search.js';
import { textError, tooLong } from './record-text.js';
import type { SourceText } from './source-text.js';

/** A form of offers in rows and columns. */
export interface DelimitedForm<Name extends string> extends KnownColumns<Name> {
  /** Makes the mapping of a row for a file with these headers. */
  readonly mapping: (headers: ReadonlyMap<Name, string>) => (cell: (name: Name) => string | undefined) => ReadRecord;
}

/** The rows below a header as records; where the header itself is wrong, that alone is said, and nothing read. */
export async function* delimitedRecords<Name extends string>(
  source: SourceText,
  form: DelimitedForm<Name>,
): AsyncGenerator<RawRecord> {
  const search = new HeaderSearch(form);
  let table: Table<Name> | undefined;
  for await (const { piece, isLast } of withLast(source)) {
    let rest = piece;
    if (table === undefined) {
      const found = search.read(piece, isLast);
      if (found === undefined) continue;
      if ('read' in found) {
        yield unreadableHead(source, found.read) ?? { line: 1, errors: [noHeader(form.keyColumn)] };
        return;
      }
      const problems = headerProblems(found.header, form);
      if (problems.length > 0) {
        yield unreadableHead(source, found.header.end) ?? { line: found.header.line, problems };
        return;
      }
      table = new Table(source, found.header, form);
      rest = found.rest;
    }
    yield* table.read(rest, isLast);
  }
}

/** Names in another encoding are no columns: then that is what is wrong. */
function unreadableHead(source: SourceText, to: number): RawRecord | undefined {
  const error = textError(source, { line: 1, from: 0, to, text: '' });
  return error && { line: 1, errors: [error] };
}

const noHeader = (keyColumn: string): FieldError => ({
  pointer: '',
  code: 'no-header',
  message: `no line among the first names columns: begin with a line of column names, ${keyColumn} among them`,
});

/** Each piece, and whether it is the last; at least one. */
async function* withLast(source: AsyncIterable<string>): AsyncGenerator<{ piece: string; isLast: boolean }> {
  for await (const piece of source) yield { piece, isLast: false };
  yield { piece: '', isLast: true };
}

class Table<Name extends string> {
  private readonly rows: CsvRows;
  private readonly map: ReturnType<DelimitedForm<Name>['mapping']>;
  private readonly places: ReadonlyMap<Name, number>;
  private notes: readonly ReadProblem[];

  constructor(
    private readonly source: SourceText,
    private readonly header: Header<Name>,
    form: DelimitedForm<Name>,
  ) {
    const { columns, cells, delimiter, line, end, titles } = header;
    const known = columns.flatMap((name, at): [Name, number][] => (name === undefined ? [] : [[name, at]]));
    this.places = new Map(known);
    this.map = form.mapping(new Map(known.map(([name, at]) => [name, (cells[at] ?? '').trim()])));
    const lines = cells.join('').split('\n').length;
    this.rows = new CsvRows(delimiter, columns.length).startAt({ line: line + lines, from: end });
    this.notes = titles === 0 ? [] : [titleNote(titles, line)];
  }

  *read(piece: string, isLast: boolean): Generator<RawRecord> {
    for (const row of this.rows.read(piece, isLast)) {
      if ('cells' in row && row.cells.every((cell) => cell.trim() === '')) continue;
      const record = this.recordOf(row);
      if (!('read' in record) || this.notes.length === 0) yield record;
      else {
        const notes = [...this.notes, ...record.read.notes];
        this.notes = [];
        yield { ...record, read: { ...record.read, notes } };
      }
    }
  }

  private recordOf(row: CsvRow): RawRecord {
    const { line } = row;
    const text = 'cells' in row ? row.cells.join('\t') : '';
    const error = textError(this.source, { ...row, text }) ?? this.shapeError(row);
    if (error !== undefined || !('cells' in row)) return { line, errors: error === undefined ? [] : [error] };
    return { line, read: this.map((name) => row.cells[this.places.get(name) ?? Infinity]) };
  }

  private shapeError(row: CsvRow): FieldError | undefined {
    if (!('cells' in row)) return row.trouble === 'payload-too-large' ? tooLong : troubles[row.trouble];
    const { cells } = row;
    const wanted = this.header.columns.length;
    const beyond = cells.slice(wanted).some((cell) => cell.trim() !== '');
    if (cells.length >= wanted && !beyond) return undefined;
    const message = `the row has ${cells.length} cells, the header ${wanted}: quote what holds the delimiter or a line end`;
    return { pointer: '', code: 'wrong-number-of-cells', message };
  }
}

const troubles = {
  'stray-quote': {
    pointer: '',
    code: 'stray-quote',
    message: 'a quote closes a cell and something follows it: double the quotes inside a quoted cell',
  },
  'unclosed-quote': {
    pointer: '',
    code: 'unclosed-quote',
    message: 'a quote opens a cell of this row and is never closed: close it, or double it if it is part of the text',
  },
} as const satisfies Readonly<Record<string, FieldError>>;

const titleNote = (titles: number, line: number): ReadProblem => ({
  pointer: '',
  source: '',
  code: 'title-lines-skipped',
  message: both(
    `${titles} ligne(s) au-dessus des noms de colonnes, en ligne ${line}, n’ont pas été lues.`,
    `${titles} line(s) above the column names, which are in line ${line}, were not read.`,
  ),
  remedy: both('Commencez le fichier par les noms de colonnes.', 'Begin the file with the column names.'),
});
