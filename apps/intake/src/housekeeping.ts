import { Log } from '@accord/service/logging';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

import { IdempotencyStore } from './idempotency.store.js';
import { ImportStore } from './import/import.store.js';
import { DeliveryParts } from './subscriptions/deliver-events.js';

const EVERY_MS = 3_600_000;

/** Forgets, once an hour, what was kept only so that a request could be repeated. Any instance may do it; twice does no harm. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly requests: IdempotencyStore,
    private readonly imports: ImportStore,
    private readonly webhooks: DeliveryParts,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweep(), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    try {
      await this.requests.forgetOld();
      await this.imports.forgetOld();
      await this.webhooks.deliveries.forgetOld();
      await this.webhooks.subscriptions.forgetEnded();
    } catch (error) {
      this.log.warn('housekeeping.failed', { cause: error });
    }
  }
}
