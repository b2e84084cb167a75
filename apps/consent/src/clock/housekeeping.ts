import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Loops } from '../loops.js';

const EVERY_MS = 600_000;

/** Keeps tables as small as they are meant to be, and partitions ahead of the time they are for. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly db: DataSource,
    loops: Loops,
  ) {
    loops.add('housekeeping', EVERY_MS, () => this.execute(), 'at-intervals');
  }

  private async execute(): Promise<boolean> {
    await this.db.query(`select ensure_permit_log_month((current_date + ahead * interval '1 month')::date)
                           from generate_series(0, 2) as ahead`);
    await this.forgetOldAttempts();
    await this.db.query(`delete from due_lease where leased_until < clock_timestamp() - interval '1 hour'`);
    await this.db.query(
      `delete from session where state <> 'open' and closed and opened_at < clock_timestamp() - interval '30 days'`,
    );
    return false;
  }

  /**
   * Ids of a day ago whose permit is closed: no ask is under way that long. Should one come all the same, it opens a permit
   * that nobody uses, which the next fence of its session closes; nothing can leak by it. Index: attempt_seen_by_time.
   */
  private async forgetOldAttempts(): Promise<void> {
    await this.db.query(
      `delete from attempt_seen a where seen_at < clock_timestamp() - interval '1 day'
          and not exists (select from open_permit o where o.permit = a.attempt)`,
    );
  }
}
