import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { afterCommit } from './after-commit.js';
import type { Posting } from './domain/posting.js';
import { msToSilence } from './domain/recall.js';
import { RecallMetrics } from './recall-metrics.js';
import type { RecallTurns } from './tell-outcomes.js';

/** What operators hear of recalls: how long silence took, and which partners are theirs to call. */
@Injectable()
export class RecallNews {
  constructor(
    private readonly log: Log,
    private readonly metrics: RecallMetrics,
  ) {}

  /** Once it is committed. */
  tell(tx: EntityManager, { confirmed, escalated }: RecallTurns): void {
    if (confirmed.length === 0 && escalated.length === 0) return;
    afterCommit(tx, () => {
      for (const posting of confirmed) this.measure(posting);
      for (const posting of escalated) this.alert(posting);
    });
  }

  private measure({ partner, recall }: Posting): void {
    const ms = recall && msToSilence(recall);
    if (ms !== undefined) this.metrics.silent(partner, ms);
  }

  /** At the level that means that someone must act: the partner is to be called. */
  private alert({ id: postingId, offerId, partner, reason, recall }: Posting): void {
    const seen = recall?.page?.seen?.seen;
    this.metrics.escalated(partner);
    const what = seen === 'stillVisible' ? 'still shows an ad that was withdrawn' : 'does not confirm a removal';
    this.log.error('recall.escalated', new Error(`${partner} ${what}`), { postingId, offerId, partner, reason, seen });
  }
}
