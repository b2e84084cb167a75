import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { RevisionView } from './answers.js';
import { eventOf, type EventRow } from './events/offer-event.store.js';

/** What is known of a revision beside its text. */
export type RevisionNews = Pick<RevisionView, 'by' | 'verdict'>;

/** Who wrote each revision and what was last said of it, from what was told at the time. */
@Injectable()
export class RevisionNewsStore {
  constructor(private readonly db: DataSource) {}

  /** By the revision's number. Index: offer_event_by_offer. */
  async of(offerId: string): Promise<ReadonlyMap<number, RevisionNews>> {
    const rows: EventRow[] = await this.db.query(
      `select id, at, type, data from offer_event
        where offer_id = $1 and type in ('offer.submitted', 'offer.revised', 'offer.renewed', 'offer.verified')
        order by id`,
      [offerId],
    );
    const news = new Map<number, RevisionNews>();
    for (const event of rows.map(eventOf)) {
      const { revision } = event.data;
      if (event.type === 'offer.verified') {
        const { verdict, decidedBy, decidedAt, rules } = event.data;
        news.set(revision, { ...news.get(revision), verdict: { verdict, decidedBy, decidedAt, rules } });
      } else if ('by' in event.data) news.set(revision, { ...news.get(revision), by: event.data.by });
    }
    return news;
  }
}
