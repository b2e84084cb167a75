import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Flights } from './flights.js';

const EVERY_MS = 100;

/**
 * Cuts requests whose posting came down by a decision that another process read. Those that this process reads are cut at once;
 * this one looks at what has been under way for a moment.
 */
@Injectable()
export class WatchFlights implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private seen: readonly string[] = [];

  constructor(
    private readonly db: DataSource,
    private readonly flights: Flights,
  ) {}

  onApplicationBootstrap(): void {
    this.timer ??= setInterval(() => void this.look(), EVERY_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Only what was there the last time, too: most requests are over by then. */
  private async look(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    const before = new Set(this.seen);
    this.seen = this.flights.postingIds;
    const lasting = this.seen.filter((id) => before.has(id));
    try {
      if (lasting.length > 0) await this.cutWhatCameDown(lasting);
    } catch {
      // The database is away: its own alarms ring, and what is under way ends by its deadline.
    } finally {
      this.looking = false;
    }
  }

  private async cutWhatCameDown(ids: readonly string[]): Promise<void> {
    const rows: { posting_id: string; version: number }[] = await this.db.query(
      `select posting_id, wanted_version::float8 as version from posting where posting_id = any($1) and wanted <> 'show'`,
      [ids],
    );
    for (const { posting_id: id, version } of rows) this.flights.cutShow(id, version, 'no-longer-wanted');
  }
}
