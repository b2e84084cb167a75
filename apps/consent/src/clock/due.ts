import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ConsentConfig } from '../consent.config.js';
import { Loops } from '../loops.js';
import { ChangeByClock } from './change-by-clock.js';
import { endLease, leaseDue } from './due.store.js';

const AT_ONCE = 20;

/** Takes what the clock has changed, with a lease, and makes it a stored change. */
@Injectable()
export class DueLoop {
  constructor(
    private readonly db: DataSource,
    private readonly change: ChangeByClock,
    loops: Loops,
    @Inject(CONFIG) { TICK_MS }: ConsentConfig,
  ) {
    loops.add('clock', TICK_MS, () => this.turn(), 'at-intervals');
  }

  private async turn(): Promise<boolean> {
    const leased = await leaseDue(this.db, AT_ONCE);
    for (const one of leased) {
      if (one.scope_kind === 'holder') await this.change.holder(one.scope_id);
      else await this.change.offer(one.scope_id);
      await endLease(this.db, one);
    }
    return leased.length === AT_ONCE;
  }
}
