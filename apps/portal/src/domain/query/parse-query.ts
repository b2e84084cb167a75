import { LONGEST, placedStems, type PlacedStem } from '../words/stems.js';
import { tokens } from '../words/tokens.js';

/** What stands in the search box, part by part, in order. */
export type QueryItem =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'phrase'; readonly words: readonly PlacedStem[]; readonly written: string }
  | { readonly kind: 'or' };

export interface ParsedQuery {
  readonly items: readonly QueryItem[];
  /** Each a word or a phrase that no ad may have. */
  readonly excluded: readonly (readonly PlacedStem[])[];
}

/** More words than this are not looked at: they cost more than they tell. */
export const MOST_WORDS = 24;

/** A quoted text, whose closing quote may be missing, or what stands between blanks; a minus before it excludes it. */
const PART = /(?<minus>(?<![^\s"“”«»])[-−])?(?:["“”«»](?<quoted>[^"“”«»]*)["“”«»]?|(?<plain>[^\s"“”«»]+))/gu;
const OR = new Set(['ou', 'OU', 'OR', '|', '||']);

/** Reads any text: there is none that cannot be read. */
export function parseQuery(text: string): ParsedQuery {
  const items: QueryItem[] = [];
  const excluded: (readonly PlacedStem[])[] = [];
  for (const { groups } of text.matchAll(PART)) {
    if (items.length + excluded.length >= MOST_WORDS) break;
    const { minus, quoted, plain = '' } = groups ?? {};
    const written = quoted ?? plain;
    if (minus !== undefined) excluded.push(placedStems(written));
    else if (quoted !== undefined) items.push({ kind: 'phrase', words: placedStems(written), written: written.trim() });
    else if (OR.has(plain)) items.push({ kind: 'or' });
    else items.push(...tokens(plain).map(({ word }) => ({ kind: 'word' as const, word: word.slice(0, LONGEST) })));
  }
  return {
    items: items.filter((item) => item.kind !== 'phrase' || item.words.length > 0).slice(0, MOST_WORDS),
    excluded: excluded.filter((words) => words.length > 0),
  };
}
