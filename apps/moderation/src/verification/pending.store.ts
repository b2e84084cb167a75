import { randomUUID } from 'node:crypto';

import { keptPlan } from '@accord/database/statement-names';
import type { SealedOffer } from '@accord/contracts/sealed-offer';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { RetryDelay } from './retry-delay.js';

/** A text that this process verifies, for as long as the lease lasts. */
export interface ClaimedText {
  readonly offerId: string;
  readonly revision: number;
  readonly attempts: number;
  readonly lease: string;
  readonly offer: SealedOffer;
}

/** Longer than a question to the register and the transaction that follows; after it another process takes the text over. */
const LEASE_S = 30;

@Injectable()
export class PendingStore {
  constructor(
    private readonly db: DataSource,
    private readonly retryDelay: RetryDelay,
  ) {}

  /** A newer text takes the place of the one that waited, and of whoever was at work on it. */
  async add(tx: EntityManager, texts: readonly { offerId: string; revision: number }[]): Promise<void> {
    await tx.query(
      `insert into pending_verification (offer_id, revision, due_at)
       select offer_id, revision, now() from unnest($1::uuid[], $2::int[]) as n (offer_id, revision)
       on conflict (offer_id) do update
         set revision = excluded.revision, due_at = now(), attempts = 0, lease = null, leased_until = null`,
      [texts.map(({ offerId }) => offerId), texts.map(({ revision }) => revision)],
    );
  }

  async remove(tx: EntityManager, offerId: string): Promise<void> {
    await tx.query('delete from pending_verification where offer_id = $1', [offerId]);
  }

  /** The oldest that are due and nobody's. */
  async claimDue(most: number): Promise<ClaimedText[]> {
    const [rows]: [ClaimedText[], number] = await this.db.query(
      keptPlan(`update pending_verification pending
          set lease = $1, leased_until = now() + make_interval(secs => $2)
         from (select offer_id from pending_verification
                where due_at <= now() and (leased_until is null or leased_until < now())
                order by due_at limit $3 for update skip locked) due,
              verification
        where pending.offer_id = due.offer_id and verification.offer_id = due.offer_id
        returning pending.offer_id as "offerId", pending.revision, pending.attempts, pending.lease, verification.offer`),
      [randomUUID(), LEASE_S, most],
    );
    return rows;
  }

  /** Answers the offers whose texts are still their claims': about the others nothing may be said. */
  async finish(tx: EntityManager, texts: readonly ClaimedText[]): Promise<ReadonlySet<string>> {
    const [rows]: [{ offerId: string }[], number] = await tx.query(
      `delete from pending_verification p using unnest($1::uuid[], $2::uuid[]) as c (offer_id, lease)
        where p.offer_id = c.offer_id and p.lease = c.lease returning p.offer_id as "offerId"`,
      [texts.map(({ offerId }) => offerId), texts.map(({ lease }) => lease)],
    );
    return new Set(rows.map(({ offerId }) => offerId));
  }

  /** Puts the text back into the queue; false as above. */
  async postpone(tx: EntityManager, { offerId, lease, attempts }: ClaimedText): Promise<boolean> {
    const delayMs = this.retryDelay.after(attempts + 1);
    const [, count]: [unknown, number] = await tx.query(
      `update pending_verification set attempts = attempts + 1, lease = null, leased_until = null,
         due_at = now() + make_interval(secs => $3) where offer_id = $1 and lease = $2`,
      [offerId, lease, delayMs / 1_000],
    );
    return count === 1;
  }

  /** What waited for the register waits no longer; rows that others are changing are looked after by them. */
  async dueNow(): Promise<void> {
    await this.db.query(
      `update pending_verification set due_at = now()
        where offer_id in (select offer_id from pending_verification
                            where attempts > 0 and due_at > now() for update skip locked)`,
    );
  }

  /** How many texts wait, and how long the oldest is due. */
  async backlog(): Promise<{ readonly count: number; readonly oldestSeconds: number }> {
    const rows: { count: number; oldestSeconds: number }[] = await this.db.query(
      `select count(*)::int as count, coalesce(extract(epoch from now() - min(due_at)), 0)::float8 as "oldestSeconds"
         from pending_verification where due_at <= now()`,
    );
    return rows[0] ?? { count: 0, oldestSeconds: 0 };
  }
}
