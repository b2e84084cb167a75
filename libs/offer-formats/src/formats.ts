import { canonicalJson } from './canonical-json.js';
import type { OfferFormat } from './offer-format.js';

/** Every format a partner can choose. */
const formats = [canonicalJson] as const satisfies readonly OfferFormat[];

export type FormatName = (typeof formats)[number]['name'];

/** @throws RangeError for a name no format has: a partner's endpoint may only name one of these */
export function formatNamed(name: FormatName): OfferFormat {
  const found = formats.find((format) => format.name === name);
  if (found === undefined) throw new RangeError(`there is no offer format "${name}"`);
  return found;
}

/** What an attempt keeps, to tell later how its body was made. */
export const mappingVersion = ({ name, version }: OfferFormat): string => `${name}@${version}`;
