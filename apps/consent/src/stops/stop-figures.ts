import { Metrics } from '@accord/service/metrics';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { Loops } from '../loops.js';
import { readRows } from '../rows/read-rows.js';

const EVERY_MS = 5_000;
const figures = z.object({
  permits: z.int(),
  stopping: z.int(),
  oldest_stop: z.number(),
  oldest_intent: z.number(),
});

/** How fast stops are, and what is open. */
@Injectable()
export class StopFigures {
  private readonly latency;
  private readonly openPermits;
  private readonly stopping;
  private readonly oldestStop;
  private readonly intentAge;

  constructor(
    private readonly db: DataSource,
    metrics: Metrics,
    loops: Loops,
  ) {
    loops.add('stop-figures', EVERY_MS, () => this.look(), 'at-intervals');
    this.latency = metrics.histogram('consent_stop_seconds', 'From the call to its answer', ['state']);
    this.openPermits = metrics.gauge('consent_open_permits', 'Permits that are open: requests in flight');
    this.stopping = metrics.gauge('consent_stopping', 'Stops that are not effective yet');
    this.oldestStop = metrics.gauge(
      'consent_stopping_oldest_seconds',
      'Age of the oldest stop that is not effective yet',
    );
    this.intentAge = metrics.gauge('consent_intent_age_seconds', 'Age of the oldest stop intent');
  }

  answered(state: 'stopped' | 'stopping', seconds: number): void {
    this.latency.observe({ state }, seconds);
  }

  /** Looked at in intervals: each counts a small table. */
  private async look(): Promise<boolean> {
    const [now] = await readRows(
      this.db,
      figures,
      `select (select count(*) from open_permit)::int as permits,
              (select count(*) from stop where effective_at is null)::int as stopping,
              coalesce((select extract(epoch from clock_timestamp() - min(applied_at)) from stop
                         where effective_at is null), 0)::float8 as oldest_stop,
              coalesce((select extract(epoch from clock_timestamp() - min(created_at)) from stop_intent), 0)::float8
                as oldest_intent`,
    );
    if (now === undefined) return false;
    this.openPermits.set(now.permits);
    this.stopping.set(now.stopping);
    this.oldestStop.set(now.oldest_stop);
    this.intentAge.set(now.oldest_intent);
    return false;
  }
}
