import { stopCall, type StopAnswer, type StopCall } from '@accord/contracts/internal/stops';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

/** How long whoever asks has the call to itself: longer than any call may take. */
const LEASE_S = 60;
const LONGEST_WAIT_S = 60;

const claimed = z.array(z.object({ call: stopCall }));

@Injectable()
export class StopCallStore {
  constructor(private readonly db: DataSource) {}

  /** The caller that asks right after its commit has a lease on it. */
  async add(tx: EntityManager, partner: string, call: StopCall): Promise<void> {
    await tx.query(
      `insert into stop_call (stop, partner_id, call, next_ask_at) values ($1, $2, $3, now() + ${LEASE_S} * interval '1 s')`,
      [call.stop, partner, call],
    );
  }

  /** Leases what is due; each failed asking doubles the wait. Index: stop_call_due. */
  async claimDue(limit: number): Promise<StopCall[]> {
    const [rows]: [unknown, number] = await this.db.query(
      `update stop_call set attempts = attempts + 1, next_ask_at = now() + ${LEASE_S} * interval '1 s'
        where stop in (select stop from stop_call where effective_at is null and next_ask_at <= now()
                        order by next_ask_at limit $1 for update skip locked)
       returning call`,
      [limit],
    );
    return claimed.parse(rows).map(({ call }) => call);
  }

  async done(stop: string, { effectiveAt, receipt }: Extract<StopAnswer, { state: 'stopped' }>): Promise<void> {
    await this.db.query('update stop_call set effective_at = $2, receipt = $3 where stop = $1', [
      stop,
      effectiveAt,
      receipt,
    ]);
  }

  async askLater(stop: string, reached: boolean): Promise<void> {
    await this.db.query(
      `update stop_call set next_ask_at = now() + case when $2 then 1 else least(${LONGEST_WAIT_S}, power(2, least(attempts, 6))) end
                                          * interval '1 s'
        where stop = $1 and effective_at is null`,
      [stop, reached],
    );
  }
}
