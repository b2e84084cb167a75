import type { OpenShow } from '../../src/domain/withdrawal.js';
import type { Tx } from './memory.js';
import type { Tables } from './tables.js';

/** A stop's list, as it is read and written by the transactions that change it. */
export async function listPermits(tx: Tx, db: Tables, stop: string, list: readonly OpenShow[]): Promise<void> {
  await tx.statement();
  const open = new Map([...db.permits.rows(tx).values()].map((permit) => [permit.permit, permit]));
  for (const { permit: id } of list) {
    const permit = open.get(id);
    if (permit !== undefined) db.listed.put(tx, `${stop} ${id}`, { stop, permit, closed: false });
  }
}

export async function markEffective(tx: Tx, db: Tables, id: string): Promise<void> {
  await tx.statement();
  const stop = db.stops.get(tx, id);
  if (stop !== undefined && stop.effectiveAt === undefined)
    db.stops.put(tx, id, { ...stop, effectiveAt: db.schedule.now });
}
