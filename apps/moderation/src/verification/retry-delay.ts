import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';

import { retryDelayMs } from '../domain/retry-schedule.js';
import type { ModerationConfig } from '../moderation.config.js';

/** The schedule with its dice; tests shorten it. */
@Injectable()
export class RetryDelay {
  private readonly scale: number;

  constructor(@Inject(CONFIG) { ACCORD_PROFILE, RETRY_SCALE }: ModerationConfig) {
    this.scale = ACCORD_PROFILE === 'test' ? RETRY_SCALE : 1;
  }

  after(failed: number): number {
    return retryDelayMs(failed, Math.random(), this.scale);
  }
}
