import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { StopScope } from '../domain/stop.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { forgetIntents, Intents } from './intents.js';

const locked = z.object({ id: z.string() });

const lockOf = {
  partner:
    'select partner_id as id from partner where partner_id = any($1::text[]) order by partner_id for no key update',
  holder: 'select holder_id as id from holder where holder_id = any($1::text[]) order by holder_id for no key update',
  offer: 'select offer_id as id from offer where offer_id = any($1::uuid[]) order by offer_id for no key update',
} as const;

/** Takes rows for a change without being starved by the gate, whose lockers for share join past whoever waits. */
@Injectable()
export class RowLocks {
  constructor(private readonly intents: Intents) {}

  /** A free row is taken without a word. For several within one transaction: in the order of their ids. */
  async one(tx: Db, { kind, id }: StopScope): Promise<void> {
    const free = await readRows(tx, locked, `${lockOf[kind]} skip locked`, [[id]]);
    if (free.length === 0) await this.all(tx, kind, [id]);
  }

  /** Several rows that exist, in their order: without a word where all are free, else all of them by standing in line. */
  async many(tx: Db, kind: StopScope['kind'], ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query('savepoint rows_taken');
    const free = await readRows(tx, locked, `${lockOf[kind]} skip locked`, [ids]);
    if (free.length < ids.length) {
      // Whoever waits for one row while it has a later one may wait for ever: what was free is let go of first.
      await tx.query('rollback to savepoint rows_taken');
      await this.all(tx, kind, ids);
    }
    await tx.query('release savepoint rows_taken');
  }

  /** All at once, in their order; answers those that exist. */
  async all(tx: Db, kind: StopScope['kind'], ids: readonly string[]): Promise<string[]> {
    const intents = await this.intents.standInLine(ids.map((id) => ({ kind, id })));
    try {
      const rows = await readRows(tx, locked, lockOf[kind], [ids]);
      await forgetIntents(tx, intents);
      return rows.map(({ id }) => id);
    } catch (error) {
      await this.intents.withdraw(intents);
      throw error;
    }
  }
}
