import { jsonPointer } from './schema-errors.js';

/** Why a text is not acceptable JSON. `pointer` names the place as far as it is known. */
export class StrictJsonError extends Error {
  constructor(
    readonly code: StrictJsonCode,
    readonly pointer: string,
    message: string,
  ) {
    super(message);
    this.name = 'StrictJsonError';
  }
}

export type StrictJsonCode =
  | 'not-json'
  | 'not-utf8'
  | 'too-deep'
  | 'too-many-keys'
  | 'duplicate-key'
  | 'forbidden-key'
  | 'nul-character'
  | 'lone-surrogate'
  | 'number-out-of-range';

const MAX_DEPTH = 32;
const MAX_KEYS = 200;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const numberAt = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spaceAt = /[ \t\n\r]*/y;
/** A run of string characters that need no second look. */
const plainAt = /[^"\\\u0000-\u001f\ud800-\udfff]*/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const words = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

/**
 * JSON as RFC 8259 has it, and nothing that readers disagree on or a database refuses: no duplicate keys, no nesting
 * beyond 32, no more than 200 keys an object, no NUL, no lone surrogates, no number that loses its value, no `__proto__`.
 * `JSON.parse` keeps the last of two equal keys and cannot say where an error stands.
 * @throws StrictJsonError
 */
export function parseStrictJson(source: string | Uint8Array): unknown {
  return new Reader(typeof source === 'string' ? source : decode(source)).document();
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new StrictJsonError('not-utf8', '', 'the body is not valid UTF-8: encode it as UTF-8');
  }
}

class Reader {
  private at = 0;
  private readonly path: (string | number)[] = [];

  constructor(private readonly text: string) {}

  document(): unknown {
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) this.fail('not-json', 'there is text after the end of the JSON value: remove it');
    return value;
  }

  private value(): unknown {
    switch (this.text[this.at]) {
      case '{':
        return this.nested(() => this.object());
      case '[':
        return this.nested(() => this.array());
      case '"':
        return this.string();
      default:
        return this.word();
    }
  }

  private nested<T>(read: () => T): T {
    if (this.path.length >= MAX_DEPTH) {
      this.fail('too-deep', `nested deeper than ${MAX_DEPTH} levels: send a flatter body`);
    }
    this.at += 1;
    this.skipSpace();
    return read();
  }

  private object(): Record<string, unknown> {
    const entries = new Map<string, unknown>();
    if (this.take('}')) return {};
    do {
      this.skipSpace();
      if (this.text[this.at] !== '"') this.fail('not-json', this.expected('a key in double quotes'));
      const key = this.string();
      this.path.push(key);
      this.checkKey(key, entries);
      this.skipSpace();
      if (!this.take(':')) this.fail('not-json', this.expected('":"'));
      this.skipSpace();
      entries.set(key, this.value());
      this.path.pop();
      this.skipSpace();
    } while (this.take(','));
    if (!this.take('}')) this.fail('not-json', this.expected('"," or "}"'));
    return Object.fromEntries(entries);
  }

  private checkKey(key: string, entries: ReadonlyMap<string, unknown>): void {
    if (entries.has(key)) this.fail('duplicate-key', 'this key stands twice in its object: keep one');
    if (forbidden.has(key)) this.fail('forbidden-key', 'this key is not allowed: remove it');
    if (entries.size >= MAX_KEYS) this.fail('too-many-keys', `an object may hold ${MAX_KEYS} keys: remove the others`);
  }

  private array(): unknown[] {
    const items: unknown[] = [];
    if (this.take(']')) return items;
    do {
      this.skipSpace();
      this.path.push(items.length);
      items.push(this.value());
      this.path.pop();
      this.skipSpace();
    } while (this.take(','));
    if (!this.take(']')) this.fail('not-json', this.expected('"," or "]"'));
    return items;
  }

  private string(): string {
    this.at += 1;
    const parts: string[] = [];
    for (;;) {
      parts.push(this.match(plainAt));
      const next = this.text[this.at];
      if (next === '"') break;
      if (next === undefined) this.fail('not-json', this.expected('the closing quote of a text'));
      parts.push(next === '\\' ? this.escape() : this.special(next));
    }
    this.at += 1;
    const whole = parts.join('');
    if (/\p{Surrogate}/u.test(whole)) {
      this.fail(
        'lone-surrogate',
        'the text holds half of a surrogate pair, which is no character: remove or correct it',
      );
    }
    return whole;
  }

  private escape(): string {
    const kind = this.text[this.at + 1] ?? '';
    const simple = escapes[kind];
    if (simple !== undefined) {
      this.at += 2;
      return simple;
    }
    const digits = this.text.slice(this.at + 2, this.at + 6);
    if (kind !== 'u' || !/^[0-9a-fA-F]{4}$/.test(digits))
      this.fail('not-json', this.expected('a known escape after "\\"'));
    this.at += 6;
    if (digits === '0000') this.fail('nul-character', 'the text holds a NUL character (\\u0000): remove it');
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  private special(character: string): string {
    if (character === '\u0000') this.fail('nul-character', 'the text holds a NUL character: remove it');
    if (character < ' ') this.fail('not-json', 'a control character stands in a text: write it as \\u and four digits');
    this.at += 1;
    return character;
  }

  private word(): unknown {
    for (const [word, value] of words) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.number();
  }

  private number(): number {
    const digits = this.match(numberAt);
    if (digits === '') this.fail('not-json', this.expected('a value'));
    const value = Number(digits);
    const exact = !/^-?\d+$/.test(digits) || Number.isSafeInteger(value);
    if (!Number.isFinite(value) || !exact) {
      this.fail('number-out-of-range', 'this number is too large to keep its value: send a smaller one, or a text');
    }
    return value;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private skipSpace(): void {
    this.match(spaceAt);
  }

  private take(character: string): boolean {
    if (this.text[this.at] !== character) return false;
    this.at += 1;
    return true;
  }

  private expected(what: string): string {
    return `not valid JSON at character ${this.at + 1}: ${what} is expected there`;
  }

  private fail(code: StrictJsonCode, message: string): never {
    throw new StrictJsonError(code, jsonPointer(this.path), message);
  }
}
