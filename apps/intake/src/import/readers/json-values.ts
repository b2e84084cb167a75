import { BrokenInput } from '../broken-input.js';
import { MAX_RECORD } from './max-record.js';
import type { RecordText } from './record-text.js';

/** One value of a JSON text: an item of a list, or one that stands by itself. */
export interface JsonValueText extends RecordText {
  readonly inList: boolean;
}

interface Value {
  readonly line: number;
  readonly from: number;
  readonly inList: boolean;
  /** What is left of an object whose list was read: not a value of its own. */
  readonly isRest: boolean;
  parts: string[];
  size: number;
  depth: number;
}

const inText = /["\\\n]/g;
const outside = /["{}[\],:\n]/g;
const GRAPH = '@graph';
/** What an object can stand behind. */
const beforeObject = new Set(['', ',', '[', ':', '{']);

/**
 * Cuts a JSON text into the values it is made of, as it comes: the items of a list at the top, values that follow each other,
 * and with `graph` the items of the list under `@graph` of an object at the top. It looks at brackets and quotes alone:
 * whether a value is JSON is for who parses it. A line's end closes a text, and an object that begins where none can
 * begins the next value: a quote or bracket that is missing costs one value, not all that follow.
 */
export class JsonValues {
  private inList = false;
  private wrapped = false;
  private value: Value | undefined;
  private textOpen = false;
  private escaped = false;
  /** The text under way, as far as it could be `@graph`. */
  private text = '';
  private graphKey: 'no' | 'key' | 'colon' = 'no';
  /** The last character of the value that is not white space. */
  private last = '';
  private line = 1;
  private offset = 0;

  constructor(private readonly graph: boolean) {}

  *read(piece: string): Generator<JsonValueText> {
    for (let at = 0; at < piece.length;) {
      const found: JsonValueText[] = [];
      at = this.value === undefined ? this.between(piece, at) : this.inside(this.value, piece, at, found);
      yield* found;
    }
    this.offset += piece.length;
  }

  /** @throws BrokenInput truncated */
  *end(): Generator<JsonValueText> {
    const { value } = this;
    if (value === undefined && !this.inList) return;
    const isWhole = value?.depth === 0 && (!value.inList || this.last === '}' || this.last === ']');
    if (isWhole) yield this.taken(value, this.offset);
    if (!this.inList && isWhole) return;
    throw new BrokenInput(
      'truncated',
      'the JSON text ends too early',
      value === undefined || value.isRest || isWhole ? this.line : value.line,
    );
  }

  /** Between values: white space, commas, and the brackets of the list. */
  private between(piece: string, at: number): number {
    switch (piece[at]) {
      case '\n':
        this.line += 1;
        return at + 1;
      case ' ':
      case '\t':
        return at + 1;
      case ',':
        if (this.inList) return at + 1;
        break;
      case '[':
        if (this.inList) break;
        this.inList = true;
        return at + 1;
      case ']':
        if (!this.inList) break;
        this.leaveList();
        return at + 1;
      default:
    }
    this.begin(this.offset + at);
    return at;
  }

  private leaveList(): void {
    this.inList = false;
    if (this.wrapped) {
      this.begin(this.offset, true);
      if (this.value !== undefined) this.value.depth = 1;
    }
    this.wrapped = false;
  }

  private begin(from: number, isRest = false): void {
    this.value = { line: this.line, from, inList: this.inList, isRest, parts: [], size: 0, depth: 0 };
    this.graphKey = 'no';
    this.last = '';
  }

  /** Inside a value: on to the next character that matters. Answers where to go on. */
  private inside(value: Value, piece: string, at: number, found: JsonValueText[]): number {
    if (this.escaped) {
      this.escaped = false;
      return keep(value, piece, at, at + 1);
    }
    const pattern = this.textOpen ? inText : outside;
    pattern.lastIndex = at;
    const stop = pattern.exec(piece)?.index ?? piece.length;
    const before = piece.slice(at, stop);
    if (this.textOpen) this.text = (this.text + before.slice(0, GRAPH.length + 1)).slice(0, GRAPH.length + 1);
    else this.last = before.trimEnd().at(-1) ?? this.last;
    if (stop === piece.length) return keep(value, piece, at, stop);
    return this.textOpen
      ? this.stopInText(value, piece, at, stop)
      : this.stopOutside(value, { piece, at, stop }, found);
  }

  private stopInText(value: Value, piece: string, at: number, stop: number): number {
    if (piece[stop] === '\\') this.escaped = true;
    else {
      this.textOpen = false;
      this.last = '"';
      const isKey = this.graph && value.depth === 1 && !value.inList && !value.isRest && this.text === GRAPH;
      this.graphKey = isKey ? 'key' : 'no';
    }
    if (piece[stop] === '\n') this.line += 1;
    return keep(value, piece, at, stop + 1);
  }

  private stopOutside(
    value: Value,
    { piece, at, stop }: { readonly piece: string; readonly at: number; readonly stop: number },
    found: JsonValueText[],
  ): number {
    const character = piece[stop] ?? '';
    if (this.endsBefore(value, character)) {
      keep(value, piece, at, stop);
      if (!value.isRest) found.push(this.taken(value, this.offset + stop));
      this.value = undefined;
      return stop;
    }
    if (character === '[' && this.graphKey === 'colon') {
      this.value = undefined;
      this.inList = true;
      this.wrapped = true;
      return stop + 1;
    }
    this.pass(value, character);
    keep(value, piece, at, stop + 1);
    if (value.depth === 0 && !value.inList && (character === '}' || character === ']')) {
      if (!value.isRest) found.push(this.taken(value, this.offset + stop + 1));
      this.value = undefined;
    }
    return stop + 1;
  }

  private endsBefore(value: Value, character: string): boolean {
    if (character === '{') return !beforeObject.has(this.last);
    if (value.depth > 0) return false;
    return value.inList ? character === ',' || character === ']' : character === '\n';
  }

  private pass(value: Value, character: string): void {
    if (character === '"') {
      this.textOpen = true;
      this.text = '';
    } else if (character === '{' || character === '[') value.depth += 1;
    else if (character === '}' || character === ']') value.depth = Math.max(0, value.depth - 1);
    else if (character === '\n') this.line += 1;
    if (character !== '\n') {
      this.last = character;
      this.graphKey = character === ':' && this.graphKey === 'key' ? 'colon' : 'no';
    }
  }

  private taken({ line, from, inList, parts, size }: Value, to: number): JsonValueText {
    this.value = undefined;
    return { line, from, to, inList, text: size > MAX_RECORD ? undefined : parts.join('') };
  }
}

/** Keeps a part of a value while it is not too long; answers where it ends. */
function keep(value: Value, piece: string, from: number, to: number): number {
  value.size += to - from;
  if (value.isRest) return to;
  if (value.size <= MAX_RECORD) value.parts.push(piece.slice(from, to));
  else value.parts = [];
  return to;
}
