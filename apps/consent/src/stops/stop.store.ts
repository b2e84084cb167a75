import { z } from 'zod';

import { changeClauses, ensureHolders } from '../clauses/clause.store.js';
import { factsOfPermits } from '../decide/rule-facts.js';
import { addRedecision } from '../decide/redecision.store.js';
import type { ShowFacts } from '../domain/may-show.js';
import type { Stop, StopScope } from '../domain/stop.js';
import type { StopStatements } from '../domain/stopping.js';
import type { OpenShow } from '../domain/withdrawal.js';
import { liftHalt, setHalt } from '../halts/halt.store.js';
import { appendLeaf } from '../ledger/append-leaf.js';
import { leavesOf } from '../ledger/stop-leaves.js';
import { ensureOffers, readHead, setIntents } from '../offers/offer.store.js';
import { showTexts } from '../offers/text.store.js';
import { storeLapse } from '../offers/lapse.store.js';
import { closePartner, storePartner } from '../partners/partner.store.js';
import { type Db, readRows } from '../rows/read-rows.js';
import { forgetIntents } from './intents.js';
import { listPermits } from './list-permits.js';
import { markEffective } from './settle.store.js';

const idRow = z.object({ stop_id: z.string() });
const clockRow = z.object({ now: z.date() });
const openRow = z.object({ permit: z.string(), offer_id: z.string(), partner_id: z.string(), agreement: z.string() });

const rowOf = {
  partner: 'select 1 from partner where partner_id = $1 for no key update',
  holder: 'select 1 from holder where holder_id = $1 for no key update',
  offer: 'select 1 from offer where offer_id = $1::uuid for no key update',
} as const;

const columnOf = { partner: 'partner_id', holder: 'holder_id', offer: 'offer_id' } as const;

/** An offer never changes hands: whoever says so is mistaken. */
class ForeignOffer extends Error {
  constructor(offerId: string) {
    super(`offer ${offerId} belongs to another rights holder`);
    this.name = 'ForeignOffer';
  }
}

/** A stop's statements on PostgreSQL. */
export class StopStore implements StopStatements {
  constructor(
    private readonly tx: Db,
    private readonly stop: Stop,
  ) {}

  /** @throws ForeignOffer */
  async lock(scope: StopScope): Promise<void> {
    const { holder } = this.stop;
    if (scope.kind === 'holder') await ensureHolders(this.tx, [scope.id]);
    if (scope.kind === 'offer' && holder !== undefined) await ensureOffers(this.tx, [{ offerId: scope.id, holder }]);
    await this.tx.query(rowOf[scope.kind], [scope.id]);
    if (scope.kind !== 'offer' || holder === undefined) return;
    const head = await readHead(this.tx, scope.id);
    if (head?.holder_id !== holder) throw new ForeignOffer(scope.id);
  }

  async known(id: string): Promise<boolean> {
    return (await readRows(this.tx, idRow, 'select stop_id from stop where stop_id = $1', [id])).length > 0;
  }

  async apply(stop: Stop): Promise<boolean> {
    const { change, scope } = stop;
    switch (change.kind) {
      case 'clauses':
        return changeClauses(this.tx, scope.id, change, stop.id);
      case 'intent':
        return (await setIntents(this.tx, [{ offerId: scope.id, ...change }])).length > 0;
      case 'lapse':
        return storeLapse(this.tx, scope.id, change.revision);
      case 'text':
        return (await showTexts(this.tx, [{ offerId: scope.id, revision: change.revision }])).length > 0;
      case 'partner':
        // Newer facts may be known: they decide, and what this stop was to stop is judged by them.
        await storePartner(this.tx, change.facts);
        return true;
      case 'partnerGone':
        return closePartner(this.tx, scope.id, change.version);
      case 'halt':
        await setHalt(this.tx, stop, change);
        return true;
      case 'lift':
        await liftHalt(this.tx, scope, { setBy: change.setBy, actor: stop.actor });
        return true;
    }
  }

  /** As many rows as requests in flight: the whole table is small, and an offer's rows are found by primary key. */
  async openShows({ kind, id }: StopScope): Promise<readonly OpenShow[]> {
    const rows = await readRows(
      this.tx,
      openRow,
      `select permit, offer_id, partner_id, agreement from open_permit
        where kind = 'show' and ${columnOf[kind]} = $1 order by offer_id, partner_id for update`,
      [id],
    );
    return rows.map((row) => ({
      permit: row.permit,
      offerId: row.offer_id,
      partner: row.partner_id,
      agreement: row.agreement,
    }));
  }

  factsOf(permits: readonly OpenShow[]): Promise<readonly ShowFacts[]> {
    return factsOfPermits(this.tx, permits);
  }

  async clock(): Promise<Date> {
    const [row] = await readRows(this.tx, clockRow, 'select clock_timestamp() as now');
    if (row === undefined) throw new Error('the database did not tell the time');
    return row.now;
  }

  async record(stop: Stop, list: readonly OpenShow[], at: Date): Promise<void> {
    const { id, because, scope, holder, agreement, actor, requestedAt } = stop;
    await this.tx.query(
      `insert into stop (stop_id, because, scope_kind, scope_id, holder_id, agreement, actor, requested_at, applied_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, because, scope.kind, scope.id, holder ?? null, agreement ?? null, actor ?? null, requestedAt, at],
    );
    await listPermits(this.tx, id, list);
    for (const leaf of leavesOf(stop)) await appendLeaf(this.tx, leaf);
    if (stop.offer !== undefined) await addRedecision(this.tx, { kind: 'offer', id: stop.offer, stop: id });
    else if (scope.kind !== 'offer') await addRedecision(this.tx, { kind: scope.kind, id: scope.id, stop: id });
    if (list.length === 0) await markEffective(this.tx, id);
  }

  forgetIntent(id: string): Promise<void> {
    return forgetIntents(this.tx, [id]);
  }
}
