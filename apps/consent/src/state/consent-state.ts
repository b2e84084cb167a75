import { z } from 'zod';

import { bigint } from '../rows/posting-row.js';
import { type Db, readRows } from '../rows/read-rows.js';

const stateRow = z.object({ epoch: z.int(), frozen: z.string().nullable(), next_leaf: bigint });

/** What is true of consent as a whole. */
export interface ConsentState {
  /** Raised by a restore. */
  readonly epoch: number;
  /** Why no permit is given at all; absent when all is well. */
  readonly frozen?: string;
  /** How many entries the ledger has. */
  readonly nextLeaf: number;
}

/** `lock`: keeps others from numbering leaves, freezing, or raising the epoch meanwhile. Asks do not wait for it. */
export async function readState(db: Db, lock?: 'lock'): Promise<ConsentState> {
  const sql = `select epoch, frozen, next_leaf from consent_state ${lock === undefined ? '' : 'for no key update'}`;
  const [row] = await readRows(db, stateRow, sql);
  if (row === undefined) throw new Error('the row of consent_state is missing');
  return { epoch: row.epoch, nextLeaf: row.next_leaf, ...(row.frozen !== null && { frozen: row.frozen }) };
}
