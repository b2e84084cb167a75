import { Log } from '@accord/service/logging';
import { Loop } from '@accord/service/loop';
import { Metrics } from '@accord/service/metrics';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { AdStore } from './ad.store.js';

const AT_ONCE = 100;
const EVERY_MS = 60_000;

/**
 * Indexes again, in the background and a few at a time, what another version of the code has indexed: all ads after an
 * update that changed the index. Until then they are found as they were indexed, or, where they were not, not at all.
 */
@Injectable()
export class IndexAgain implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: Loop;

  constructor(ads: AdStore, metrics: Metrics, log: Log) {
    const indexed = metrics.counter('portal_ads_indexed_again_total', 'Ads that were indexed again after an update');
    this.loop = new Loop(
      'index-again',
      EVERY_MS,
      async () => {
        const count = await ads.indexAgain(AT_ONCE);
        indexed.inc(count);
        return count === AT_ONCE;
      },
      log,
    );
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
