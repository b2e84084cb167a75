import type { PostingChanged } from '@accord/contracts/events/posting-changed';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** How many offers stand where, at each partner. */
@Injectable()
export class PostingCounts {
  constructor(private readonly db: DataSource) {}

  /** The highest version wins. Of different postings. */
  async keep(tx: EntityManager, outcomes: readonly PostingChanged[]): Promise<void> {
    if (outcomes.length === 0) return;
    await tx.query(
      `insert into posting (offer_id, partner_id, version, state)
       select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[])
       on conflict (partner_id, offer_id) do update set version = excluded.version, state = excluded.state
        where posting.version < excluded.version`,
      [
        outcomes.map(({ offerId }) => offerId),
        outcomes.map(({ partner }) => partner),
        outcomes.map(({ version }) => version),
        outcomes.map(({ state }) => state),
      ],
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
