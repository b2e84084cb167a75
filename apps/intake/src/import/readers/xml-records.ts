import { BrokenInput } from '../broken-input.js';
import { MAX_RECORD } from './max-record.js';
import type { RecordText } from './record-text.js';
import { XmlMarkup, type XmlToken } from './xml-markup.js';

interface OpenRecord {
  readonly line: number;
  /** Character of the whole text. */
  readonly from: number;
  /** Empty once it is too long to be kept. */
  parts: string[];
  size: number;
}

/** Of a tag: whether it closes, and its name without a prefix. */
const nameIn = /^<(\/?)(?:[^\s/>:]+:)?([^\s/>:]+)/;
const MOST_NAME = 200;

/**
 * Cuts out of an XML text, as it comes, the elements of one name. Whether a record is well-formed is for who parses it, so that
 * one that is not costs no other.
 */
export class XmlRecords {
  private readonly markup = new XmlMarkup();
  private record: OpenRecord | undefined;
  private root: string | undefined;
  private depth = 0;
  private count = 0;

  constructor(private readonly name: string) {}

  /** @throws BrokenInput dtd-refused */
  *read(piece: string): Generator<RecordText> {
    for (const token of this.markup.read(piece)) {
      if ('tag' in token) yield* this.take(token);
      else this.keep(token.text);
    }
  }

  /** @throws BrokenInput truncated, no-records, not-xml */
  end(): void {
    if (this.record !== undefined)
      throw new BrokenInput('truncated', 'the XML text ends inside a record', this.record.line);
    if (this.root === undefined) throw new BrokenInput('not-xml', 'the body is not XML: no element begins in it', 1);
    if (this.depth > 0 || this.markup.isLost) {
      throw new BrokenInput('truncated', 'the XML text ends before its root element does', this.markup.line);
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

  private *take({ tag, line, from }: Extract<XmlToken, { tag: string }>): Generator<RecordText> {
    const [, slash, name] = nameIn.exec(tag.slice(0, MOST_NAME)) ?? [];
    const isEmpty = tag.at(-2) === '/';
    if (name !== undefined) this.root ??= name;
    if (name !== this.name) {
      this.keep(tag);
      if (name !== undefined && this.record === undefined && !isEmpty) this.depth += slash === '/' ? -1 : 1;
      return;
    }
    const to = from + tag.length;
    if (slash === '/') {
      this.keep(tag);
      yield* this.finished(to);
      return;
    }
    // One that begins inside another: that one was never closed.
    yield* this.finished(from);
    this.record = { line, from, parts: [], size: 0 };
    this.keep(tag);
    if (isEmpty) yield* this.finished(to);
  }

  private *finished(to: number): Generator<RecordText> {
    if (this.record === undefined) return;
    const { line, from, parts, size } = this.record;
    this.record = undefined;
    this.count += 1;
    yield { line, from, to, text: size > MAX_RECORD ? undefined : parts.join('') };
  }

  private keep(text: string): void {
    const { record } = this;
    if (record === undefined) return;
    record.size += text.length;
    if (record.size > MAX_RECORD) record.parts = [];
    else record.parts.push(text);
  }
}
