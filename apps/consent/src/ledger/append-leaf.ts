import { ledgerLeaf, type LedgerLeaf } from '@accord/contracts/events/ledger-appended';
import { z } from 'zod';

import { type Db, readRows } from '../rows/read-rows.js';

const appended = z.object({ id: z.string() });

/** Adds a leaf in the transaction of what it tells of. The sequencer numbers it afterwards; answers the id until then. */
export async function appendLeaf(tx: Db, leaf: LedgerLeaf): Promise<string> {
  const [row] = await readRows(tx, appended, 'insert into ledger_pending (leaf) values ($1) returning id', [
    JSON.stringify(ledgerLeaf.parse(leaf)),
  ]);
  if (row === undefined) throw new Error('the ledger took no leaf');
  return row.id;
}
