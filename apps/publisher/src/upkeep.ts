import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { AttemptStore } from './attempt.store.js';
import { BacklogStore } from './backlog.store.js';
import { LaneSet } from './lane-set.js';
import { PermitClosings } from './permit-closings.js';
import { PermitSession } from './permit-session.js';
import { PublisherMetrics } from './publisher-metrics.js';
import type { PublisherConfig } from './publisher.config.js';
import { RecallMetrics } from './recall-metrics.js';
import { RecallStore } from './recall.store.js';

const FIGURES_MS = 15_000;
const ATTEMPTS_MS = 6 * 3_600_000;

@Injectable()
export class PermitFigures {
  constructor(
    private readonly session: PermitSession,
    private readonly closings: PermitClosings,
  ) {}

  show(metrics: PublisherMetrics): void {
    metrics.permits(this.session.usable !== undefined, this.closings.size);
  }
}

/** What stands in the database. */
@Injectable()
export class StoredFigures {
  constructor(
    private readonly backlog: BacklogStore,
    private readonly recalls: RecallStore,
    private readonly recallMetrics: RecallMetrics,
  ) {}

  async show(metrics: PublisherMetrics, partners: readonly string[]): Promise<void> {
    metrics.backlog(await this.backlog.of(partners));
    this.recallMetrics.recalls(await this.recalls.escalated());
  }
}

/** Where the figures of a publisher come from. */
@Injectable()
export class Figures {
  constructor(
    private readonly stored: StoredFigures,
    private readonly metrics: PublisherMetrics,
    private readonly lanes: LaneSet,
    private readonly permits: PermitFigures,
  ) {}

  async show(): Promise<void> {
    const lanes = this.lanes.all();
    this.metrics.load(lanes);
    this.permits.show(this.metrics);
    await this.stored.show(
      this.metrics,
      lanes.map(({ partner }) => partner),
    );
  }
}

/** What is done from time to time: figures, and the partitions of attempts. */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly figures: Figures,
    private readonly attempts: AttemptStore,
    @Inject(CONFIG) private readonly config: PublisherConfig,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.every(FIGURES_MS, () => this.figures.show());
    this.every(ATTEMPTS_MS, () => this.attempts.keep(this.config.ATTEMPT_MONTHS, this.config.REPLY_MONTHS));
  }

  onModuleDestroy(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private every(ms: number, work: () => Promise<void>): void {
    const run = () => void work().catch((cause: unknown) => this.log.warn('upkeep.failed', { cause }));
    run();
    this.timers.push(setInterval(run, ms));
  }
}
