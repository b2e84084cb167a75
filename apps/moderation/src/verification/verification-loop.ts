import { Backoff } from '@accord/messaging/backoff';
import { Sleeper } from '@accord/messaging/sleeper';
import { Health } from '@accord/service/health';
import { Log } from '@accord/service/logging';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { PendingWake } from './pending-wake.js';
import { Places } from './places.js';
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
  private readonly places: Places;
  private lastPassAt = performance.now();

  constructor(
    verifyPending: VerifyPending,
    private readonly pendingWake: PendingWake,
    private readonly health: Health,
    private readonly log: Log,
  ) {
    const wake = () => this.sleeper.wake();
    this.places = new Places(AT_ONCE, (most) => verifyPending.take(most), wake);
  }

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
    await this.places.empty();
  }

  private async run(): Promise<void> {
    const backoff = new Backoff(100, 5_000);
    while (!this.stopping) {
      try {
        await this.places.fill();
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
}
