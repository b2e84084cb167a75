import type { OfferDraft } from '@accord/contracts/offer';

import { plainLine, plainText } from './plain-text.js';

/** Texts of several lines; every other text is one line. */
const blocks = new Set(['description', 'instructions', 'comment', 'cddMotive']);
/** Addresses are no texts: `&copy=2` in one is a parameter. Their formats are the schema's to check. */
const addresses = new Set(['website', 'url', 'escoUri', 'email', 'phone']);

/**
 * The draft with every text as text (see `plainText`). Lengths may have changed: the answer is to be parsed again, since
 * `<b></b>` is no title.
 */
export const cleanDraft = (draft: OfferDraft): unknown => cleaned(draft, '');

function cleaned(value: unknown, name: string): unknown {
  if (typeof value === 'string') return cleanedText(value, name);
  if (Array.isArray(value)) return value.map((item: unknown) => cleaned(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]: [string, unknown]) => [key, cleaned(field, key)]));
}

function cleanedText(text: string, name: string): string {
  if (addresses.has(name)) return text;
  return blocks.has(name) ? plainText(text) : plainLine(text);
}
