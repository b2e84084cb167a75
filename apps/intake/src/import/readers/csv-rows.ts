import { MAX_RECORD } from './max-record.js';
import { OpenLines } from './open-lines.js';
import { cellsOf, LINE_END, QUOTE } from './row-scan.js';

/** Cells of one row of a delimited text, and where it stands. */
export type CsvRow = CsvPlace & ({ readonly cells: readonly string[] } | { readonly trouble: CsvTrouble });
export type CsvTrouble = 'payload-too-large' | 'stray-quote' | 'unclosed-quote';

interface CsvPlace {
  /** Of its first character; the first line is 1. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Behind what could not be kept: up to a line end, or to the quote that closes a cell first. */
type Past = 'nothing' | 'line' | 'quotes' | 'quote';

/**
 * Cuts a delimited text (RFC 4180) into rows, as it comes: quoted cells may hold delimiters, line ends and doubled quotes; a
 * quote inside an unquoted cell is a character. A row that cannot be read costs itself alone: reading goes on with the line
 * after its first, or, where it is too long, after its end. What comes out does not depend on how the text is cut into pieces,
 * nor does the work, which grows with its length alone.
 */
export class CsvRows {
  private readonly open: OpenLines;
  private readonly delimiterCode: number;
  private line = 1;
  private offset = 0;
  private past: Past = 'nothing';

  /** `columns`: how many cells a row has; a line of just as many inside an open quote is taken for a row of its own. */
  constructor(
    private readonly delimiter: string,
    private readonly columns = Infinity,
  ) {
    this.delimiterCode = delimiter.charCodeAt(0);
    this.open = new OpenLines(this.delimiterCode, columns);
  }

  /** Goes on where another reader stopped. */
  startAt({ line, from }: Pick<CsvPlace, 'line' | 'from'>): this {
    this.line = line;
    this.offset = from;
    return this;
  }

  *read(piece: string, isLast = false): Generator<CsvRow> {
    const quotes = nextIn(piece, '"');
    for (let at = 0; at < piece.length;) {
      const end = this.isBetweenRows ? piece.indexOf('\n', at) : -1;
      if (end !== -1 && end - at <= MAX_RECORD && end < quotes(at)) {
        yield this.plainRow(piece.slice(at, end));
        at = end + 1;
        continue;
      }
      at = this.past === 'nothing' ? this.readOn(piece, at) : this.readPast(piece, at);
      yield* this.rows(false);
    }
    if (!isLast) return;
    if (this.open.isInLine) this.open.endLine();
    yield* this.rows(true);
  }

  private get isBetweenRows(): boolean {
    return this.past === 'nothing' && this.open.size === 0;
  }

  /** Most rows are a line without a quote, and need no second look. */
  private plainRow(text: string): CsvRow {
    const { line, offset } = this;
    this.line += 1;
    this.offset += text.length + 1;
    return { line, from: offset, to: this.offset, cells: text.split(this.delimiter) };
  }

  /** To the end of the line, but no further than a row may go. */
  private readOn(piece: string, from: number): number {
    const at = this.open.read(piece, from, MAX_RECORD + 1 - this.open.size);
    if (piece.charCodeAt(at) !== LINE_END || this.open.size > MAX_RECORD) return at;
    this.open.endLine();
    return at + 1;
  }

  private *rows(isLast: boolean): Generator<CsvRow> {
    for (let row = this.next(isLast); row !== undefined; row = this.next(isLast)) yield row;
  }

  private next(isLast: boolean): CsvRow | undefined {
    const { open } = this;
    const row = open.count === 0 ? 'open' : open.firstRow();
    if (row === 'bad') return this.leaveLine('stray-quote');
    if (row !== 'open') return this.taken(row, (text) => ({ cells: cellsOf(text, this.delimiter) }));
    if (isLast && open.count > 0) return this.leaveLine('unclosed-quote');
    return open.size > MAX_RECORD ? this.leave() : undefined;
  }

  /** Too long by now. With a quote open, either the cell is that long, or the quote was never closed. */
  private leave(): CsvRow {
    const { open } = this;
    const { state } = open;
    if (state === 'bad') return this.leaveLine('stray-quote');
    const isQuoted = state === 'quoted' || state === 'quote';
    if (isQuoted && this.columns > 1 && open.hasRowBehindFirst()) return this.leaveLine('unclosed-quote');
    return this.leaveAll(isQuoted ? (state === 'quote' ? 'quote' : 'quotes') : 'line', 'payload-too-large');
  }

  private leaveLine(trouble: CsvTrouble): CsvRow {
    return this.open.count === 0 ? this.leaveAll('line', trouble) : this.taken(1, () => ({ trouble }));
  }

  private leaveAll(past: Past, trouble: CsvTrouble): CsvRow {
    const { line, offset } = this;
    this.line += this.open.count;
    this.offset += this.open.size;
    this.open.clear();
    this.past = past;
    return { line, from: offset, to: this.offset, trouble };
  }

  private taken<T>(lines: number, read: (text: string) => T): CsvPlace & T {
    const { line, offset } = this;
    const text = this.open.take(lines);
    this.line += lines;
    this.offset += text.length + 1;
    return { line, from: offset, to: this.offset, ...read(text) };
  }

  /** On to the end of what is read past, or of the piece. */
  private readPast(piece: string, from: number): number {
    let at = from;
    while (at < piece.length && this.past !== 'nothing') {
      this.past = this.pastAfter(piece.charCodeAt(at));
      if (piece.charCodeAt(at) === LINE_END) this.line += 1;
      at += 1;
    }
    this.offset += at - from;
    return at;
  }

  /** A quote closes the cell where a delimiter or line end follows it; what follows up to the line's end is the rest of its row. */
  private pastAfter(code: number): Past {
    if (this.past === 'quotes') return code === QUOTE ? 'quote' : 'quotes';
    if (this.past === 'quote' && code !== LINE_END) return code === this.delimiterCode ? 'line' : 'quotes';
    return code === LINE_END ? 'nothing' : 'line';
  }
}

/** Where the next of a character stands, from a place on that only grows; Infinity where there is none. */
function nextIn(text: string, character: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next >= from) return next;
    const found = text.indexOf(character, from);
    return (next = found === -1 ? Infinity : found);
  };
}
