import type { EmployerEvent } from '@accord/contracts/employer-event';
import { keptPlan } from '@accord/database/statement-names';
import { CONFIG } from '@accord/service/kit.module';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { eventOf } from '../events/offer-event.store.js';
import type { IntakeConfig } from '../intake.config.js';
import { agentInForce } from '../mandates/in-force.js';

/** The queue of one offer's events towards one subscription, leased to whoever is to send its next one. */
export interface Lease {
  readonly subscription: string;
  readonly offerId: string;
  readonly lease: string;
}

/** A delivery that is this process's to attempt. */
export interface Claimed extends Lease {
  readonly delivery: string;
  /** So far. */
  readonly attempts: number;
  readonly firstAttemptAt: Date | null;
  readonly url: string;
  readonly event: EmployerEvent;
}

/** Requests of this process to a subscription's endpoint that are under way, or as good as: its circuit is open. */
export interface Busy {
  readonly subscription: string;
  readonly used: number;
}

/** Requests of one process to one endpoint at once: however slow it is, it takes no more from the others. */
export const REQUESTS_AT_ONCE = 4;
/** Beside the longest that a request may take. */
const LEASE_MORE_MS = 5_000;
const CLAIMED_AT_ONCE = 200;

interface HeadRow {
  subscription_id: string;
  offer_id: string;
  delivery: string;
  attempts: number;
  first_attempt_at: Date | null;
  url: string;
  id: string;
  at: Date;
  type: string;
  data: unknown;
}

@Injectable()
export class DeliveryQueueStore {
  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: IntakeConfig,
  ) {}

  /** Leases what is due, for all subscriptions at once, each within its room. Index: delivery_queue_due. */
  async claim(busy: readonly Busy[]): Promise<Claimed[]> {
    const lease = uuid();
    const [rows]: [{ subscription_id: string; offer_id: string }[], number] = await this.db.query(claimSql, [
      busy.map(({ subscription }) => subscription),
      busy.map(({ used }) => used),
      lease,
      this.config.WEBHOOK_TIMEOUT_MS + LEASE_MORE_MS,
    ]);
    const leases = rows.map((row) => ({ subscription: row.subscription_id, offerId: row.offer_id, lease }));
    return leases.length === 0 ? [] : this.heads(leases);
  }

  /** The lease is still ours: whoever took it after us will record for itself. Locks the queue. */
  async holds(tx: EntityManager, { subscription, offerId, lease }: Lease): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'select from delivery_queue where subscription_id = $1 and offer_id = $2 and lease = $3 for update',
      [subscription, offerId, lease],
    );
    return rows.length > 0;
  }

  /** Gives a queue back that is locked: due again after so long, or gone where nothing more is pending. */
  async release(
    tx: Pick<EntityManager, 'query'>,
    { subscription, offerId, lease }: Lease,
    inMs: number,
  ): Promise<void> {
    await tx.query(
      `delete from delivery_queue q
        where subscription_id = $1 and offer_id = $2 and lease = $3
          and not exists (select from delivery d where d.subscription_id = q.subscription_id
                             and d.offer_id = q.offer_id and d.state = 'pending')`,
      [subscription, offerId, lease],
    );
    await tx.query(
      `update delivery_queue set lease = null, due_at = now() + $4::float8 * interval '1 ms'
        where subscription_id = $1 and offer_id = $2 and lease = $3`,
      [subscription, offerId, lease, inMs],
    );
  }

  /** The endpoint is back: what waits for it need not wait any longer. */
  async dueNow(subscription: string): Promise<void> {
    await this.db.query('update delivery_queue set due_at = now() where subscription_id = $1 and lease is null', [
      subscription,
    ]);
  }

  /** In a look of its own: what ended just before the claim is not taken for pending. */
  private async heads(leases: readonly Lease[]): Promise<Claimed[]> {
    const rows: HeadRow[] = await this.db.query(headsSql, [
      leases.map(({ subscription }) => subscription),
      leases.map(({ offerId }) => offerId),
    ]);
    const byQueue = new Map(rows.map((row) => [`${row.subscription_id} ${row.offer_id}`, row]));
    const found = leases.map((lease) => ({ lease, row: byQueue.get(`${lease.subscription} ${lease.offerId}`) }));
    for (const { lease, row } of found) if (row === undefined) await this.giveBack(lease);
    return found.flatMap(({ lease, row }) => (row === undefined ? [] : [claimedOf(lease, row)]));
  }

  /** Nothing was pending, or nothing was sent. */
  async giveBack(lease: Lease, inMs = 0): Promise<void> {
    await this.db.transaction('READ COMMITTED', async (tx) => {
      if (await this.holds(tx, lease)) await this.release(tx, lease, inMs);
    });
  }
}

const claimSql = keptPlan(`
  with busy as (select * from unnest($1::uuid[], $2::int[]) as b(subscription_id, used)),
  due as (
    select q.subscription_id, q.offer_id
      from subscription s
      left join busy on busy.subscription_id = s.id
     cross join lateral (
       select subscription_id, offer_id from delivery_queue
        where subscription_id = s.id and due_at <= now()
        order by due_at limit greatest(0, ${REQUESTS_AT_ONCE} - coalesce(busy.used, 0)) for update skip locked
     ) q
     where s.state = 'active' and s.not_before <= now() and (s.agent is null or ${agentInForce('s')})
     limit ${CLAIMED_AT_ONCE}
  )
  update delivery_queue q set lease = $3, due_at = now() + $4::int * interval '1 ms'
    from due where q.subscription_id = due.subscription_id and q.offer_id = due.offer_id
  returning q.subscription_id, q.offer_id`);

const headsSql = `
  select d.subscription_id, d.offer_id, d.id as delivery, d.attempts, d.first_attempt_at, s.url, e.id, e.at, e.type, e.data
    from unnest($1::uuid[], $2::uuid[]) as l(subscription_id, offer_id)
    join subscription s on s.id = l.subscription_id
   cross join lateral (
     select * from delivery
      where subscription_id = l.subscription_id and offer_id = l.offer_id and state = 'pending'
      order by event_id limit 1
   ) d
    join offer_event e on e.id = d.event_id`;

const claimedOf = (lease: Lease, row: HeadRow): Claimed => ({
  ...lease,
  delivery: row.delivery,
  attempts: row.attempts,
  firstAttemptAt: row.first_attempt_at,
  url: row.url,
  event: eventOf(row),
});
