import { BrokenInput } from '../broken-input.js';
import { MAX_RECORD } from './max-record.js';

/** A whole tag, and where it begins; or a piece of what else there is: text, comments, CDATA, instructions. */
export type XmlToken =
  { readonly tag: string; readonly line: number; readonly from: number } | { readonly text: string };

type State =
  | { readonly kind: 'text' }
  /** Behind a <, before it is known what begins there. */
  | { readonly kind: 'opening'; head: string }
  | { readonly kind: 'tag'; readonly parts: string[]; size: number; quote: string }
  /** Up to a > behind so many of one character. */
  | {
      readonly kind: 'other';
      readonly end: { readonly code: number; readonly times: number };
      seen: number;
      size: number;
    }
  /** In a tag that is too long. */
  | { readonly kind: 'past' };

const LONGEST_HEAD = '<!DOCTYPE'.length;
const GREATER = 62;
const ofDashes = { code: 45, times: 2 };
const ofBrackets = { code: 93, times: 2 };
const ofQuestionMark = { code: 63, times: 1 };
const quoteOrEnd = /["'>]/g;

/**
 * Finds where tags, comments, CDATA and instructions of an XML text begin and end, as it comes, and looks at each character
 * once. What is longer than a record may be is no tag, and read past up to the next >.
 * A document type is refused where it begins: nothing is ever expanded.
 */
export class XmlMarkup {
  /** The line that what was read so far ends in; the first is 1. */
  line = 1;
  private offset = 0;
  private state: State = { kind: 'text' };
  /** Of the markup under way. */
  private begin = { line: 1, from: 0 };

  /** Whether what is under way is too long to be markup. */
  get isLost(): boolean {
    return this.state.kind === 'past' || (this.state.kind === 'other' && this.state.size > MAX_RECORD);
  }

  /** @throws BrokenInput dtd-refused */
  *read(piece: string): Generator<XmlToken> {
    for (let at = 0; at < piece.length;) {
      const { state } = this;
      const end = this.endOf(state, piece, at);
      const text = piece.slice(at, end);
      this.pass(text);
      at = end;
      if (state.kind === 'opening') yield* this.opened((state.head += text));
      else if (state.kind === 'tag') yield* this.inTag(state, text);
      else if (text !== '') yield { text };
    }
  }

  /** How far a state goes in this piece. Where it ends there, the next begins. */
  private endOf(state: State, piece: string, at: number): number {
    switch (state.kind) {
      case 'text':
        return this.upTo(piece.indexOf('<', at), piece, { kind: 'opening', head: '' });
      case 'opening':
        return at + 1;
      case 'tag':
        return Math.min(endInTag(state.quote, piece, at), at + MAX_RECORD - state.size);
      case 'other':
        return this.endOfOther(state, piece, at);
      case 'past':
        return this.upTo(piece.indexOf('>', at), piece, { kind: 'text' });
    }
  }

  private upTo(end: number, piece: string, next: State): number {
    if (end === -1) return piece.length;
    this.state = next;
    return end;
  }

  private endOfOther(state: Extract<State, { kind: 'other' }>, piece: string, from: number): number {
    const { code, times } = state.end;
    for (let at = from; at < piece.length; at += 1) {
      const next = piece.charCodeAt(at);
      if (next === GREATER && state.seen >= times) {
        this.state = { kind: 'text' };
        return at + 1;
      }
      state.seen = next === code ? state.seen + 1 : 0;
    }
    state.size += piece.length - from;
    return piece.length;
  }

  private pass(text: string): void {
    this.offset += text.length;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.line += 1;
  }

  /** What begins with these characters, once they tell. */
  private *opened(head: string): Generator<XmlToken> {
    if (head === '<') this.begin = { line: this.line, from: this.offset - 1 };
    else if (head.startsWith('<?')) yield* this.inOther(head, ofQuestionMark, 0);
    else if (head.startsWith('<!--')) yield* this.inOther(head, ofDashes, 2);
    else if (head.startsWith('<![CDATA[')) yield* this.inOther(head, ofBrackets, 0);
    else if (!head.startsWith('<!')) yield* this.tagBegins(head);
    else if (head.length >= LONGEST_HEAD) yield* this.nothingBegins(head);
  }

  private *inOther(text: string, end: { code: number; times: number }, seen: number): Generator<XmlToken> {
    this.state = { kind: 'other', end, seen, size: text.length };
    yield { text };
  }

  private *tagBegins(head: string): Generator<XmlToken> {
    const state: State = { kind: 'tag', parts: ['<'], size: 1, quote: '' };
    this.state = state;
    yield* this.inTag(state, head.slice(1));
  }

  private *nothingBegins(head: string): Generator<XmlToken> {
    if (/^<!doctype/i.test(head)) {
      throw new BrokenInput(
        'dtd-refused',
        'the XML has a document type (<!DOCTYPE …>), which is refused: send it without',
        this.begin.line,
      );
    }
    // What follows was only looked at; it is read now.
    const rest = head.slice(2);
    this.state = { kind: 'text' };
    this.offset -= rest.length;
    this.line -= rest.split('\n').length - 1;
    yield { text: head.slice(0, 2) };
    yield* this.read(rest);
  }

  private *inTag(state: Extract<State, { kind: 'tag' }>, text: string): Generator<XmlToken> {
    state.parts.push(text);
    state.size += text.length;
    const last = text.at(-1) ?? '';
    if (state.quote !== '') {
      if (last === state.quote) state.quote = '';
    } else if (last === '"' || last === "'") state.quote = last;
    else if (last === '>') {
      this.state = { kind: 'text' };
      yield { tag: state.parts.join(''), ...this.begin };
      return;
    }
    if (state.size < MAX_RECORD) return;
    this.state = { kind: 'past' };
    yield { text: state.parts.join('') };
  }
}

/** Behind the next character that ends a tag, or begins or ends an attribute's value; or of the piece. */
function endInTag(quote: string, piece: string, at: number): number {
  if (quote !== '') return behind(piece.indexOf(quote, at), piece);
  quoteOrEnd.lastIndex = at;
  return behind(quoteOrEnd.exec(piece)?.index ?? -1, piece);
}

const behind = (found: number, piece: string): number => (found === -1 ? piece.length : found + 1);
