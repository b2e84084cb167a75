import { z } from 'zod';

import { type Db, readReturned, readRows } from '../rows/read-rows.js';

const lapseRow = z.object({ holder_id: z.string(), shown_revision: z.int() });
const touched = z.object({ offer_id: z.string() });

/** The text on show whose end the clock has passed, where no row says so yet. */
export async function readLapse(db: Db, offerId: string): Promise<{ holder: string; revision: number } | undefined> {
  const [row] = await readRows(
    db,
    lapseRow,
    `select holder_id, shown_revision from offer
      where offer_id = $1 and shown_revision is not null and not lapsed and closes_at <= clock_timestamp()`,
    [offerId],
  );
  return row && { holder: row.holder_id, revision: row.shown_revision };
}

/** Stores that its end has come; false where another text is on show by now, or it was stored. */
export async function storeLapse(tx: Db, offerId: string, revision: number): Promise<boolean> {
  const rows = await readReturned(
    tx,
    touched,
    `update offer set lapsed = true
      where offer_id = $1 and shown_revision = $2 and not lapsed and closes_at <= clock_timestamp() returning offer_id`,
    [offerId, revision],
  );
  return rows.length > 0;
}
