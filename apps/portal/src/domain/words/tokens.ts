import { fold } from '../fold.js';

/** A word of a text: as it is compared, and where it stands in the text as written (UTF-16 units). */
export interface Token {
  /** Folded: lower case, no accents. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Names of languages that are no words; then letters and digits in a row, accents included. */
const WORD = /[cC]\+\+|[cCfF]#|\.(?:net|NET|Net)(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** What inclusive writing puts behind a word: "employé(e)", "chargé·e·s", "conseiller/ère", "vendeur (se)", "assistant-e". */
const INCLUSIVE =
  /(?: ?\((?:e|ne|nne|le|lle|te|tte|fe|ve|ive|se|euse|ère|ere|ière|iere|ienne|enne|ice|rice|trice|esse|sse)s?\)s?|[·•․.\-/](?:e|ne|nne|le|lle|te|fe|ve|ive|se|euse|ère|ere|ière|iere|ienne|enne|ice|rice|trice|esse)s?(?:[·•․.-]s)?(?![\p{L}\p{N}]))/uy;

const MARKS = '(·•․.-/';

/** Most words are followed by a blank and another word: this is asked before the expression is. */
function mayAdd(text: string, end: number): boolean {
  const next = text.charAt(end);
  return next === ' ' ? text.charAt(end + 1) === '(' : next !== '' && MARKS.includes(next);
}

const SPECIAL: Readonly<Record<string, string>> = {
  'c++': 'cplusplus',
  'c#': 'csharp',
  'f#': 'fsharp',
  '.net': 'dotnet',
};

/**
 * The words of a text, in order. Hyphens and apostrophes part words ("aide-soignant", "l'usine"); what inclusive
 * writing adds to a word is left out. Time grows with the length of the text alone.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [written] = match;
    const end = match.index + written.length;
    const word = /\W/.test(written) ? (SPECIAL[written.toLowerCase()] ?? fold(written)) : fold(written);
    found.push({ word, start: match.index, end });
    if (!mayAdd(text, end)) continue;
    INCLUSIVE.lastIndex = end;
    if (INCLUSIVE.test(text)) WORD.lastIndex = INCLUSIVE.lastIndex;
  }
  return found;
}
