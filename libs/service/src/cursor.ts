import { z } from 'zod';

import { Problem } from './problem.js';

/** Where the next page starts, as an opaque text: callers must not build or read it, so that it may change. */
export const encodeCursor = (position: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/**
 * What `encodeCursor` was given, checked against its shape: a cursor is input like any other.
 * @throws Problem invalid-request
 */
export function decodeCursor<S extends z.ZodType>(cursor: string, position: S): z.infer<S> {
  const parsed = position.safeParse(decoded(cursor));
  if (parsed.success) return parsed.data;
  const message = 'not a cursor of this list: use the one of the page before, or none to start again';
  throw new Problem('invalid-request', `The cursor is ${message}.`, [
    { pointer: '/cursor', in: 'query', code: 'wrong-format', message },
  ]);
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** `?cursor=&limit=`, as every list has them; spread into a list's own query schema. */
export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page as every list answers it: `next` is absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** Makes a page of rows that were read with one more than the limit: the one more tells that there is a next page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  positionOf: (row: T) => readonly (string | number)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: encodeCursor(positionOf(last)) } : { items };
}
