import { stem } from './stem.js';
import { isSearchable } from './stop-words.js';
import { tokens } from './tokens.js';

/** A stem and its place among all the words of its text, stop words counted. */
export interface PlacedStem {
  readonly stem: string;
  readonly at: number;
}

/** No word of a language is longer; what is, a database could not hold. */
export const LONGEST = 60;

export const placedStems = (text: string): PlacedStem[] =>
  tokens(text).flatMap(({ word }, at) => (isSearchable(word) ? [{ stem: stem(word.slice(0, LONGEST)), at }] : []));

/** The stems of a name, each once, in order: "Boulanger / Boulangère (H/F)" is "boulanger", as is "boulangères". */
export const stemsOf = (text: string): string[] => [...new Set(placedStems(text).map((placed) => placed.stem))];

/** A name as it is compared whole. */
export const nameKey = (stems: readonly string[]): string => stems.join(' ');
