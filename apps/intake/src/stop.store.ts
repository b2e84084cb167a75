import type { StopAnswer, StopCall } from '@accord/contracts/internal/stops';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import type { OfferRecord } from './offer-record.js';

type OfferStopCall = Extract<StopCall, { kind: 'offer' }>;

/** A stop asked, or to be asked, of consent. */
export interface OfferStop {
  readonly stop: string;
  readonly offerId: string;
  readonly holder: string;
  readonly version: number;
  readonly intent: OfferStopCall['intent'];
  readonly reason: string;
  readonly done?: { readonly effectiveAt: Date; readonly receipt: string };
}

interface Row {
  stop: string;
  offer_id: string;
  holder: string;
  version: number;
  intent: OfferStopCall['intent'];
  reason: string;
  effective_at: Date | null;
  receipt: string | null;
}

/** How long whoever asks has the stop to itself: longer than any call may take. */
const LEASE_S = 60;
const LONGEST_WAIT_S = 60;

@Injectable()
export class StopStore {
  constructor(private readonly db: DataSource) {}

  /** The caller that asks right after its commit has a lease on it. What an older stop wanted is past. */
  async add(tx: EntityManager, stops: readonly OfferStop[], askedBy: 'caller' | 'follower'): Promise<void> {
    await this.supersede(
      tx,
      stops.map(({ offerId }) => offerId),
    );
    await tx.query(
      `insert into offer_stop (stop, offer_id, holder, version, intent, reason, asked_at, next_ask_at)
       select *, now(), now() + $7::int * interval '1 s'
         from unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[])`,
      [
        stops.map(({ stop }) => stop),
        stops.map(({ offerId }) => offerId),
        stops.map(({ holder }) => holder),
        stops.map(({ version }) => version),
        stops.map(({ intent }) => intent),
        stops.map(({ reason }) => reason),
        askedBy === 'caller' ? LEASE_S : 0,
      ],
    );
  }

  /** The offer has a later version: consent ignores this one. */
  async supersede(tx: EntityManager, offerIds: readonly string[]): Promise<void> {
    await tx.query(
      `update offer_stop set superseded = true
        where offer_id = any($1) and effective_at is null and not superseded`,
      [offerIds],
    );
  }

  /**
   * An offer that is down was given another version, by an edit: the stop that is not done yet is asked for at that one, since
   * consent ignores lower ones.
   */
  async carryOver(tx: EntityManager, records: readonly OfferRecord[]): Promise<void> {
    const down = records.filter(({ life }) => life.intent !== 'show');
    if (down.length === 0) return;
    await tx.query(
      `update offer_stop set version = n.version from unnest($1::uuid[], $2::int[]) as n(offer_id, version)
        where offer_stop.offer_id = n.offer_id and effective_at is null and not superseded`,
      [down.map(({ id }) => id), down.map(({ life }) => life.version)],
    );
  }

  async lastOf(offerId: string, from: Pick<EntityManager, 'query'> = this.db): Promise<OfferStop | undefined> {
    const rows: Row[] = await from.query('select * from offer_stop where offer_id = $1 order by version desc limit 1', [
      offerId,
    ]);
    return rows[0] && stopOf(rows[0]);
  }

  /** Leases what is due; each failed asking doubles the wait. Index: offer_stop_due. */
  async claimDue(limit: number): Promise<OfferStop[]> {
    const [rows]: [Row[], number] = await this.db.query(
      `update offer_stop set attempts = attempts + 1,
              next_ask_at = now() + ${LEASE_S} * interval '1 s'
        where stop in (select stop from offer_stop
                        where effective_at is null and not superseded and next_ask_at <= now()
                        order by next_ask_at limit $1 for update skip locked)
       returning *`,
      [limit],
    );
    return rows.map(stopOf);
  }

  /** Answers whether it was news. */
  async done(
    tx: EntityManager,
    stop: string,
    { effectiveAt, receipt }: Extract<StopAnswer, { state: 'stopped' }>,
  ): Promise<boolean> {
    const [, changed]: [unknown, number] = await tx.query(
      'update offer_stop set effective_at = $2, receipt = $3 where stop = $1 and effective_at is null',
      [stop, effectiveAt, receipt],
    );
    return changed > 0;
  }

  /** Not done yet: asked again soon while it is stopping, less and less often while consent is away. */
  async askLater(stop: string, reached: boolean): Promise<void> {
    await this.db.query(
      `update offer_stop
          set next_ask_at = now() + case when $2 then 1 else least(${LONGEST_WAIT_S}, power(2, least(attempts, 6))) end
                                    * interval '1 s'
        where stop = $1 and effective_at is null`,
      [stop, reached],
    );
  }
}

const stopOf = (row: Row): OfferStop => ({
  stop: row.stop,
  offerId: row.offer_id,
  holder: row.holder,
  version: row.version,
  intent: row.intent,
  reason: row.reason,
  ...(row.effective_at !== null && { done: { effectiveAt: row.effective_at, receipt: row.receipt ?? '' } }),
});
