import { Log } from '@accord/service/logging';
import { Metrics } from '@accord/service/metrics';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { PendingStore } from './pending.store.js';

const EVERY_MS = 5_000;

/** Shows what waits: for the machine, and for people. */
@Injectable()
export class Backlog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private readonly pendingTexts;
  private readonly oldestSeconds;
  private readonly openReviews;

  constructor(
    private readonly db: DataSource,
    private readonly pending: PendingStore,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    this.pendingTexts = metrics.gauge('moderation_pending_texts', 'Texts that are due for verification');
    this.oldestSeconds = metrics.gauge('moderation_pending_oldest_seconds', 'How long the oldest of them has been due');
    this.openReviews = metrics.gauge('moderation_open_reviews', 'Reviews that await a decision', ['kind']);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.measure(), EVERY_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async measure(): Promise<void> {
    try {
      const { count, oldestSeconds } = await this.pending.backlog();
      this.pendingTexts.set(count);
      this.oldestSeconds.set(oldestSeconds);
      for (const { kind, reviews } of await this.reviewsByKind()) this.openReviews.set({ kind }, reviews);
    } catch (error) {
      this.log.debug('backlog.not-measured', { cause: error });
    }
  }

  /** Kinds without an open review count too, or their figure would stay at the last one. */
  private reviewsByKind(): Promise<{ kind: string; reviews: number }[]> {
    return this.db.query(
      `select kinds.kind, count(review.id)::int as reviews
         from unnest(array['doubt', 'appeal', 'report']) as kinds (kind)
         left join review on review.kind = kinds.kind and review.state = 'open' group by kinds.kind`,
    );
  }
}
