import type { EntityManager } from 'typeorm';

import type { Employer } from '../employer.js';
import { inForce } from './in-force.js';
import { mandateLacks } from './mandate-refusals.js';
import { findMandate } from './mandate.store.js';

/**
 * Keeps the mandate somebody acts under from ending before this transaction does: once an end was answered, nothing is written
 * under it any more, by a long import neither.
 * @throws Problem mandate-required
 */
export async function holdMandate(tx: EntityManager, { mandate }: Employer): Promise<void> {
  if (mandate === undefined) return;
  const held: unknown[] = await tx.query(`select from mandate m where id = $1 and ${inForce('m')} for share`, [
    mandate.id,
  ]);
  if (held.length > 0) return;
  const found = await findMandate(tx, mandate.id);
  // It was in force when the request came: it can only have ended since.
  throw mandateLacks(found && { ...found, standing: 'ended' });
}
