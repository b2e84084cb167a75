import { Log } from '@accord/service/logging';
import { Loop } from '@accord/service/loop';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { TellExpiries } from './tell-expiries.js';

/** How late a notice is at most; also that of an offer that comes on show near its end. */
const LOOK_EVERY_MS = 2_000;

/** Looks for offers whose end is near; any number of instances may do so. */
@Injectable()
export class WatchExpiries implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: Loop;

  constructor(tellExpiries: TellExpiries, log: Log) {
    this.loop = new Loop('expiry-notices', LOOK_EVERY_MS, () => tellExpiries.execute(), log);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
