import { quoted } from './quoted.js';

export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}
export const both = (fr: string, en: string): Bilingual => ({ fr, en });

/** What is wrong with a field of a record, or was read with a doubt. */
export interface ReadProblem {
  /** JSON pointer (RFC 6901) into the offer as the API has it. */
  readonly pointer: string;
  /** The field's name in the file: a column, a path of XML elements, a JSON pointer. */
  readonly source: string;
  readonly code: string;
  /** Names the field, and the value where it cannot be a person's. */
  readonly message: Bilingual;
  /** What to write instead. */
  readonly remedy: Bilingual;
}

/** A record in the shape of the API: an offer draft, or `{reference, remove: true, reason?}`. It is not validated yet. */
export interface ReadRecord {
  readonly value: Readonly<Record<string, unknown>>;
  /** What stands in the record and has no place in an offer: it is refused. */
  readonly errors: readonly ReadProblem[];
  /** What the employer should know of a record that is taken. */
  readonly notes: readonly ReadProblem[];
  readonly sourceOf: SourceOf;
}

/** The file's name of the field that a JSON pointer of the offer was read from, or would be. */
export type SourceOf = (pointer: string) => string | undefined;

/** One field of a record, and where it goes. */
export interface Field {
  readonly text: string | undefined;
  readonly source: string;
  readonly pointer: string;
}

/** A form that values are written in. */
export interface Kind<T> {
  readonly code: string;
  /** Undefined: the text is not of this kind. It is trimmed, and never empty. */
  readonly parse: (text: string) => T | undefined;
  /** Goes on after the value: "is no whole number". */
  readonly is: Bilingual;
  readonly write: Bilingual;
}

type Complaint = Pick<Kind<unknown>, 'code' | 'is' | 'write'>;

/** Collects, while a record is read, what is wrong with it: all of it, so that one look at the receipt is enough. */
export class Reading {
  readonly errors: ReadProblem[] = [];
  readonly notes: ReadProblem[] = [];

  constructor(private readonly sourceOf: SourceOf) {}

  /** The field's value; undefined where it says nothing, and where it cannot be read, which is an error. */
  value<T>(field: Field, kind: Kind<T>): T | undefined {
    const text = textOf(field);
    if (text === undefined) return undefined;
    const value = kind.parse(text);
    if (value === undefined) this.refuse(field, kind);
    return value;
  }

  /** The same of something an offer can do without: what cannot be read is left out, and the employer told. */
  optional<T>(field: Field, kind: Kind<T>): T | undefined {
    const text = textOf(field);
    if (text === undefined) return undefined;
    const value = kind.parse(text);
    if (value === undefined) this.note(field, { ...kind, is: leftOut(kind.is) });
    return value;
  }

  refuse(field: Field, complaint: Complaint): void {
    this.errors.push(problemOf(field, complaint));
  }

  note(field: Field, complaint: Complaint): void {
    this.notes.push(problemOf(field, complaint));
  }

  record(value: Readonly<Record<string, unknown>>): ReadRecord {
    return { value, errors: this.errors, notes: this.notes, sourceOf: this.sourceOf };
  }
}

/** What a field says; undefined where it is left out, empty or blank. */
export function textOf({ text }: Pick<Field, 'text'>): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

const leftOut = ({ fr, en }: Bilingual): Bilingual =>
  both(`${fr} ; le champ n’a pas été repris`, `${en}; the field was left out`);

function problemOf({ text, source, pointer }: Field, { code, is, write }: Complaint): ReadProblem {
  const value = textOf({ text });
  const what = value === undefined ? both('cette valeur', 'this value') : quoted(value);
  return {
    pointer,
    source,
    code,
    message: both(`${source} : ${what.fr} ${is.fr}.`, `${source}: ${what.en} ${is.en}.`),
    remedy: write,
  };
}

/** An object of those fields that have a value. */
export const present = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The same; undefined where none has: an optional part of the offer that the record says nothing about. */
export function presentOrNothing(fields: Readonly<Record<string, unknown>>): Record<string, unknown> | undefined {
  const found = present(fields);
  return Object.keys(found).length === 0 ? undefined : found;
}

/** Finds the source of a pointer in a table of them: its own, else that of what it is part of. */
export function sourcesFrom(table: ReadonlyMap<string, string>): SourceOf {
  return (pointer) => {
    for (let part = pointer; part !== ''; part = part.slice(0, part.lastIndexOf('/'))) {
      const source = table.get(part);
      if (source !== undefined) return source;
    }
    return undefined;
  };
}
