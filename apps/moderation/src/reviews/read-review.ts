import { sealedOffer } from '@accord/contracts/sealed-offer';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { reviewAnswer, reviewItem, type ReviewWithOffer } from './review-answers.js';
import { noReview } from './review-refusals.js';
import { reviewColumns } from './review.store.js';

const readersReport = z.object({ reason: z.string(), comment: z.string().optional(), reportedAt: z.string() });

/** One review with all a moderator needs to decide it. Contacts stay sealed, and their box is left out: nobody here can open it. */
export const reviewDetail = reviewItem
  .extend({
    offer: sealedOffer.extend({ apply: sealedOffer.shape.apply.omit({ sealed: true }) }).nullable(),
    readersReports: z.array(readersReport),
  })
  .meta({ title: 'ReviewDetail' });
export type ReviewDetail = z.infer<typeof reviewDetail>;

interface DetailRow extends ReviewWithOffer {
  readonly offer: ReviewDetail['offer'];
}

@Injectable()
export class ReadReview {
  constructor(private readonly db: DataSource) {}

  /** @throws Problem not-found */
  async execute(id: string, tx: EntityManager = this.db.manager): Promise<ReviewDetail> {
    const rows: DetailRow[] = await tx.query(
      `select ${reviewColumns}, offer #- '{apply,sealed}' as offer, offer ->> 'title' as title,
         offer -> 'employer' ->> 'name' as employer, offer -> 'employer' ->> 'siret' as siret, 0 as reports
         from review join verification using (offer_id) where review.id = $1`,
      [id],
    );
    const [row] = rows;
    if (row === undefined) throw noReview();
    const readersReports = await this.reportsOf(tx, id);
    const item = reviewAnswer({ ...row, reports: readersReports.length }, new Date());
    return { ...item, offer: row.offer, readersReports };
  }

  private async reportsOf(tx: EntityManager, reviewId: string): Promise<z.infer<typeof readersReport>[]> {
    const rows: { reason: string; comment: string | null; reportedAt: Date }[] = await tx.query(
      `select reason, comment, reported_at as "reportedAt" from report where review_id = $1 order by id limit 100`,
      [reviewId],
    );
    return rows.map(({ reason, comment, reportedAt }) => ({
      reason,
      ...(comment !== null && { comment }),
      reportedAt: reportedAt.toISOString(),
    }));
  }
}
