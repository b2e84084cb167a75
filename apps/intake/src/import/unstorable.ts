import { jsonPointer } from '@accord/service/schema-errors';
import type { FieldError } from '@accord/service/problem';

import type { ImportRecord } from './record.js';

/** Class 22, data exception: PostgreSQL cannot store a value that it was sent. */
const dataException = /^22[0-9A-Z]{3}$/;

const reasons: Readonly<Record<string, string>> = {
  '22001': 'a text is too long',
  '22003': 'a number is out of range',
  '22007': 'a date is none',
  '22008': 'a date is out of range',
  '22021': 'a character is none',
  '22P05': 'a character is none',
};

/** The SQLSTATE of an error that one value is to blame for, however the driver's error is wrapped; undefined for any other. */
export function dataExceptionIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const driver: unknown = Reflect.get(error, 'driverError') ?? error;
  const code: unknown = typeof driver === 'object' && driver !== null ? Reflect.get(driver, 'code') : undefined;
  return typeof code === 'string' && dataException.test(code) ? code : undefined;
}

/** What to tell of a record that the database cannot store: never the value itself. */
export function unstorableError(record: ImportRecord, sqlState: string): FieldError {
  const why = reasons[sqlState] ?? 'a value has not the form it must have';
  return {
    pointer: record.kind === 'offer' ? (placeOf(record.draft, []) ?? '') : '',
    code: 'cannot-be-stored',
    message: `this cannot be stored: ${why} (SQLSTATE ${sqlState}); correct it, the rest of the file is not concerned`,
  };
}

/** Where a value stands that no column takes; undefined where none can be told. */
function placeOf(value: unknown, path: readonly (string | number)[]): string | undefined {
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed())) return jsonPointer(path);
  if (typeof value === 'number' && !Number.isSafeInteger(Math.trunc(value))) return jsonPointer(path);
  if (typeof value !== 'object' || value === null) return undefined;
  const inside = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of inside) {
    const found = placeOf(item, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
