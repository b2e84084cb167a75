import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import type { Consumption } from './consumption.js';
import type { EventRouter } from './event-router.js';
import { messageOf } from './failure.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { MessagingOptions } from './messaging-options.js';
import type { MessagingTuning } from './messaging-tuning.js';

export interface CareParts {
  readonly options: MessagingOptions;
  readonly dataSource: DataSource;
  readonly tuning: MessagingTuning;
  readonly observer: MessagingObserver;
  readonly router: EventRouter;
  readonly onFatal: (reason: Error) => void;
}

/** Looks after reading at intervals: lag figures, silence. */
export class Caretaker {
  private readonly logger = new Logger(Caretaker.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly consumption: Consumption,
    private readonly parts: CareParts,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      this.round = this.round.then(() => this.care());
    }, this.parts.tuning.careMs);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  private async care(): Promise<void> {
    try {
      await this.consumption.tellOffsets();
    } catch (error) {
      this.logger.warn(messageOf(error));
    }
  }
}
