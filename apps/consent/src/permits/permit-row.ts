import { z } from 'zod';

import type { OpenPermit } from '../domain/gate-statements.js';
import { bigint } from '../rows/posting-row.js';

export const permitRow = z.object({
  permit: z.string(),
  session_id: z.string(),
  offer_id: z.string(),
  partner_id: z.string(),
  kind: z.enum(['show', 'remove']),
  version: bigint,
  revision: z.int().nullable(),
  digest: z.string().nullable(),
  agreement: z.string().nullable(),
  contacts: z.boolean().nullable(),
});

/** The columns that `permitRow` reads. */
export const PERMIT_COLUMNS =
  'permit, session_id, offer_id, partner_id, kind, version, revision, digest, agreement, contacts';

export const permitOf = (row: z.infer<typeof permitRow>): OpenPermit => ({
  permit: row.permit,
  session: row.session_id,
  offerId: row.offer_id,
  partner: row.partner_id,
  version: row.version,
  content: contentOf(row),
});

function contentOf({ revision, digest, agreement, contacts }: z.infer<typeof permitRow>): OpenPermit['content'] {
  if (revision === null || digest === null || agreement === null) return { kind: 'remove' };
  return { kind: 'show', revision, digest, agreement, contacts: contacts === true };
}
