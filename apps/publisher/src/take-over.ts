import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { takenOver } from './domain/take-over.js';
import { PostingStore } from './posting.store.js';
import { RecallNews } from './recall-news.js';
import { tellOutcomes, withVersions } from './tell-outcomes.js';

const AT_ONCE = 500;

/** Gives back what processes that vanished, or leases that are over, still hold. */
@Injectable()
export class TakeOver {
  constructor(
    private readonly db: DataSource,
    private readonly postings: PostingStore,
    private readonly recalls: RecallNews,
  ) {}

  /** @returns how many postings are due again */
  async execute(runners: readonly string[]): Promise<number> {
    for (let total = 0; ;) {
      const count = await this.some(runners);
      total += count;
      if (count < AT_ONCE) return total;
    }
  }

  private some(runners: readonly string[]): Promise<number> {
    return this.db.transaction('READ COMMITTED', async (tx) => {
      const held = await this.postings.lockAbandoned(tx, runners, AT_ONCE);
      if (held.length === 0) return 0;
      const now = await this.postings.now(tx);
      const changes = held.map(({ posting, leaseKind }) => ({
        before: posting,
        after: takenOver(posting, leaseKind, now),
      }));
      const { all, news, recalls } = withVersions(changes, now);
      await this.postings.release(tx, all);
      await tellOutcomes(tx, news);
      this.recalls.tell(tx, recalls);
      return all.length;
    });
  }
}
