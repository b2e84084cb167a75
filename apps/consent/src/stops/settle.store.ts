import { z } from 'zod';

import { appendLeaf } from '../ledger/append-leaf.js';
import { type Db, readReturned } from '../rows/read-rows.js';

const settled = z.object({ effective_at: z.date() });

/**
 * The stop's list is empty, and its row is this transaction's: *stopped*, at this instant. After a restore no stop is
 * effective while a session of an earlier epoch is open, for what it may have under way is not known here; the stop is
 * settled when the last of them is renewed or fenced.
 */
export async function markEffective(tx: Db, stop: string): Promise<boolean> {
  const [row] = await readReturned(
    tx,
    settled,
    `update stop set effective_at = clock_timestamp()
      where stop_id = $1 and effective_at is null
        and not exists (select from session s, consent_state c where s.state = 'open' and s.epoch < c.epoch)
     returning effective_at`,
    [stop],
  );
  if (row === undefined) return false;
  const leaf = await appendLeaf(tx, { kind: 'stopped', stop, effectiveAt: row.effective_at.toISOString() });
  await tx.query('update stop set leaf_id = $2 where stop_id = $1', [stop, leaf]);
  return true;
}
