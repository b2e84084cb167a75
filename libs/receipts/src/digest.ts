import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

/**
 * The JSON Canonicalization Scheme (RFC 8785): the one text that stands for a JSON value, whatever the order of its members.
 * @throws Error for what JSON cannot hold: undefined, NaN, infinities, lone surrogates, cycles
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('a value without a JSON form has no canonical form');
  return text;
}

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 over the JCS form: of a showable view it is what a permit covers, of a clause or a wording what a receipt names. */
export const digestOf = (value: unknown): string => sha256Hex(canonicalJson(value));
