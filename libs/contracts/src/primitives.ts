import { z } from 'zod';

/** An offer's id, given by intake; a UUID of version 7, so that ids sort by time. */
export const offerId = z.uuid().meta({ description: 'Id of the offer' });
export type OfferId = z.infer<typeof offerId>;

/** A portal's id: short, lower case, stable for ever, since it stands in agreements and topics. */
export const partnerId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, 'a partner id is 2 to 40 lower-case letters, digits and hyphens')
  .meta({ description: 'Id of the partner portal' });
export type PartnerId = z.infer<typeof partnerId>;

/** The rights holder of an offer: an employer's SIREN, or a source partner's id for the ads it sends in. */
export const holderId = z.string().min(2).max(60).meta({ description: 'Rights holder: a SIREN, or a partner id' });
export type HolderId = z.infer<typeof holderId>;

/** An establishment. Its check digits are a check of `libs/offer-checks`, not of the format. */
export const siret = z.string().regex(/^\d{14}$/, 'a SIRET has 14 digits');
export const siren = z.string().regex(/^\d{9}$/, 'a SIREN has 9 digits');

export const romeCode = z.string().regex(/^[A-N]\d{4}$/, 'a ROME code looks like M1805');
export const nafCode = z.string().regex(/^\d{2}\.?\d{2}[A-Z]$/, 'a NAF code looks like 62.01Z');
export const inseeCode = z
  .string()
  .regex(/^(\d{5}|2[AB]\d{3})$/, 'an INSEE code has 5 characters (2A004, 75056); it is not a postal code');
export const postalCode = z.string().regex(/^\d{5}$/, 'a postal code has 5 digits; it is not an INSEE code');

/** The number of what the employer wrote: 1 for the first text, one more for each edit. */
export const revision = z.int().positive();
/** Grows with every change of what it stands on; a reader keeps the highest it saw. */
export const version = z.int().nonnegative();
/** An instant, RFC 3339 in UTC. */
export const instant = z.iso.datetime();
/** SHA-256, in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest is 64 hexadecimal digits');
