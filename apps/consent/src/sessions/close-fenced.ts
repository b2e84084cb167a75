import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { ConsentConfig } from '../consent.config.js';
import { Loops } from '../loops.js';
import { ClosePermits } from '../permits/close-permits.js';
import { markClosed, permitsOf, sessionsToClose } from './session.store.js';

/** Closes the permits of fenced sessions once what a killed process had handed to the kernel has had its time. */
@Injectable()
export class CloseFenced {
  constructor(
    private readonly db: DataSource,
    private readonly closePermits: ClosePermits,
    loops: Loops,
    @Inject(CONFIG) { TICK_MS }: ConsentConfig,
  ) {
    loops.add('fenced', TICK_MS, () => this.turn(), 'at-intervals');
  }

  async turn(): Promise<boolean> {
    for (const session of await sessionsToClose(this.db)) {
      let permits = await permitsOf(this.db, session);
      while (permits.length > 0) {
        await this.closePermits.close(
          session,
          permits.map((attempt) => ({ attempt, outcome: 'fenced' })),
        );
        permits = await permitsOf(this.db, session);
      }
      await markClosed(this.db, session);
    }
    return false;
  }
}
