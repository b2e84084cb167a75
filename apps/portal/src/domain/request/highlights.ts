import type { Group } from '../query/understand-query.js';
import { stem } from '../words/stem.js';
import { isSearchable } from '../words/stop-words.js';
import { tokens } from '../words/tokens.js';
import type { Span } from './ad-page.js';

/** More would be a text that is all bright. */
const MOST_SPANS = 50;

/** Every stem that a search looks for as a word. */
export const soughtStems = (clauses: readonly (readonly Group[])[]): ReadonlySet<string> =>
  new Set(
    clauses.flat().flatMap(({ literal, phrase = [] }) => [...literal.flat(2), ...phrase.map((placed) => placed.stem)]),
  );

/** Where a text has them. */
export function spansOf(text: unknown, sought: ReadonlySet<string>): Span[] {
  if (typeof text !== 'string' || sought.size === 0) return [];
  return tokens(text)
    .filter(({ word }) => isSearchable(word) && sought.has(stem(word)))
    .slice(0, MOST_SPANS)
    .map(({ start, end }) => ({ start, end }));
}
