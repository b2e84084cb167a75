import { keptPlan } from '@accord/database/statement-names';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import type { Posting } from './domain/posting.js';
import { ME } from './me.js';
import { postingFields, type PostingRow, toPosting } from './posting-row.js';
import type { Runner } from './runner.store.js';

export interface Room {
  readonly partner: string;
  readonly room: number;
}

/** A posting that is this process's to send, until the lease is given back or over. */
export interface Claimed {
  readonly posting: Posting;
  readonly lease: string;
}

/** Longer than everything one posting may wait for: secrets, permit, keys, the partner's answer. */
const LEASE_MS = 60_000;

@Injectable()
export class ClaimStore {
  constructor(
    private readonly db: DataSource,
    @Inject(ME) private readonly me: Runner,
  ) {}

  /**
   * Leases what is due, for all lanes in one statement: removals first, then shows, each oldest first, at most as many as a
   * lane has room for. Whoever else claims at the same time gets others. Plan: posting_due, a range for each partner.
   */
  async claim(rooms: readonly Room[]): Promise<Claimed[]> {
    const lease = uuid();
    const rows: PostingRow[] = await this.db.query(claimSql, [
      rooms.map(({ partner }) => partner),
      rooms.map(({ room }) => room),
      lease,
      this.me.id,
      LEASE_MS,
    ]);
    return rows.map((row) => ({ posting: toPosting(row), lease }));
  }
}

const dueOf = (kind: 'show' | 'remove', rooms: string): string => `
  select r.partner_id, d.posting_id
    from ${rooms} r cross join lateral (
      select p.posting_id from posting p
       where p.partner_id = r.partner_id and p.wanted = '${kind}' and p.wanted_version <> p.known_version
         and p.due_at <= now() and p.lease is null
       order by p.due_at limit r.room for update skip locked
    ) d`;

const claimSql = keptPlan(`
  with room as (select * from unnest($1::text[], $2::integer[]) as r (partner_id, room)),
  removal as (${dueOf('remove', 'room')}),
  rest as (
    select r.partner_id, r.room - (select count(*) from removal m where m.partner_id = r.partner_id) as room from room r
  ),
  show as (${dueOf('show', 'rest')}),
  claimed as (
    update posting p
       set lease = $3, lease_kind = p.wanted, leased_by = $4, due_at = now() + $5 * interval '1 millisecond'
      from (select posting_id from removal union all select posting_id from show) due
     where p.posting_id = due.posting_id
    returning p.*
  )
  select ${postingFields} from claimed`);
