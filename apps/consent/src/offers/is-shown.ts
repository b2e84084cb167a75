import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

const found = z.object({ found: z.boolean() });

/**
 * Whether some partner is to show the offer. Where none is, no permit to show can be open that a stop has not listed: a change
 * takes nothing away and needs no stop. The offer's row is locked.
 */
export async function isShownAnywhere(tx: Db, offerId: string): Promise<boolean> {
  const sql = `select exists (select from posting where offer_id = $1 and wanted = 'show') as found`;
  return (await readRows(tx, found, sql, [offerId])).some((row) => row.found);
}

/** The same of a partner. Index: posting_by_partner. */
export async function showsAnything(tx: Db, partner: string): Promise<boolean> {
  const sql = `select exists (select from posting where partner_id = $1 and wanted = 'show') as found`;
  return (await readRows(tx, found, sql, [partner])).some((row) => row.found);
}
