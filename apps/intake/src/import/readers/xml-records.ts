import { BrokenInput } from '../broken-input.js';
import { MAX_RECORD } from './max-record.js';
import type { RecordText } from './record-text.js';

interface OpenRecord {
  readonly line: number;
  /** Character of the whole text. */
  readonly from: number;
  /** Where it begins in what is kept; undefined once it is too long to be kept. */
  at: number | undefined;
}

/** What ends a piece of markup that is none of an element's. */
const ends: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/**
 * Cuts out of an XML text, as it comes, the elements of one name. It reads no more of the markup than where tags, comments and
 * CDATA begin and end: whether a record is well-formed is for who parses it, so that one that is not costs no other.
 * A document type is refused where it begins: nothing is ever expanded.
 */
export class XmlRecords {
  private text = '';
  private at = 0;
  private line = 1;
  private offset = 0;
  /** Where the next line end is; beyond the text: none is there yet. */
  private lineEnd = Infinity;
  private record: OpenRecord | undefined;
  private root: string | undefined;
  private depth = 0;
  private count = 0;
  /** What is read past, since it is too long: the text that ends it, or a tag. */
  private past: string | undefined;

  constructor(private readonly name: string) {}

  /** @throws BrokenInput dtd-refused */
  *read(piece: string): Generator<RecordText> {
    this.forget();
    this.text += piece;
    this.lineEnd = lineEndIn(this.text, this.at);
    for (;;) {
      if (this.past !== undefined && !this.readPast(this.past)) break;
      const open = this.text.indexOf('<', this.at);
      this.moveTo(open === -1 ? this.text.length : open);
      if (open === -1) break;
      const end = this.endOfMarkup(open);
      if (end === undefined) break;
      yield* this.take(open, end);
      this.moveTo(end);
    }
  }

  /** @throws BrokenInput truncated, no-records */
  end(): void {
    if (this.record !== undefined)
      throw new BrokenInput('truncated', 'the XML text ends inside a record', this.record.line);
    if (this.root === undefined) throw new BrokenInput('not-xml', 'the body is not XML: no element begins in it', 1);
    if (this.depth > 0 || this.past !== undefined) {
      throw new BrokenInput('truncated', 'the XML text ends before its root element does', this.line);
    }
    if (this.count === 0) {
      const root = this.root.slice(0, 60);
      throw new BrokenInput(
        'no-records',
        `the document <${root}> holds no ${this.name}: send HR-XML, version 2 or 3`,
        1,
      );
    }
  }

  /** Behind the markup that begins here; undefined where its end has not come, and is waited for or read past. */
  private endOfMarkup(open: number): number | undefined {
    const head = this.text.slice(open, open + 9);
    const [, terminator] = ends.find(([begin]) => head.startsWith(begin)) ?? [];
    if (terminator === undefined && head.startsWith('<!')) {
      if (head.length < 9) return undefined;
      if (!/^<!doctype/i.test(head)) return open + 2;
      throw new BrokenInput(
        'dtd-refused',
        'the XML has a document type (<!DOCTYPE …>), which is refused: send it without',
        this.line,
      );
    }
    const end = terminator === undefined ? tagEnd(this.text, open) : this.text.indexOf(terminator, open + 2);
    if (end !== -1) return end + (terminator?.length ?? 1);
    if (this.text.length - open > MAX_RECORD) {
      this.past = terminator ?? '>';
      if (this.record !== undefined) this.record.at = undefined;
      this.moveTo(this.text.length - (terminator?.length ?? 0));
    }
    return undefined;
  }

  private *take(open: number, end: number): Generator<RecordText> {
    const [, slash, name] =
      /^<(\/?)(?:[^\s/>:]+:)?([^\s/>:]+)/.exec(this.text.slice(open, Math.min(end, open + 200))) ?? [];
    if (name === undefined || name.startsWith('!') || name.startsWith('?')) return;
    const isEmpty = this.text[end - 2] === '/';
    if (name !== this.name) {
      this.root ??= name;
      if (this.record === undefined && !isEmpty) this.depth += slash === '/' ? -1 : 1;
      return;
    }
    this.root ??= name;
    if (slash === '/') {
      if (this.record !== undefined) yield this.finish(this.record, end);
      return;
    }
    // One that begins inside another: that one was never closed.
    if (this.record !== undefined) yield this.finish(this.record, open);
    this.record = { line: this.line, from: this.offset + open, at: open };
    if (isEmpty) yield this.finish(this.record, end);
  }

  private finish({ line, from, at }: OpenRecord, end: number): RecordText {
    this.record = undefined;
    this.count += 1;
    const isTooLong = at === undefined || end - at > MAX_RECORD;
    return { line, from, to: this.offset + end, text: isTooLong ? undefined : this.text.slice(at, end) };
  }

  private readPast(terminator: string): boolean {
    const end = this.text.indexOf(terminator, this.at);
    if (end === -1) {
      this.moveTo(Math.max(this.at, this.text.length - terminator.length));
      return false;
    }
    this.moveTo(end + terminator.length);
    this.past = undefined;
    return true;
  }

  /** Drops what was read, but for the record that is open. */
  private forget(): void {
    const { record } = this;
    if (record?.at !== undefined && this.at - record.at > MAX_RECORD) record.at = undefined;
    const from = record?.at ?? this.at;
    this.text = this.text.slice(from);
    this.offset += from;
    this.at -= from;
    if (record?.at !== undefined) record.at = 0;
  }

  private moveTo(end: number): void {
    for (; this.lineEnd < end; this.lineEnd = lineEndIn(this.text, this.lineEnd + 1)) this.line += 1;
    this.at = end;
  }
}

function lineEndIn(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? Infinity : at;
}

const quoteOrEnd = /["'>]/g;

/** The > that ends a tag: not one inside an attribute's value. */
function tagEnd(text: string, open: number): number {
  quoteOrEnd.lastIndex = open;
  for (let found = quoteOrEnd.exec(text); found !== null; found = quoteOrEnd.exec(text)) {
    if (found[0] === '>') return found.index;
    const close = text.indexOf(found[0], found.index + 1);
    if (close === -1) return -1;
    quoteOrEnd.lastIndex = close + 1;
  }
  return -1;
}
