import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { VerificationStore } from '../verification/verification.store.js';
import { AuditStore } from './audit.store.js';
import { ReviewStore } from './review.store.js';

export const reportBody = z
  .strictObject({
    reason: z.enum(['discrimination', 'fraud', 'misleading', 'filled', 'duplicate', 'offensive', 'other']),
    /** For the moderators; not shown to the employer. */
    comment: z.string().trim().min(1).max(2_000).optional(),
  })
  .meta({ title: 'Report' });
export type ReportBody = z.infer<typeof reportBody>;

export const reportAnswer = z.object({ received: z.literal(true) }).meta({ title: 'ReportAnswer' });

/** So many reports about one ad are kept while its review is open; more tell nothing new, and must not fill the table. */
const MOST_REPORTS = 100;

/** A reader says that something is wrong with an ad on show. It opens a review of it, or adds to the one that is open. */
@Injectable()
export class Report {
  constructor(
    private readonly db: DataSource,
    private readonly verifications: VerificationStore,
    private readonly reviews: ReviewStore,
    private readonly audit: AuditStore,
  ) {}

  /** @throws Problem not-found: also for an offer that may not be shown, which nobody is to learn of */
  execute(adId: string, { reason, comment }: ReportBody): Promise<{ received: true }> {
    return this.db.transaction(async (tx) => {
      const offer = await this.verifications.lock(tx, adId);
      if (
        offer === undefined ||
        offer.offer === null ||
        offer.approvedRevision === null ||
        offer.intent === 'withdrawn'
      ) {
        throw new Problem('not-found', 'There is no such ad.');
      }
      const { revision } = offer;
      const review = await this.reviews.open(tx, { offer, kind: 'report', revision, findings: [] });
      await tx.query(
        `insert into report (id, offer_id, review_id, reason, comment, reported_at)
         select $1, $2, $3, $4, $5, now() where (select count(*) from report where review_id = $3) < $6`,
        [uuid(), adId, review.id, reason, comment ?? null, MOST_REPORTS],
      );
      if (review.opened) {
        await this.audit.append(tx, {
          actor: 'reader',
          action: 'reported',
          offerId: adId,
          revision,
          reviewId: review.id,
        });
      }
      return { received: true };
    });
  }
}
