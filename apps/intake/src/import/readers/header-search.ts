import { type Header, type KnownColumns } from './delimited-header.js';
import { cellsOf, endOf, LINE_END, type RowState, stepped } from './row-scan.js';

/** More lines than this above the header are no title. */
const MOST_TITLES = 10;
/** A header, with what stands above it, is much shorter. */
const MOST_CHARACTERS = 100_000;

export type HeaderFound<Name extends string> =
  | { readonly header: Header<Name>; /** What follows it, of what has come. */ readonly rest: string }
  /** There is none among so many first characters. */
  | { readonly read: number };

/** How a line reads under one delimiter. */
interface Scan {
  readonly delimiter: string;
  state: RowState;
  /** Behind the row, its line end not counted; undefined: it goes on. */
  end: number | undefined;
}

/**
 * Looks for the header, as its file comes: the first line of which two cells or more are columns, under the delimiter that finds
 * most. What stands above it is a title. A line is looked at once for each delimiter and, below a title, once more.
 */
export class HeaderSearch<Name extends string> {
  private received = 0;
  /** Of the line that is looked at: where it begins, and what has come from there on. */
  private line = 1;
  private offset = 0;
  private parts: string[] = [];
  private size = 0;
  private lineEnd: number | undefined;
  private scans: readonly Scan[];
  private titles = 0;

  constructor(private readonly known: KnownColumns<Name>) {
    this.scans = this.newScans();
  }

  /** Undefined: it has not come yet. */
  read(piece: string, isLast: boolean): HeaderFound<Name> | undefined {
    const looked = piece.slice(0, MOST_CHARACTERS - this.received);
    const beyond = piece.slice(looked.length);
    this.received += looked.length;
    const found = this.search(looked, isLast);
    if (found === undefined) return isLast || beyond !== '' ? { read: this.received } : undefined;
    return 'header' in found ? { header: found.header, rest: found.rest + beyond } : found;
  }

  private search(text: string, isLast: boolean): HeaderFound<Name> | undefined {
    for (let piece = text; ;) {
      for (const scan of this.scans) this.scan(scan, piece);
      const lineEnd = piece.indexOf('\n');
      if (this.lineEnd === undefined && lineEnd !== -1) this.lineEnd = this.size + lineEnd;
      this.parts.push(piece);
      this.size += piece.length;
      if (!isLast && !this.isWhole()) return undefined;
      const whole = this.parts.join('');
      const header = this.bestReading(whole);
      if (header !== undefined) return { header, rest: whole.slice(header.end - this.offset) };
      const end = this.lineEnd ?? whole.length;
      if (whole.slice(0, end).trim() !== '') this.titles += 1;
      if (this.titles > MOST_TITLES) return { read: this.offset + end };
      if (this.lineEnd === undefined) return undefined;
      piece = whole.slice(end + 1);
      this.nextLine(end + 1);
    }
  }

  private nextLine(after: number): void {
    this.line += 1;
    this.offset += after;
    this.parts = [];
    this.size = 0;
    this.lineEnd = undefined;
    this.scans = this.newScans();
  }

  private newScans(): readonly Scan[] {
    return this.known.delimiters.map((delimiter) => ({ delimiter, state: 'cell', end: undefined }));
  }

  /** Under every delimiter the row has ended, or cannot be read. */
  private isWhole(): boolean {
    return this.lineEnd !== undefined && this.scans.every(({ state, end }) => end !== undefined || state === 'bad');
  }

  private scan(scan: Scan, piece: string): void {
    const delimiter = scan.delimiter.charCodeAt(0);
    for (let at = 0; at < piece.length && scan.end === undefined && scan.state !== 'bad'; at += 1) {
      const code = piece.charCodeAt(at);
      if (code !== LINE_END) scan.state = stepped(scan.state, code, delimiter);
      else if (endOf(scan.state) === 'row') scan.end = this.size + at;
    }
  }

  private bestReading(text: string): Header<Name> | undefined {
    let best: Header<Name> | undefined;
    let most = 1;
    for (const { delimiter, state, end = text.length } of this.scans) {
      if (endOf(state) !== 'row') continue;
      const cells = cellsOf(text.slice(0, end), delimiter);
      const columns = cells.map((cell) => this.known.columnFor(cell));
      const count = columns.filter((column) => column !== undefined).length;
      if (count <= most) continue;
      most = count;
      const { line, offset, titles } = this;
      best = { delimiter, columns, cells, line, titles, end: offset + Math.min(end + 1, text.length) };
    }
    return best;
  }
}
