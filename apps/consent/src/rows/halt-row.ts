import { z } from 'zod';

import type { Halt } from '../domain/may-show.js';

export const haltRow = z.object({
  scope_kind: z.enum(['partner', 'holder', 'offer']),
  scope_id: z.string(),
  set_by: z.string(),
  reason: z.string(),
});

/** The columns that `haltRow` reads. */
export const HALT_COLUMNS = 'scope_kind, scope_id, set_by, reason';

export const haltOf = (row: z.infer<typeof haltRow>): Halt => ({
  scope: { kind: row.scope_kind, id: row.scope_id },
  setBy: row.set_by,
  reason: row.reason,
});
