import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { Loops } from '../loops.js';
import { readRows } from '../rows/read-rows.js';
import { markEffective } from './settle.store.js';

const EVERY_MS = 1_000;
const waiting = z.object({ stop_id: z.string() });

/**
 * Settles stops whose list is empty and that only waited for publishers to renew their sessions after a restore.
 * Index: stop_under_way.
 */
@Injectable()
export class SettleWaiting {
  constructor(
    private readonly db: DataSource,
    loops: Loops,
  ) {
    loops.add('waiting-stops', EVERY_MS, () => this.turn(), 'at-intervals');
  }

  async turn(): Promise<boolean> {
    const stops = await readRows(
      this.db,
      waiting,
      `select stop_id from stop s
        where effective_at is null
          and not exists (select from stop_permit p where p.stop_id = s.stop_id and p.closed_at is null)
          and not exists (select from session s, consent_state c where s.state = 'open' and s.epoch < c.epoch)`,
    );
    for (const { stop_id: id } of stops) {
      await this.db.transaction('READ COMMITTED', async (tx) => {
        await tx.query('select 1 from stop where stop_id = $1 for no key update', [id]);
        await markEffective(tx, id);
      });
    }
    return false;
  }
}
