import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { nextNoticeAt } from '../domain/notice-due.js';

/** An offer on show for which it is time to look; its row is locked. */
export interface EndingOffer {
  readonly id: string;
  readonly holder: string;
  readonly reference: string;
  /** The text on show. */
  readonly revision: number;
  /** … and its last day. */
  readonly closesOn: string;
  /** How many days before that day the last notice was. */
  readonly told?: number;
  /** The database's clock. */
  readonly now: Date;
}

interface Row extends Omit<EndingOffer, 'told'> {
  readonly told: number | null;
}

/** What is to be remembered of an offer one has looked at. */
export interface Looked {
  readonly id: string;
  readonly told?: number | undefined;
  readonly nextAt: Date | undefined;
}

/** When an offer's employer is to be told that its end is near. Columns of `offer` that nobody else writes. */
@Injectable()
export class NoticeStore {
  constructor(private readonly db: DataSource) {}

  /** Texts with these last days are on show. Another last day begins anew; the same one changes nothing. */
  async arm(tx: EntityManager, shown: readonly { offerId: string; closesOn: string }[]): Promise<void> {
    if (shown.length === 0) return;
    await tx.query(
      `update offer set shown_closes_on = n.closes_on, notice_told = null, notice_due_at = n.due_at
         from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as n (id, closes_on, due_at)
        where offer.id = n.id and shown_closes_on is distinct from n.closes_on`,
      [
        shown.map(({ offerId }) => offerId),
        shown.map(({ closesOn }) => closesOn),
        shown.map(({ closesOn }) => nextNoticeAt(closesOn) ?? null),
      ],
    );
  }

  /**
   * Does something to what is due and on show, the longest due first, in a transaction that holds the rows: another instance
   * passes over them. `at` instead of the database's clock. Index: offer_by_notice.
   */
  async claim(limit: number, at: Date | undefined, work: (tx: EntityManager, due: EndingOffer[]) => Promise<void>) {
    return this.db.transaction(async (tx) => {
      const rows: Row[] = await tx.query(
        `select id, holder, reference, coalesce((publication->>'shownRevision')::int, revision) as revision,
                shown_closes_on as "closesOn", notice_told as told, coalesce($2::timestamptz, now()) as now
           from offer
          where state = 'published' and notice_due_at <= coalesce($2::timestamptz, now())
          order by notice_due_at limit $1 for update skip locked`,
        [limit, at ?? null],
      );
      if (rows.length > 0)
        await work(
          tx,
          rows.map(({ told, ...row }) => ({ ...row, ...(told !== null && { told }) })),
        );
      return rows.length === limit;
    });
  }

  async remember(tx: EntityManager, looked: readonly Looked[]): Promise<void> {
    await tx.query(
      `update offer set notice_told = n.told, notice_due_at = n.due_at
         from unnest($1::uuid[], $2::smallint[], $3::timestamptz[]) as n(id, told, due_at)
        where offer.id = n.id`,
      [looked.map(({ id }) => id), looked.map(({ told }) => told ?? null), looked.map(({ nextAt }) => nextAt ?? null)],
    );
  }
}
