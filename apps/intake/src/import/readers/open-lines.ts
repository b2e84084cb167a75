import { endOf, LINE_END, QUOTE, type RowState, stepped } from './row-scan.js';

/** What a line is, read as the first of a row, and read inside a quoted cell that an earlier one opened. */
interface LineKind {
  readonly asFirst: 'row' | 'open' | 'bad';
  readonly inQuotes: 'row' | 'open' | 'bad';
  /** Without a quote, and with as many cells as a row has. */
  readonly isWholeRow: boolean;
}

/** There are few: a line of a row that goes on and on costs no object of its own. */
const kinds = new Map<string, LineKind>();
function kindOf(kind: LineKind): LineKind {
  const key = `${kind.asFirst} ${kind.inQuotes} ${kind.isWholeRow}`;
  const known = kinds.get(key);
  if (known !== undefined) return known;
  kinds.set(key, kind);
  return kind;
}

/**
 * The lines of a row that has not ended, and of the one under way what has come. Each character is looked at once, whoever of the
 * lines turns out to begin the row: how a line reads inside quotes does not depend on where they were opened.
 */
export class OpenLines {
  /** Characters, line ends among them. */
  size = 0;
  private texts: string[] = [];
  private kinds: LineKind[] = [];
  /** The first line that is not taken. */
  private head = 0;
  /** No line behind the first, up to here, ends a quoted cell; none is a whole row. */
  private searched = { end: 1, row: 1 };
  private parts: string[] = [];
  private asFirst: RowState = 'cell';
  private inQuotes: RowState = 'quoted';
  private hasQuote = false;
  private cells = 1;

  constructor(
    private readonly delimiter: number,
    private readonly columns: number,
  ) {}

  /** Whether a line is under way. */
  get isInLine(): boolean {
    return this.parts.length > 0;
  }

  /** Whole lines. */
  get count(): number {
    return this.texts.length - this.head;
  }

  /** Reads on to the end of the line, and no more than so many characters. Answers where it stopped. */
  read(text: string, from: number, most: number): number {
    const to = Math.min(text.length, from + most);
    let at = from;
    for (; at < to; at += 1) {
      const code = text.charCodeAt(at);
      if (code === LINE_END) break;
      this.asFirst = stepped(this.asFirst, code, this.delimiter);
      this.inQuotes = stepped(this.inQuotes, code, this.delimiter);
      if (code === QUOTE) this.hasQuote = true;
      else if (code === this.delimiter) this.cells += 1;
    }
    if (at > from) this.parts.push(text.slice(from, at));
    this.size += at - from;
    return at;
  }

  /** The line under way is whole. */
  endLine(): void {
    this.size += 1;
    this.texts.push(this.parts.join(''));
    const isWholeRow = !this.hasQuote && this.cells === this.columns;
    this.kinds.push(kindOf({ asFirst: endOf(this.asFirst), inQuotes: endOf(this.inQuotes), isWholeRow }));
    this.beginLine();
  }

  /** How many lines the first row has, if it can be read so; 'open': its end has not come. */
  firstRow(): number | 'open' | 'bad' {
    const first = this.kinds[this.head]?.asFirst ?? 'open';
    if (first !== 'open') return first === 'row' ? 1 : first;
    const end = this.search('end', ({ inQuotes }) => inQuotes !== 'open');
    const kind = this.kinds[end]?.inQuotes ?? 'open';
    return kind === 'row' ? end + 1 - this.head : kind;
  }

  hasRowBehindFirst(): boolean {
    return this.search('row', ({ isWholeRow }) => isWholeRow) < this.kinds.length;
  }

  /** The state of the row that begins with the first line, at the end of what has come. */
  get state(): RowState {
    return this.count === 0 ? this.asFirst : this.inQuotes;
  }

  /** Takes so many lines away. */
  take(lines: number): string {
    const text = this.texts.slice(this.head, this.head + lines).join('\n');
    this.head += lines;
    this.size -= text.length + 1;
    if (this.head * 2 > this.texts.length) this.forgetTaken();
    return text;
  }

  /** Takes all away, also of the line under way. */
  clear(): void {
    this.texts = [];
    this.kinds = [];
    this.head = 0;
    this.searched = { end: 1, row: 1 };
    this.size = 0;
    this.beginLine();
  }

  private beginLine(): void {
    this.parts = [];
    this.asFirst = 'cell';
    this.inQuotes = 'quoted';
    this.hasQuote = false;
    this.cells = 1;
  }

  private search(what: 'end' | 'row', isIt: (kind: LineKind) => boolean): number {
    let at = Math.max(this.searched[what], this.head + 1);
    for (let kind = this.kinds[at]; kind !== undefined && !isIt(kind); kind = this.kinds[at]) at += 1;
    this.searched[what] = at;
    return at;
  }

  private forgetTaken(): void {
    this.texts = this.texts.slice(this.head);
    this.kinds = this.kinds.slice(this.head);
    this.searched = { end: this.searched.end - this.head, row: this.searched.row - this.head };
    this.head = 0;
  }
}
