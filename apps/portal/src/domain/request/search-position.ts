import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { SearchQuery } from './search-query.js';

const at = z.iso.datetime();
const reading = z.int().min(0).max(9);

/**
 * The last ad of a page: the next one begins behind it, however many have been read and whatever has come since. Each with
 * the digest of its query, whose order it is a place in, and which reading of the words found something.
 */
export const searchPosition = z.union([
  z.tuple([z.literal('tier'), z.string().length(8), reading, z.int().min(1).max(9), at, z.uuid()]),
  z.tuple([z.literal('km'), z.string().length(8), reading, z.number().min(0).max(25_000), at, z.uuid()]),
]);
export type SearchPosition = z.infer<typeof searchPosition>;

/** Tells queries apart that a cursor must not be carried between: all but the page's size and what is told beside the ads. */
export function digestOf({ cursor, limit, countTo, facets, highlights, ...query }: SearchQuery): string {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const text = JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
