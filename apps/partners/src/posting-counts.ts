import type { PostingChanged } from '@accord/contracts/events/posting-changed';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** How many offers stand where, at each partner. */
@Injectable()
export class PostingCounts {
  constructor(private readonly db: DataSource) {}

  /** The highest version wins. */
  async keep(tx: EntityManager, { offerId, partner, version, state }: PostingChanged): Promise<void> {
    await tx.query(
      `insert into posting (offer_id, partner_id, version, state) values ($1, $2, $3, $4)
       on conflict (partner_id, offer_id) do update set version = excluded.version, state = excluded.state
        where posting.version < excluded.version`,
      [offerId, partner, version, state],
    );
  }

  async forget(tx: EntityManager, offerId: string, partner: string): Promise<void> {
    await tx.query('delete from posting where offer_id = $1 and partner_id = $2', [offerId, partner]);
  }

  async of(partner: string): Promise<{ readonly postings: Readonly<Record<string, number>> }> {
    const rows: { state: string; count: number }[] = await this.db.query(
      'select state, count(*)::int as count from posting where partner_id = $1 group by state',
      [partner],
    );
    return { postings: Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
  }
}
