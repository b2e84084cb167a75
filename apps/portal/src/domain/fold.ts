/**
 * Words as they are indexed and looked for: lower case, no accents, ligatures opened, so that "infirmiere" finds
 * "Infirmière" and "oeuvre" finds "œuvre". Punctuation stays: quotes and hyphens mean something in a query.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('Æ', 'ae')
    .replaceAll('’', "'")
    .toLowerCase();
