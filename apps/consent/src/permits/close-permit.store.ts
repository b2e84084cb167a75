import { z } from 'zod';

import type { Closure, UnseenStatements } from '../domain/closing.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { markEffective } from '../stops/settle.store.js';

const closedRow = z.object({ permit: z.string() });
const listing = z.object({ stop_id: z.string() });
const kept = z.object({ attempt: z.string() });
const left = z.object({ left: z.int() });

/** What closing permits does on PostgreSQL; `session` is whose permits may be closed. */
export class ClosePermitStore implements UnseenStatements {
  constructor(
    private readonly tx: Db,
    private readonly session: string,
  ) {}

  async close(closures: readonly Closure[]): Promise<readonly string[]> {
    const rows = await readRows(
      this.tx,
      closedRow,
      `with closing as (select * from unnest($2::uuid[], $3::text[], $4::int[]) as c (attempt, outcome, status)),
            held as (select o.permit from open_permit o join closing c on c.attempt = o.permit
                      where o.session_id = $1 order by o.offer_id, o.partner_id for update of o),
            gone as (delete from open_permit o using held h where o.permit = h.permit returning o.*)
       insert into permit_log (permit, offer_id, partner_id, session_id, kind, version, revision, digest, agreement, opened_at,
                               closed_at, outcome, status)
       select g.permit, g.offer_id, g.partner_id, g.session_id, g.kind, g.version, g.revision, g.digest, g.agreement,
              g.opened_at, clock_timestamp(), c.outcome, c.status
         from gone g join closing c on c.attempt = g.permit
       returning permit`,
      [
        this.session,
        closures.map(({ attempt }) => attempt),
        closures.map(({ outcome }) => outcome),
        closures.map(({ status }) => status ?? null),
      ],
    );
    return rows.map(({ permit }) => permit);
  }

  /** Waits at the id's key for an ask under way. */
  async keep(attempt: string): Promise<boolean> {
    const sql = 'insert into attempt_seen (attempt) values ($1) on conflict do nothing returning attempt';
    return (await readRows(this.tx, kept, sql, [attempt])).length > 0;
  }

  /** Index: stop_permit_open. */
  async stopsListing(permits: readonly string[]): Promise<readonly string[]> {
    const sql = `select distinct stop_id from stop_permit where permit = any($1::uuid[]) and closed_at is null order by stop_id`;
    return (await readRows(this.tx, listing, sql, [permits])).map(({ stop_id }) => stop_id);
  }

  async lockStop(stop: string): Promise<void> {
    await this.tx.query('select 1 from stop where stop_id = $1 for no key update', [stop]);
  }

  async strike(stop: string, permits: readonly string[]): Promise<number> {
    await this.tx.query(
      `update stop_permit set closed_at = clock_timestamp()
        where stop_id = $1 and permit = any($2::uuid[]) and closed_at is null`,
      [stop, permits],
    );
    const sql = 'select count(*)::int as left from stop_permit where stop_id = $1 and closed_at is null';
    const [row] = await readRows(this.tx, left, sql, [stop]);
    return row?.left ?? 0;
  }

  async settle(stop: string): Promise<void> {
    await markEffective(this.tx, stop);
  }
}
