import { z } from 'zod';

import type { Posting } from '../domain/wanted-postings.js';

/** PostgreSQL's bigint comes as text; versions are safe integers. */
export const bigint = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);

export const postingRow = z.object({
  offer_id: z.string(),
  partner_id: z.string(),
  version: bigint,
  wanted: z.enum(['show', 'remove', 'nothing']),
  revision: z.int().nullable(),
  digest: z.string().nullable(),
  agreement: z.string().nullable(),
  because: z.string().nullable(),
  may_hold: z.boolean(),
});
export type PostingRow = z.infer<typeof postingRow>;

/** The columns that `postingRow` reads. */
export const POSTING_COLUMNS = 'offer_id, partner_id, version, wanted, revision, digest, agreement, because, may_hold';

/** @throws Error for a posting that is to be shown without saying what, which the table's check forbids */
export function postingOf(row: PostingRow): Posting {
  const base = { partner: row.partner_id, version: row.version, mayHold: row.may_hold };
  switch (row.wanted) {
    case 'nothing':
      return { ...base, wanted: 'nothing' };
    case 'remove':
      return { ...base, wanted: 'remove', because: row.because ?? 'unknown' };
    case 'show': {
      const { revision, digest, agreement } = row;
      if (revision === null || digest === null || agreement === null)
        throw new Error(`posting ${row.offer_id} ${row.partner_id} does not say what to show`);
      return { ...base, wanted: 'show', revision, digest, agreement };
    }
  }
}
