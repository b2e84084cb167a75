import { isTransient } from '@accord/database/transient';
import { failpoint } from '@accord/service/failpoint';
import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { decideOffers } from '../decide/decide-offers.js';
import type { Stop } from '../domain/stop.js';
import { carryOut, type StopOutcome } from '../domain/stopping.js';
import { Loops } from '../loops.js';
import { Intents } from './intents.js';
import { StopStore } from './stop.store.js';

/** Carries stops out: the intent first, in a transaction of its own; then the change with its list, in another. */
@Injectable()
export class CarryOutStop {
  constructor(
    private readonly db: DataSource,
    private readonly intents: Intents,
    private readonly loops: Loops,
    private readonly log: Log,
  ) {}

  /**
   * Once this returns or throws a transient failure, the stop will be carried out whatever happens to this process.
   * `left`: it could not be done now, and whoever finds the intent finishes it.
   * @throws ForeignOffer (stop.store), what the change itself is refused for
   */
  async execute(stop: Stop): Promise<StopOutcome | { readonly kind: 'left' }> {
    await this.intents.declare(stop);
    failpoint('consent.stop.after-intent');
    try {
      return await this.finish(stop);
    } catch (error) {
      if (!isTransient(error)) {
        await this.intents.withdraw([stop.id]);
        throw error;
      }
      this.log.warn('stop.left-to-finish', { stop: stop.id, cause: error });
      return { kind: 'left' };
    }
  }

  /** Step 2, for a stop whose intent stands. */
  async finish(stop: Stop): Promise<StopOutcome> {
    const outcome = await this.db.transaction('READ COMMITTED', (tx) => this.within(tx, stop));
    failpoint('consent.stop.after-commit');
    this.loops.wake();
    this.log.info('stop.carried-out', { stop: stop.id, because: stop.because, outcome: outcome.kind });
    return outcome;
  }

  /**
   * For the handler of an event: the change commits with the offset, and the event itself is what makes it certain. The caller
   * has the row (RowLocks), so that nothing waits here.
   */
  inEvent(tx: EntityManager, stop: Stop): Promise<StopOutcome> {
    return this.within(tx, stop);
  }

  /** One offer is decided with the change; many follow in pages. */
  private async within(tx: EntityManager, stop: Stop): Promise<StopOutcome> {
    const outcome = await carryOut(new StopStore(tx, stop), stop);
    if (outcome.kind === 'applied' && stop.scope.kind === 'offer')
      await decideOffers(tx, [stop.scope.id], { stop: stop.id });
    return outcome;
  }
}
