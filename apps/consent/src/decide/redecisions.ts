import { setTimeout as delay } from 'node:timers/promises';

import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { RowLocks } from '../stops/row-locks.js';
import { Loops } from '../loops.js';
import { decideOffers } from './decide-offers.js';
import { advanceJob, leaseJob, nextPage, type RedecisionJob, releaseJob } from './redecision.store.js';

const PAGE = 50;
const EVERY_MS = 1_000;
/** Between pages, so that asks and calls come first. */
const PAUSE_MS = 5;

/** Decides the offers of a holder or a partner anew, page by page, after a change of its clauses or facts. */
@Injectable()
export class Redecisions {
  constructor(
    private readonly db: DataSource,
    private readonly locks: RowLocks,
    loops: Loops,
  ) {
    loops.add('redecisions', EVERY_MS, () => this.turn(), 'wakes');
  }

  private async turn(): Promise<boolean> {
    const job = await leaseJob(this.db);
    if (job === undefined) return false;
    try {
      await this.page(job);
    } catch (error) {
      await releaseJob(this.db, job.id);
      throw error;
    }
    failpoint('consent.redecision.after-page');
    await delay(PAUSE_MS);
    return true;
  }

  private async page(job: RedecisionJob): Promise<void> {
    await this.db.transaction('READ COMMITTED', async (tx) => {
      const offers = await nextPage(tx, job, PAGE);
      if (offers.length > 0) {
        const locked = await this.locks.all(tx, 'offer', offers);
        await decideOffers(tx, locked, { ...(job.stop_id !== null && { stop: job.stop_id }) });
      }
      await advanceJob(tx, job.id, offers.length < PAGE ? undefined : offers.at(-1));
    });
  }
}
