import type { Subject } from '@accord/service/authentication';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { mayClaim } from '../domain/review-life.js';
import { AuditStore } from './audit.store.js';
import { ReadReview, type ReviewDetail } from './read-review.js';
import { noReview, refused } from './review-refusals.js';
import { factsOf, ReviewStore } from './review.store.js';

/** Takes a review for a while, so that two people do not read the same offer. Taken again, it lasts longer. */
@Injectable()
export class ClaimReview {
  constructor(
    private readonly db: DataSource,
    private readonly reviews: ReviewStore,
    private readonly audit: AuditStore,
    private readonly readReview: ReadReview,
  ) {}

  /** @throws Problem not-found, state-forbids, conflict, forbidden */
  execute(moderator: Subject, id: string): Promise<ReviewDetail> {
    return this.db.transaction(async (tx) => {
      const review = await this.reviews.lock(tx, id);
      if (review === undefined) throw noReview();
      const refusal = mayClaim(factsOf(review), moderator.id, new Date());
      if (refusal !== undefined) throw refused(refusal);
      await this.reviews.claim(tx, id, moderator.id);
      const { offerId, revision } = review;
      await this.audit.append(tx, { actor: moderator.id, action: 'claimed', offerId, revision, reviewId: id });
      return this.readReview.execute(id, tx);
    });
  }
}
