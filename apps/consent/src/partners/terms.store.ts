import { z } from 'zod';

import type { PartnerFacts } from '../domain/allowed-partners.js';
import { PARTNER_COLUMNS, partnerOf, partnerRow } from '../rows/partner-row.js';
import { type Db, readRows } from '../rows/read-rows.js';

const termsRow = z.object({ partner_id: z.string(), terms_version: z.int() });

/** The version of its own terms that is in force at each partner that has any. */
export async function termsInForce(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await readRows(db, termsRow, 'select partner_id, terms_version from partner where terms_version > 0');
  return new Map(rows.map((row) => [row.partner_id, row.terms_version]));
}

/** Partners whose terms have changed in a way that asks employers again. */
export async function partnersThatAskAgain(db: Db): Promise<readonly PartnerFacts[]> {
  const sql = `select ${PARTNER_COLUMNS} from partner where terms_material > 0 and status <> 'closed' order by partner_id`;
  return (await readRows(db, partnerRow, sql)).map(partnerOf);
}
