import { Backoff } from '@accord/messaging/backoff';
import { Sleeper } from '@accord/messaging/sleeper';
import { Health } from '@accord/service/health';
import { Log } from '@accord/service/logging';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';

import { AskRegister } from '../register/ask-register.js';
import { PendingStore, type ClaimedText } from './pending.store.js';
import { PendingWake } from './pending-wake.js';
import { VerifyOffer } from './verify-offer.js';

const AT_ONCE = 16;
/** Only for what nobody woke it for: leases that ran out, waits that are over. */
const POLL_MS = 1_000;
/** A pass takes seconds at most; a loop that shows no sign of life for so long is stuck. */
const SILENT_MS = 120_000;

/** Verifies whatever is pending, as soon as it is; with other instances, none twice. */
@Injectable()
export class VerificationLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sleeper = new Sleeper();
  private running: Promise<void> | undefined;
  private stopping = false;
  private lastPassAt = performance.now();

  constructor(
    private readonly pending: PendingStore,
    private readonly verifyOffer: VerifyOffer,
    private readonly askRegister: AskRegister,
    private readonly pendingWake: PendingWake,
    private readonly health: Health,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.pendingWake.calls(() => this.sleeper.wake());
    this.askRegister.onRecovered(() => void this.resume());
    this.health.whileLive('verification', () => {
      if (performance.now() - this.lastPassAt > SILENT_MS) throw new Error('the verification loop does not turn');
    });
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.running;
    await this.askRegister.close();
  }

  private async run(): Promise<void> {
    const backoff = new Backoff(100, 5_000);
    while (!this.stopping) {
      try {
        const claimed = await this.pass();
        this.lastPassAt = performance.now();
        backoff.reset();
        if (claimed < AT_ONCE) await this.sleeper.sleep(POLL_MS);
      } catch (error) {
        this.log.warn('verification.postponed', { cause: error });
        await this.sleeper.sleep(backoff.next());
      }
    }
  }

  private async pass(): Promise<number> {
    const claimed = await this.pending.claimDue(AT_ONCE);
    await Promise.all(claimed.map((text) => this.verify(text)));
    return claimed.length;
  }

  /** One text that cannot be verified keeps its lease until that runs out, and holds up no other. */
  private async verify(text: ClaimedText): Promise<void> {
    const { offerId, revision } = text;
    const start = performance.now();
    try {
      await this.verifyOffer.execute(text);
      this.log.info('offer.verified', { offerId, revision, ms: Math.round(performance.now() - start) });
    } catch (error) {
      this.log.error('offer.not-verified', error, { offerId, revision });
    }
  }

  /** The register answers again: what waited for it is due. */
  private async resume(): Promise<void> {
    try {
      await this.pending.dueNow();
      this.sleeper.wake();
    } catch (error) {
      this.log.warn('verification.not-resumed', { cause: error });
    }
  }
}
