import { decodeCursor, pageOf, type Page } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';

import { reviewAnswer, type ReviewItem, type ReviewList, type ReviewWithOffer } from './review-answers.js';
import { reviewColumns } from './review.store.js';

/** Which rows a state means; claims end by the clock, so it is part of the condition. */
const conditions: Readonly<Record<NonNullable<ReviewList['state']>, string>> = {
  open: `state = 'open' and (claimed_until is null or claimed_until <= now())`,
  claimed: `state = 'open' and claimed_until > now()`,
  decided: `state = 'decided'`,
  superseded: `state = 'superseded'`,
};

/** The moderators' queue, the oldest first. */
@Injectable()
export class ListReviews {
  constructor(private readonly db: DataSource) {}

  /** @throws Problem invalid-request */
  async execute({ state, cursor, limit }: ReviewList): Promise<Page<ReviewItem>> {
    const [after] = cursor === undefined ? [undefined] : decodeCursor(cursor, z.tuple([z.uuid()]));
    const rows: ReviewWithOffer[] = await this.db.query(
      `select ${reviewColumns}, offer ->> 'title' as title, offer -> 'employer' ->> 'name' as employer,
         offer -> 'employer' ->> 'siret' as siret,
         (select count(*)::int from report where report.review_id = review.id) as reports
         from review join verification using (offer_id)
        where ${state === undefined ? `state = 'open'` : conditions[state]} and ($1::uuid is null or review.id > $1)
        order by review.id limit $2`,
      [after ?? null, limit + 1],
    );
    const now = new Date();
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map((row) => reviewAnswer(row, now)) };
  }
}
