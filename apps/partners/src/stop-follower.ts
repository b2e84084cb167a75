import { Log } from '@accord/service/logging';
import { Stopping } from '@accord/service/stopping';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { AskStop } from './ask-stop.js';
import { StopCallStore } from './stop-call.store.js';

const EVERY_MS = 500;
const AT_ONCE = 8;

/** Follows stops until they are done, where consent was away or this process died after its commit. */
@Injectable()
export class StopFollower implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly calls: StopCallStore,
    private readonly askStop: AskStop,
    private readonly stopping: Stopping,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopping.signal.aborted) return;
    this.timer = setTimeout(() => {
      this.running = this.pass().finally(() => this.schedule());
    }, EVERY_MS);
    this.timer.unref();
  }

  private async pass(): Promise<void> {
    try {
      for (;;) {
        const due = await this.calls.claimDue(AT_ONCE);
        if (due.length === 0 || this.stopping.signal.aborted) return;
        await Promise.all(due.map((call) => this.askStop.execute(call)));
      }
    } catch (error) {
      this.log.warn('stop.follower-failed', { cause: error });
    }
  }
}
