import type { Subject } from '@accord/service/authentication';
import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { mayDecide } from '../domain/review-life.js';
import { ModeratorVerdict } from './moderator-verdict.js';
import { ReadReview, type ReviewDetail } from './read-review.js';
import type { ReviewDecision } from './review-decision.js';
import { noReview, refused } from './review-refusals.js';
import { factsOf, ReviewStore } from './review.store.js';

/** A moderator's decision on the text under review. */
@Injectable()
export class DecideReview {
  constructor(
    private readonly db: DataSource,
    private readonly reviews: ReviewStore,
    private readonly moderatorVerdict: ModeratorVerdict,
    private readonly readReview: ReadReview,
  ) {}

  /** `version` is the review's that the moderator read. @throws Problem not-found, state-forbids, conflict, precondition-failed, forbidden */
  async execute(moderator: Subject, id: string, decision: ReviewDecision, version?: number): Promise<ReviewDetail> {
    const decided = await this.db.transaction(async (tx) => {
      const locked = await this.reviews.lockWithOffer(tx, id);
      if (locked === undefined) throw noReview();
      const judged = { revision: decision.revision, ...(version !== undefined && { version }) };
      const refusal = mayDecide(factsOf(locked.review), moderator.id, judged, new Date());
      if (refusal !== undefined) throw refused(refusal);
      await this.moderatorVerdict.execute(tx, { ...locked, moderator: moderator.id }, decision);
      return this.readReview.execute(id, tx);
    });
    failpoint('moderation.review.after-decision');
    return decided;
  }
}
