import type { PlacedStem } from '../words/stems.js';

/**
 * A condition on an ad's terms, as PostgreSQL reads a tsquery. It is made by these functions alone, so that no text of a
 * request is ever parsed as one.
 */
export type TsQuery = string;

export const has = (lexeme: string): TsQuery => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/** Undefined where there is nothing to ask for. */
export const all = (parts: readonly TsQuery[]): TsQuery | undefined => joined(parts, ' & ');
export const any = (parts: readonly TsQuery[]): TsQuery | undefined => joined(parts, ' | ');
export const not = (part: TsQuery): TsQuery => `!${part}`;

function joined(parts: readonly TsQuery[], by: string): TsQuery | undefined {
  const distinct = [...new Set(parts)];
  return distinct.length > 1 ? `(${distinct.join(by)})` : distinct[0];
}

/** Words behind one another, with the stop words that stood between them. */
export function phrase(words: readonly PlacedStem[], named: (stem: string) => string): TsQuery | undefined {
  const [first, ...rest] = words;
  if (first === undefined) return undefined;
  let last = first.at;
  const parts = rest.map(({ stem, at }) => {
    const distance = at - last;
    last = at;
    return ` <${distance}> ${has(named(stem))}`;
  });
  return parts.length === 0 ? has(named(first.stem)) : `(${has(named(first.stem))}${parts.join('')})`;
}
