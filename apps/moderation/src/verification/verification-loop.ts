import { Backoff } from '@accord/messaging/backoff';
import { Sleeper } from '@accord/messaging/sleeper';
import { Health } from '@accord/service/health';
import { Log } from '@accord/service/logging';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { PendingWake } from './pending-wake.js';
import { VerifyPending } from './verify-pending.js';

const AT_ONCE = 50;
/** Only for what nobody woke it for: leases that ran out, waits that are over. */
const POLL_MS = 1_000;
/** A loop that shows no sign of life for so long is stuck. */
const SILENT_MS = 120_000;

/** Verifies whatever is pending, as soon as it is; with other instances, none twice. */
@Injectable()
export class VerificationLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sleeper = new Sleeper();
  private running: Promise<void> | undefined;
  private stopping = false;
  private readonly underWay = new Set<Promise<void>>();
  private lastPassAt = performance.now();

  constructor(
    private readonly verifyPending: VerifyPending,
    private readonly pendingWake: PendingWake,
    private readonly health: Health,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.pendingWake.calls(() => this.sleeper.wake());
    this.health.whileLive('verification', () => {
      if (performance.now() - this.lastPassAt > SILENT_MS) throw new Error('the verification loop does not turn');
    });
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.running;
    await Promise.all(this.underWay);
  }

  private async run(): Promise<void> {
    const backoff = new Backoff(100, 5_000);
    while (!this.stopping) {
      try {
        await this.takeMore();
        this.lastPassAt = performance.now();
        backoff.reset();
        await this.sleeper.sleep(POLL_MS);
      } catch (error) {
        this.lastPassAt = performance.now();
        this.log.warn('verification.postponed', { cause: error });
        await this.sleeper.sleep(backoff.next());
      }
    }
  }

  /** Fills the places that are free. Who took all of them is woken by the first that is done, for more may be due. */
  private async takeMore(): Promise<void> {
    const free = AT_ONCE - this.underWay.size;
    if (free === 0) return;
    for (const work of await this.verifyPending.take(free)) {
      this.underWay.add(work);
      void work.then(() => {
        if (this.underWay.size === AT_ONCE) this.sleeper.wake();
        this.underWay.delete(work);
      });
    }
  }
}
