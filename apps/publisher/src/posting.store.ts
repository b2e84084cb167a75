import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Posting } from './domain/posting.js';
import { postingColumns, postingFields, type PostingRow, toPosting } from './posting-row.js';
import { unnested } from './unnested.js';

/** A posting whose row is locked, and who has it leased. */
export interface HeldPosting {
  readonly posting: Posting;
  readonly lease?: string;
  readonly leaseKind?: 'show' | 'remove';
}

interface LeasedRow extends PostingRow {
  readonly lease: string | null;
  readonly lease_kind: 'show' | 'remove' | null;
}

/** Rows are locked in the order of (offer, partner) everywhere, so that two transactions never wait for each other. */
@Injectable()
export class PostingStore {
  /** The database's clock: due times, windows and waits all follow it. */
  async now(tx: EntityManager): Promise<Date> {
    const [row]: { now: Date }[] = await tx.query('select clock_timestamp() as now');
    if (row === undefined) throw new Error('the database tells no time');
    return row.now;
  }

  async lockOfOffers(tx: EntityManager, offers: readonly string[]): Promise<Posting[]> {
    const rows: PostingRow[] = await tx.query(
      `select ${postingFields} from posting where offer_id = any($1::uuid[]) order by offer_id, partner_id for update`,
      [offers],
    );
    return rows.map(toPosting);
  }

  async lock(tx: EntityManager, ids: readonly string[]): Promise<HeldPosting[]> {
    const rows: LeasedRow[] = await tx.query(
      `select ${postingFields}, lease, lease_kind from posting where posting_id = any($1)
        order by offer_id, partner_id for update`,
      [ids],
    );
    return rows.map(toHeld);
  }

  /** Rows whose lease is over, or whose owner is not among those that are up; those that someone else looks after are left. */
  async lockAbandoned(tx: EntityManager, runners: readonly string[], most: number): Promise<HeldPosting[]> {
    const rows: LeasedRow[] = await tx.query(
      `select ${postingFields}, lease, lease_kind from posting
        where lease is not null and (leased_by <> all($1::uuid[]) or due_at < clock_timestamp())
        order by offer_id, partner_id limit $2 for update skip locked`,
      [runners, most],
    );
    return rows.map(toHeld);
  }

  /** Writes postings, new ones too. A row that is leased stays so: its due time is the lease's end. */
  async save(tx: EntityManager, postings: readonly Posting[]): Promise<void> {
    if (postings.length === 0) return;
    const { from, names, values } = unnested(postingColumns, postings);
    await tx.query(
      `insert into posting (${names}) select * from ${from} on conflict (posting_id) do update set ${changes},
         due_at = case when posting.lease is null then excluded.due_at else posting.due_at end`,
      values,
    );
  }

  /** Writes postings whose lease is given back. */
  async release(tx: EntityManager, postings: readonly Posting[]): Promise<void> {
    if (postings.length === 0) return;
    const { from, names, values } = unnested(postingColumns, postings);
    await tx.query(
      `insert into posting (${names}) select * from ${from} on conflict (posting_id) do update set ${changes},
         due_at = excluded.due_at, lease = null, lease_kind = null, leased_by = null`,
      values,
    );
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('delete from posting where posting_id = any($1)', [ids]);
  }
}

const fixed: readonly string[] = ['posting_id', 'offer_id', 'partner_id', 'due_at'];
const changes = postingColumns
  .filter(({ name }) => !fixed.includes(name))
  .map(({ name }) => `${name} = excluded.${name}`)
  .join(', ');

const toHeld = (row: LeasedRow): HeldPosting => ({
  posting: toPosting(row),
  lease: row.lease ?? undefined,
  leaseKind: row.lease_kind ?? undefined,
});
