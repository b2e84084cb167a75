import { MAX_RECORD } from './max-record.js';

/** Cells of one row of a delimited text, and where it stands. */
export type CsvRow = CsvPlace & ({ readonly cells: readonly string[] } | { readonly trouble: CsvTrouble });
export type CsvTrouble = 'payload-too-large' | 'stray-quote' | 'unclosed-quote';

interface CsvPlace {
  /** Of its first character; the first line is 1. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

type Parsed =
  | { readonly kind: 'row'; readonly cells: string[]; readonly end: number }
  /** `quote`: behind the quote that opens the cell under way. */
  | { readonly kind: 'more'; readonly quote: number | undefined }
  | { readonly kind: 'bad' };

/**
 * Cuts a delimited text (RFC 4180) into rows, as it comes: quoted cells may hold delimiters, line ends and doubled quotes; a
 * quote inside an unquoted cell is a character. A row that cannot be read costs itself alone: reading goes on with the line
 * after its first, or, where it is too long, after its end.
 */
export class CsvRows {
  private text = '';
  private at = 0;
  private line = 1;
  private offset = 0;
  private past: 'nothing' | 'line' | 'quotes' = 'nothing';

  /** `columns`: how many cells a row has; a line of just as many inside an open quote is taken for a row of its own. */
  constructor(
    private readonly delimiter: string,
    private readonly columns = Infinity,
  ) {}

  /** Goes on where another reader stopped. */
  startAt({ line, from }: Pick<CsvPlace, 'line' | 'from'>): this {
    this.line = line;
    this.offset = from;
    return this;
  }

  *read(piece: string, isLast = false): Generator<CsvRow> {
    this.text = this.text.slice(this.at) + piece;
    this.offset += this.at;
    this.at = 0;
    while (this.at < this.text.length) {
      if (this.past !== 'nothing' && !this.readPast()) return;
      if (this.at >= this.text.length) return;
      const row = this.next(isLast);
      if (row === undefined) return;
      yield row;
    }
  }

  private next(isLast: boolean): CsvRow | undefined {
    const parsed = parseRow(this.text, this.at, this.delimiter, isLast);
    switch (parsed.kind) {
      case 'row': {
        const isTooLong = parsed.end - this.at > MAX_RECORD;
        const place = this.moveTo(parsed.end);
        return isTooLong ? { ...place, trouble: 'payload-too-large' } : { ...place, cells: parsed.cells };
      }
      case 'bad':
        return this.leaveLine('stray-quote');
      case 'more':
        if (isLast) return this.leaveLine('unclosed-quote');
        return this.text.length - this.at > MAX_RECORD ? this.leave(parsed.quote) : undefined;
    }
  }

  /** Too long by now. With a quote open, either the cell is that long, or the quote was never closed. */
  private leave(quote: number | undefined): CsvRow {
    if (quote !== undefined && this.columns > 1 && this.nextRowInside() !== undefined)
      return this.leaveLine('unclosed-quote');
    this.past = quote === undefined ? 'line' : 'quotes';
    return { ...this.moveTo(quote ?? this.text.length), trouble: 'payload-too-large' };
  }

  private nextRowInside(): number | undefined {
    for (let at = this.text.indexOf('\n', this.at); at !== -1;) {
      const end = this.text.indexOf('\n', at + 1);
      const line = this.text.slice(at + 1, end === -1 ? at + 1 : end);
      if (!line.includes('"') && line.split(this.delimiter, this.columns + 1).length === this.columns) return at + 1;
      at = end;
    }
    return undefined;
  }

  private leaveLine(trouble: CsvTrouble): CsvRow {
    const end = this.text.indexOf('\n', this.at);
    if (end === -1) this.past = 'line';
    return { ...this.moveTo(end === -1 ? this.text.length : end + 1), trouble };
  }

  /** On to the end of what is read past; false: it has not come yet. */
  private readPast(): boolean {
    if (this.past === 'quotes') {
      const { end, closed } = this.endOfQuotes();
      const after = this.text[end];
      this.moveTo(end);
      if (!closed) return false;
      // What follows the cell, up to the line's end, is the rest of its row.
      this.past = 'line';
      if (after === undefined) return false;
    }
    const end = this.text.indexOf('\n', this.at) + 1;
    this.moveTo(end === 0 ? this.text.length : end);
    if (end === 0) return false;
    this.past = 'nothing';
    return true;
  }

  /** Behind the quote that closes the cell: one that a delimiter or line end follows. Else as far as can be told by now. */
  private endOfQuotes(): { readonly end: number; readonly closed: boolean } {
    for (let at = this.text.indexOf('"', this.at); at !== -1; at = this.text.indexOf('"', at + 1)) {
      const after = this.text[at + 1];
      if (after === undefined) return { end: at, closed: false };
      if (after === '"') at += 1;
      else if (after === '\n' || after === this.delimiter) return { end: at + 1, closed: true };
    }
    return { end: this.text.length, closed: false };
  }

  private moveTo(end: number): CsvPlace {
    const place = { line: this.line, from: this.offset + this.at, to: this.offset + end };
    for (let at = this.text.indexOf('\n', this.at); at !== -1 && at < end; at = this.text.indexOf('\n', at + 1)) {
      this.line += 1;
    }
    this.at = end;
    return place;
  }
}

/** The row that begins at `start`; `end` is behind its line end. */
export function parseRow(text: string, start: number, delimiter: string, isLast: boolean): Parsed {
  const cells: string[] = [];
  let line = -1;
  for (let at = start; ; at += 1) {
    const isQuoted = text[skipSpaces(text, at)] === '"';
    if (!isQuoted && line < at) line = indexOr(text, '\n', at);
    const cell = isQuoted ? quotedCell(text, at, isLast) : plainCell(text, { from: at, to: line }, delimiter);
    if (cell === undefined) return { kind: 'more', quote: skipSpaces(text, at) + 1 };
    if (cell.end >= text.length && !isLast) return { kind: 'more', quote: undefined };
    const next = text[cell.end];
    if (next !== undefined && next !== '\n' && next !== delimiter) return { kind: 'bad' };
    cells.push(cell.text);
    at = cell.end;
    if (next !== delimiter) return { kind: 'row', cells, end: Math.min(at + 1, text.length) };
  }
}

interface Cell {
  readonly text: string;
  /** Where what follows it stands. */
  readonly end: number;
}

function plainCell(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  delimiter: string,
): Cell {
  const end = Math.min(to, indexOr(text, delimiter, from));
  return { text: text.slice(from, end), end };
}

/** Undefined: its closing quote has not come. */
function quotedCell(text: string, at: number, isLast: boolean): Cell | undefined {
  const open = skipSpaces(text, at) + 1;
  for (let close = text.indexOf('"', open); close !== -1; close = text.indexOf('"', close + 2)) {
    if (close + 1 >= text.length && !isLast) return undefined;
    if (text[close + 1] === '"') continue;
    return { text: text.slice(open, close).replaceAll('""', '"'), end: skipSpaces(text, close + 1) };
  }
  return undefined;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at += 1;
  return at;
}

function indexOr(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}
