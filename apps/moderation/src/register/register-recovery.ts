import { Log } from '@accord/service/logging';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { PendingStore } from '../verification/pending.store.js';
import { PendingWake } from '../verification/pending-wake.js';
import { AskRegister } from './ask-register.js';

/** When the register answers again, what waited for it is due at once. */
@Injectable()
export class RegisterRecovery implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly askRegister: AskRegister,
    private readonly pending: PendingStore,
    private readonly pendingWake: PendingWake,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.askRegister.onRecovered(() => void this.resume());
  }

  /** After the loop has ended, which may be asking until then. */
  async onApplicationShutdown(): Promise<void> {
    await this.askRegister.close();
  }

  private async resume(): Promise<void> {
    try {
      await this.pending.dueNow();
      this.pendingWake.now();
    } catch (error) {
      this.log.warn('verification.not-resumed', { cause: error });
    }
  }
}
