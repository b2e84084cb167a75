import type { ProcessIdentity } from '@accord/contracts/internal/sessions';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { LaneRunner } from './domain/lane-assignment.js';
import { Heartbeat } from './heartbeat.js';

export interface Runner extends LaneRunner {
  readonly process: ProcessIdentity;
}

interface RunnerRow {
  readonly runner_id: string;
  readonly lanes: string[] | null;
  readonly host: string;
  readonly boot: string;
  readonly pid: number;
  readonly start_time: string;
}

/** Which publisher processes are up, and who runs which lane. */
@Injectable()
export class RunnerStore {
  constructor(
    private readonly db: DataSource,
    private readonly heartbeat: Heartbeat,
  ) {}

  /** Tells that this process is up, and answers all that are. */
  async beat({ id, lanes, process }: Runner): Promise<Runner[]> {
    await this.db.query(
      `insert into runner (runner_id, lanes, host, boot, pid, start_time, seen_until)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + $7 * interval '1 millisecond')
       on conflict (runner_id) do update set seen_until = excluded.seen_until`,
      [
        id,
        lanes === 'all' ? null : lanes,
        process.host,
        process.boot,
        process.pid,
        process.startTime,
        this.heartbeat.seenMs,
      ],
    );
    const rows: RunnerRow[] = await this.db.query(
      `select runner_id, lanes, host, boot, pid, start_time from runner where seen_until > clock_timestamp()`,
    );
    return rows.map(toRunner);
  }

  /** Takes free lanes among these and keeps those it has; answers which are its own until it was silent for too long. */
  async takeLanes(id: string, partners: readonly string[]): Promise<string[]> {
    const rows: { partner_id: string }[] = await this.db.query(
      `insert into lane (partner_id, owner, owned_until)
         select partner_id, $1, clock_timestamp() + $3 * interval '1 millisecond' from unnest($2::text[]) as l (partner_id)
          order by partner_id
       on conflict (partner_id) do update set owner = excluded.owner, owned_until = excluded.owned_until
         where lane.owner is null or lane.owner = excluded.owner or lane.owned_until < clock_timestamp()
       returning partner_id`,
      [id, partners, this.heartbeat.seenMs],
    );
    return rows.map(({ partner_id: partner }) => partner);
  }

  async leaveLanes(id: string, keep: readonly string[]): Promise<void> {
    await this.db.query(
      'update lane set owner = null, owned_until = null where owner = $1 and partner_id <> all($2::text[])',
      [id, keep],
    );
  }

  /** Processes that ended: their lanes are free at once, and so is what they had leased. */
  async remove(ids: readonly string[]): Promise<void> {
    await this.db.query('update lane set owner = null, owned_until = null where owner = any($1::uuid[])', [ids]);
    await this.db.query('delete from runner where runner_id = any($1::uuid[])', [ids]);
  }

  /** Those not heard of for a day. */
  async removeOld(): Promise<void> {
    await this.db.query(`delete from runner where seen_until < clock_timestamp() - interval '1 day'`);
  }
}

const toRunner = (row: RunnerRow): Runner => ({
  id: row.runner_id,
  lanes: row.lanes ?? 'all',
  process: { host: row.host, boot: row.boot, pid: row.pid, startTime: row.start_time },
});
