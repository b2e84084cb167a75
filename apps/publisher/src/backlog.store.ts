import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Backlog {
  readonly partner: string;
  readonly due: number;
  readonly oldestSeconds: number;
}

const COUNTED_AT_MOST = 10_000;

/** What is due and not yet under way. */
@Injectable()
export class BacklogStore {
  constructor(private readonly db: DataSource) {}

  /** By partner, from the index of due postings; a long one is not counted to its end. */
  async of(partners: readonly string[]): Promise<Backlog[]> {
    const rows: { partner: string; due: number; oldest: number | null }[] = await this.db.query(
      `select partner, count(d.due_at)::int as due, extract(epoch from now() - min(d.due_at))::float8 as oldest
         from unnest($1::text[]) as l (partner) left join lateral (
           select due_at from posting p
            where p.partner_id = l.partner and p.wanted in ('show', 'remove') and p.wanted_version <> p.known_version
              and p.due_at <= now() and p.lease is null
            limit $2
         ) d on true group by partner`,
      [partners, COUNTED_AT_MOST],
    );
    return rows.map(({ partner, due, oldest }) => ({ partner, due, oldestSeconds: oldest ?? 0 }));
  }
}
