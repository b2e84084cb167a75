import {
  partnerEndpoint,
  type PartnerEndpoint,
  type PartnerRegistered,
} from '@accord/contracts/events/partner-registered';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A partner as its lane needs it. */
export interface PartnerSettings {
  readonly partner: string;
  readonly endpoint: PartnerEndpoint | undefined;
  readonly concurrency: number;
  readonly ratePerSecond: number;
  /** It answered 410. */
  readonly gone: boolean;
  /** It asked for a pause; milliseconds that are left. */
  readonly pausedForMs: number;
}

interface PartnerRow {
  readonly partner_id: string;
  readonly endpoint: unknown;
  readonly concurrency: number;
  readonly rate_per_second: number;
  readonly gone: boolean;
  readonly paused_ms: number;
}

const fields = `p.partner_id, p.endpoint, p.concurrency, p.rate_per_second, l.gone_at is not null as gone,
  greatest(0, coalesce(extract(epoch from l.resume_at - clock_timestamp()) * 1000, 0))::float8 as paused_ms`;

const endpointOf = (stored: unknown): PartnerEndpoint | undefined =>
  stored === null || stored === undefined ? undefined : partnerEndpoint.parse(stored);

const toSettings = (row: PartnerRow): PartnerSettings => ({
  partner: row.partner_id,
  endpoint: endpointOf(row.endpoint),
  concurrency: row.concurrency,
  ratePerSecond: row.rate_per_second,
  gone: row.gone,
  pausedForMs: row.paused_ms,
});

@Injectable()
export class PartnerStore {
  constructor(private readonly db: DataSource) {}

  /** Answers the endpoint before. */
  async register(
    tx: EntityManager,
    { partner, endpoint, limits }: PartnerRegistered,
  ): Promise<PartnerEndpoint | undefined> {
    const [old]: { endpoint: unknown }[] = await tx.query(
      'select endpoint from partner where partner_id = $1 for update',
      [partner],
    );
    await tx.query(
      `insert into partner (partner_id, endpoint, concurrency, rate_per_second) values ($1, $2, $3, $4)
       on conflict (partner_id) do update set endpoint = excluded.endpoint, concurrency = excluded.concurrency,
         rate_per_second = excluded.rate_per_second`,
      [partner, endpoint === null ? null : JSON.stringify(endpoint), limits.concurrency, limits.ratePerSecond],
    );
    return endpointOf(old?.endpoint);
  }

  /** A partner that was erased from the directory: nothing can be sent to it any more. */
  async forget(tx: EntityManager, partner: string): Promise<void> {
    await tx.query('update partner set endpoint = null where partner_id = $1', [partner]);
  }

  async all(): Promise<PartnerSettings[]> {
    const rows: PartnerRow[] = await this.db.query(
      `select ${fields} from partner p left join lane l using (partner_id) order by p.partner_id`,
    );
    return rows.map(toSettings);
  }

  async find(partner: string): Promise<PartnerSettings | undefined> {
    const [row]: PartnerRow[] = await this.db.query(
      `select ${fields} from partner p left join lane l using (partner_id) where p.partner_id = $1`,
      [partner],
    );
    return row === undefined ? undefined : toSettings(row);
  }

  async markGone(tx: EntityManager, partners: readonly string[]): Promise<void> {
    await tx.query(
      `insert into lane (partner_id, gone_at) select distinct partner_id, clock_timestamp() from unnest($1::text[]) as g (partner_id)
       on conflict (partner_id) do update set gone_at = coalesce(lane.gone_at, excluded.gone_at)`,
      [partners],
    );
  }

  async markBack(tx: Pick<EntityManager, 'query'>, partner: string): Promise<void> {
    await tx.query('update lane set gone_at = null where partner_id = $1', [partner]);
  }

  async pause(tx: EntityManager, partner: string, ms: number): Promise<void> {
    await tx.query(
      `insert into lane (partner_id, resume_at) values ($1, clock_timestamp() + $2 * interval '1 millisecond')
       on conflict (partner_id) do update set resume_at = greatest(lane.resume_at, excluded.resume_at)`,
      [partner, ms],
    );
  }
}
