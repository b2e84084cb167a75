import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

const found = z.object({ found: z.boolean() });
const offerRow = z.object({ offer_id: z.string() });

/**
 * Those of the offers that some partner is to show. Where none is, no permit to show can be open that a stop has not listed: a
 * change takes nothing away and needs no stop. The offers' rows are locked.
 */
export async function shownAnywhere(tx: Db, offers: readonly string[]): Promise<ReadonlySet<string>> {
  if (offers.length === 0) return new Set();
  const sql = `select distinct offer_id from posting where offer_id = any($1::uuid[]) and wanted = 'show'`;
  return new Set((await readRows(tx, offerRow, sql, [offers])).map(({ offer_id }) => offer_id));
}

/** The same of a partner. Index: posting_by_partner. */
export async function showsAnything(tx: Db, partner: string): Promise<boolean> {
  const sql = `select exists (select from posting where partner_id = $1 and wanted = 'show') as found`;
  return (await readRows(tx, found, sql, [partner])).some((row) => row.found);
}
