import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Posting } from './domain/posting.js';
import type { RecallSearch } from './domain/recall-query.js';
import { postingFields, type PostingRow, toPosting } from './posting-row.js';

export interface RecallRow extends PostingRow {
  readonly recalled_at: Date;
  /** With all the digits the database has: a page begins exactly behind the last. */
  readonly position: string;
}

export interface PartnerRecallsRow {
  readonly partner_id: string;
  readonly recalls: number;
  readonly confirmed: number;
  readonly escalated: number;
  readonly still_visible: number;
  readonly median_ms: number | null;
  readonly slowest_ms: number | null;
}

/** Longer than a look and the turn before it take. */
const LOOKING_MS = 180_000;

/** Confirmed by the partner and, as far as anybody can see, gone. */
const isOver = `confirmed_at is not null and page #>> '{seen,seen}' is distinct from 'stillVisible'`;

/** Recalls, as they are worked on and as they are read. */
@Injectable()
export class RecallStore {
  constructor(private readonly db: DataSource) {}

  /** Postings whose page is to be looked at, the longest due first; others get others. Plan: posting_look. */
  async claim(most: number): Promise<Posting[]> {
    const rows: PostingRow[] = await this.db.query(
      `with due as (
         select posting_id from posting where look_at <= clock_timestamp() order by look_at limit $1 for update skip locked
       ), claimed as (
         update posting p set look_at = clock_timestamp() + $2 * interval '1 millisecond' from due
          where p.posting_id = due.posting_id returning p.*
       ) select ${postingFields} from claimed`,
      [most, LOOKING_MS],
    );
    return rows.map(toPosting);
  }

  /** Their host is busy: they are looked at later. */
  async postpone(postings: readonly { readonly id: string; readonly byMs: number }[]): Promise<void> {
    await this.db.query(
      `update posting p set look_at = clock_timestamp() + n.ms * interval '1 millisecond'
         from unnest($1::uuid[], $2::float8[]) as n (id, ms) where p.posting_id = n.id and p.look_at is not null`,
      [postings.map(({ id }) => id), postings.map(({ byMs }) => byMs)],
    );
  }

  /** One row more than the limit, newest first: posting_of_offer, posting_recalled_partner, posting_escalated or posting_recalled. */
  search({ offer, partner, since, escalated, behind, limit }: RecallSearch): Promise<RecallRow[]> {
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [
      'recalled_at is not null',
      ...(offer === undefined ? [] : [`offer_id = ${bind(offer)}`]),
      ...(partner === undefined ? [] : [`partner_id = ${bind(partner)}`]),
      ...(since === undefined ? [] : [`recalled_at >= ${bind(since)}`]),
      ...(escalated === true ? [`escalated_at is not null and not (${isOver})`] : []),
      ...(behind === undefined
        ? []
        : [`(recalled_at, posting_id) < (${bind(behind[0])}::timestamptz, ${bind(behind[1])}::uuid)`]),
    ];
    return this.db.query(
      `select ${postingFields}, to_char(recalled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position
         from posting where ${conditions.join(' and ')} order by recalled_at desc, posting_id desc limit ${bind(limit + 1)}`,
      values,
    );
  }

  /** By partner, of recalls since then. */
  byPartner(since: Date): Promise<PartnerRecallsRow[]> {
    const ms = 'extract(epoch from confirmed_at - recalled_at) * 1000';
    return this.db.query(
      `select partner_id, count(*)::int as recalls, count(confirmed_at)::int as confirmed,
              (count(*) filter (where escalated_at is not null and not (${isOver})))::int as escalated,
              (count(*) filter (where page #>> '{seen,seen}' = 'stillVisible'))::int as still_visible,
              (percentile_cont(0.5) within group (order by ${ms}) filter (where confirmed_at is not null))::float8 as median_ms,
              max(${ms})::float8 as slowest_ms
         from posting where recalled_at >= $1 group by partner_id order by partner_id`,
      [since],
    );
  }

  /** How many are an operator's, by partner. Plan: posting_escalated, which holds few. */
  escalated(): Promise<{ partner: string; count: number }[]> {
    return this.db.query(
      `select partner_id as partner, count(*)::int as count from posting
        where escalated_at is not null and not (${isOver}) group by partner_id`,
    );
  }
}
