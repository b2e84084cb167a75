import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { DeliveryResult, NextStep } from '../domain/after-delivery.js';
import type { DeliveryView } from './bodies.js';

interface Row {
  id: string;
  event_id: string;
  offer_id: string;
  type: DeliveryView['type'];
  state: DeliveryView['state'];
  attempts: number;
  created_at: Date;
  last_attempt_at: Date | null;
  next_attempt_at: Date | null;
  status: number | null;
  error: string | null;
  duration_ms: number | null;
}

export interface DeliveryQuery {
  readonly subscription: string;
  readonly state: DeliveryView['state'] | undefined;
  /** Sequences before this one. */
  readonly before: number | undefined;
  readonly limit: number;
}

/** How long it can be seen what was delivered; what could not be for so long is given up. */
const KEPT_DAYS = 30;

/** Which event goes to which subscription, and how its last attempt ended. */
@Injectable()
export class DeliveryStore {
  constructor(private readonly db: DataSource) {}

  /** The newest first; one more than the limit. Index: delivery_by_subscription. */
  async list({ subscription, state, before, limit }: DeliveryQuery): Promise<DeliveryView[]> {
    const rows: Row[] = await this.db.query(
      `select * from delivery
        where subscription_id = $1 and ($2::text is null or state = $2) and ($3::bigint is null or event_id < $3)
        order by event_id desc limit $4`,
      [subscription, state ?? null, before ?? null, limit + 1],
    );
    return rows.map(viewOf);
  }

  async pendingOf(subscriptions: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; pending: number }[] = await this.db.query(
      `select subscription_id as id, count(*)::int as pending from delivery
        where subscription_id = any($1) and state = 'pending' group by 1`,
      [subscriptions],
    );
    return new Map(rows.map(({ id, pending }) => [id, pending]));
  }

  /** Keeps an attempt. What somebody else has delivered meanwhile stays delivered. */
  async attempted(tx: EntityManager, id: string, { result, durationMs, next }: Attempted): Promise<void> {
    const { delivery } = next;
    await tx.query(
      `update delivery
          set state = $2, attempts = attempts + 1, status = $3, error = $4, duration_ms = $5,
              first_attempt_at = coalesce(first_attempt_at, now()), last_attempt_at = now(),
              next_attempt_at = now() + $6::float8 * interval '1 ms'
        where id = $1 and state = 'pending'`,
      [
        id,
        delivery.kind === 'retry' ? 'pending' : delivery.kind,
        result.status ?? null,
        result.kind === 'failed' ? result.error : null,
        Math.round(durationMs),
        delivery.kind === 'retry' ? delivery.inMs : null,
      ],
    );
  }

  async forgetOld(): Promise<void> {
    await this.db.query(
      `update delivery set state = 'failed', error = 'It waited too long.', next_attempt_at = null
        where state = 'pending' and created_at < now() - interval '${KEPT_DAYS} days'`,
    );
    await this.db.query(
      `delete from delivery where state <> 'pending' and created_at < now() - interval '${KEPT_DAYS} days'`,
    );
  }
}

export interface Attempted {
  readonly result: DeliveryResult;
  readonly durationMs: number;
  readonly next: NextStep;
}

const viewOf = (row: Row): DeliveryView => ({
  id: row.id,
  sequence: Number(row.event_id),
  type: row.type,
  offerId: row.offer_id,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at.toISOString(),
  ...(row.last_attempt_at !== null && { lastAttemptAt: row.last_attempt_at.toISOString() }),
  ...(row.next_attempt_at !== null && { nextAttemptAt: row.next_attempt_at.toISOString() }),
  ...(row.status !== null && { status: row.status }),
  ...(row.error !== null && { error: row.error }),
  ...(row.duration_ms !== null && { durationMs: row.duration_ms }),
});
