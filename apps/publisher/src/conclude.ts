import { isTransient } from '@accord/database/transient';
import { Batcher } from '@accord/service/batcher';
import { Log } from '@accord/service/logging';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type Concluded, type Conclusion, StoreConclusions } from './store-conclusions.js';

interface Pending {
  readonly conclusion: Conclusion;
  readonly delayed: () => void;
}

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;
const LAST_WAIT_MS = 5_000;

/**
 * Ends what was claimed: each on its own, so that none waits for a slow one; those that end at about the same time share a
 * commit.
 */
@Injectable()
export class Conclude implements OnModuleDestroy {
  private readonly batches = new Batcher<Pending, Concluded>((pending) => this.persist(pending), {
    most: 200,
    atOnce: 2,
  });
  private givesUpAt = Number.POSITIVE_INFINITY;

  constructor(
    private readonly db: DataSource,
    private readonly store: StoreConclusions,
    private readonly log: Log,
  ) {}

  /** @param delayed called while the database is away, so that nobody waits for it with a permit in hand */
  execute(conclusion: Conclusion, delayed: () => void): Promise<Concluded> {
    return this.batches.add({ conclusion, delayed });
  }

  /** From now on a database that is away is waited for a moment only; what was under way is then due again. */
  onModuleDestroy(): void {
    this.givesUpAt = performance.now() + LAST_WAIT_MS;
  }

  /** Tries until it is stored: a request that was made is not forgotten because the database was away. */
  private async persist(pending: readonly Pending[]): Promise<Concluded[]> {
    const conclusions = pending.map(({ conclusion }) => conclusion);
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      try {
        return await this.db.transaction('READ COMMITTED', (tx) => this.store.execute(tx, conclusions));
      } catch (error) {
        if (!isTransient(error) || performance.now() > this.givesUpAt) throw error;
        for (const { delayed } of pending) delayed();
        this.log.warn('posting.conclusions-delayed', { count: pending.length, cause: error });
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
