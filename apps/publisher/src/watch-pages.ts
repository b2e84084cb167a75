import { Log } from '@accord/service/logging';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { LookAtPages, PagePace } from './look-at-pages.js';
import { Sleeper } from './sleeper.js';

const EVERY_MS = 5_000;
const SHORTEST_MS = 50;

/** Looks at pages that are due, from time to time. */
@Injectable()
export class WatchPages implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sleeper = new Sleeper();
  private stopping = false;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly pages: LookAtPages,
    private readonly pace: PagePace,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.loop ??= this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.sleeper.wake();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.pages.execute().catch((cause: unknown) => this.log.warn('pages.not-looked-at', { cause }));
      if (!this.stopping) await this.sleeper.sleep(Math.max(SHORTEST_MS, EVERY_MS * this.pace.scale));
    }
  }
}
