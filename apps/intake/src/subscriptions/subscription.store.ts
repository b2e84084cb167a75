import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { DeliveryResult, NextStep } from '../domain/after-delivery.js';
import { agentOf, type Employer } from '../employer.js';
import type { SubscriptionView } from './bodies.js';

type Because = NonNullable<SubscriptionView['paused']>['because'];

export interface Subscription {
  readonly id: string;
  readonly holder: string;
  /** Whose software it is, where that is not the employer's own. */
  readonly agent: string | null;
  readonly url: string;
  readonly description: string | null;
  readonly types: NonNullable<SubscriptionView['types']> | null;
  readonly signing: SubscriptionView['signing'];
  readonly paused: { readonly because: Because; readonly since: Date } | null;
  readonly failingSince: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

interface Row {
  id: string;
  holder: string;
  agent: string | null;
  url: string;
  description: string | null;
  types: Subscription['types'];
  signing: Subscription['signing'];
  paused_because: Because | null;
  paused_at: Date;
  failing_since: Date | null;
  last_success_at: Date | null;
  created_at: Date;
  changed_at: Date;
}

/** What is known of an endpoint once a request to it has ended. */
export interface EndpointHealth {
  readonly failingForMs: number;
  readonly lastSuccessAt: Date | null;
}

/** An employer sees what acts for it as well. Two values, the first at `at`. */
const ownedBy = (at: number): string => `holder = $${at} and ($${at + 1}::text is null or agent = $${at + 1})`;
const ownerOf = (employer: Employer): unknown[] => [employer.holder, agentOf(employer)];

/** Which software of an employer is told what, and how its endpoint is doing. */
@Injectable()
export class SubscriptionStore {
  constructor(private readonly db: DataSource) {}

  async find(id: string, employer: Employer): Promise<Subscription | undefined> {
    const rows: Row[] = await this.db.query(
      `select * from subscription where id = $1 and ${ownedBy(2)} and state <> 'ended'`,
      [id, ...ownerOf(employer)],
    );
    return rows[0] && subscriptionOf(rows[0]);
  }

  /** The oldest first; as many as an employer may have. */
  async list(employer: Employer): Promise<Subscription[]> {
    const rows: Row[] = await this.db.query(
      `select * from subscription where ${ownedBy(1)} and state <> 'ended' order by id`,
      ownerOf(employer),
    );
    return rows.map(subscriptionOf);
  }

  async add(
    tx: EntityManager,
    of: Pick<Subscription, 'id' | 'holder' | 'agent' | 'url' | 'description' | 'types' | 'signing'>,
  ) {
    await tx.query(
      `insert into subscription (id, holder, agent, url, description, types, signing)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [of.id, of.holder, of.agent, of.url, of.description, of.types, of.signing],
    );
  }

  async update(tx: EntityManager, { id, url, description, types }: Subscription): Promise<void> {
    await tx.query(`update subscription set url = $2, description = $3, types = $4, changed_at = now() where id = $1`, [
      id,
      url,
      description,
      types,
    ]);
  }

  /** Nothing is sent from now on; what happens waits. */
  async pause(tx: EntityManager, id: string, because: Because): Promise<void> {
    await tx.query(
      `update subscription set state = 'paused', paused_because = $2, paused_at = now(), changed_at = now()
        where id = $1 and state = 'active'`,
      [id, because],
    );
  }

  /** What waited is due at once, and what the endpoint did before counts no more. */
  async resume(tx: EntityManager, id: string): Promise<void> {
    await tx.query('update delivery_queue set due_at = now() where subscription_id = $1 and lease is null', [id]);
    await tx.query(
      `update subscription set state = 'active', paused_because = null, paused_at = null, failing_since = null,
              not_before = now(), changed_at = now()
        where id = $1 and state <> 'ended'`,
      [id],
    );
  }

  async end(id: string, employer: Employer): Promise<boolean> {
    const [, ended]: [unknown, number] = await this.db.query(
      `update subscription set state = 'ended', paused_because = null, changed_at = now()
        where id = $1 and ${ownedBy(2)} and state <> 'ended'`,
      [id, ...ownerOf(employer)],
    );
    return ended > 0;
  }

  /** Keeps how a request ended; a success is noted now and then only, so that the row is no bottleneck. */
  async heard(tx: EntityManager, id: string, result: DeliveryResult): Promise<EndpointHealth> {
    if (result.kind === 'delivered') {
      await tx.query(
        `update subscription set failing_since = null, last_success_at = now()
          where id = $1 and (failing_since is not null or last_success_at is null
                             or last_success_at < now() - interval '1 s')`,
        [id],
      );
      return { failingForMs: 0, lastSuccessAt: null };
    }
    const [rows]: [{ ms: number; last_success_at: Date | null }[], number] = await tx.query(
      `update subscription set failing_since = coalesce(failing_since, now()) where id = $1
       returning extract(epoch from now() - failing_since)::float8 * 1000 as ms, last_success_at`,
      [id],
    );
    return { failingForMs: rows[0]?.ms ?? 0, lastSuccessAt: rows[0]?.last_success_at ?? null };
  }

  async apply(tx: EntityManager, id: string, { pause, holdMs }: NextStep): Promise<void> {
    if (pause !== undefined) await this.pause(tx, id, pause);
    if (holdMs === undefined) return;
    await tx.query(
      `update subscription set not_before = greatest(not_before, now() + $2 * interval '1 ms') where id = $1`,
      [id, holdMs],
    );
  }

  /** Nobody who saw them before they ended can be writing for them any more. */
  async forgetEnded(): Promise<void> {
    await this.db.query(
      `delete from subscription where state = 'ended' and changed_at < clock_timestamp() - interval '1 hour'`,
    );
  }
}

const subscriptionOf = (row: Row): Subscription => ({
  id: row.id,
  holder: row.holder,
  agent: row.agent,
  url: row.url,
  description: row.description,
  types: row.types,
  signing: row.signing,
  paused: row.paused_because === null ? null : { because: row.paused_because, since: row.paused_at },
  failingSince: row.failing_since,
  lastSuccessAt: row.last_success_at,
  createdAt: row.created_at,
  changedAt: row.changed_at,
});
