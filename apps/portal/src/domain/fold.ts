const PLAIN = /^[a-z\d]*$/;

/**
 * Words as they are indexed and looked for: lower case, no accents, ligatures opened, so that "infirmiere" finds
 * "Infirmière" and "oeuvre" finds "œuvre". Punctuation stays.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return PLAIN.test(lower) ? lower : foldMarked(lower);
}

const foldMarked = (lower: string): string =>
  lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .toLowerCase();
