import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';

import { changeClauses, type ClauseChange, timedClauses } from '../clauses/clause.store.js';
import { clockOf } from '../decide/decision.store.js';
import { decideOffers } from '../decide/decide-offers.js';
import { addRedecision } from '../decide/redecision.store.js';
import type { Clause } from '../domain/clause.js';
import { clausesDue, type ClausesDue } from '../domain/next-change.js';
import type { Stop } from '../domain/stop.js';
import { canTakeAway } from '../domain/withdrawal.js';
import { shownAnywhere } from '../offers/is-shown.js';
import { readLapse, storeLapse } from '../offers/lapse.store.js';
import { CarryOutStop } from '../stops/carry-out-stop.js';
import { RowLocks } from '../stops/row-locks.js';

/** Makes what the clock has changed a stored change. A closing is a withdrawal, with an `effectiveAt` of its own. */
@Injectable()
export class ChangeByClock {
  constructor(
    private readonly db: DataSource,
    private readonly locks: RowLocks,
    private readonly stops: CarryOutStop,
  ) {}

  /** Clauses that begin, and those that lapse. */
  async holder(holder: string): Promise<void> {
    const due = clausesDue(await timedClauses(this.db, holder), await clockOf(this.db));
    const change = changeOf(due);
    if (takesAway(due)) {
      await this.stops.execute(stopOf(holder, due, change));
      return;
    }
    await this.db.transaction('READ COMMITTED', async (tx) => {
      await this.locks.one(tx, { kind: 'holder', id: holder });
      if (await changeClauses(tx, holder, change, null)) await addRedecision(tx, { kind: 'holder', id: holder });
    });
  }

  /** An offer that opens, or whose end has come. */
  async offer(offerId: string): Promise<void> {
    const lapse = await readLapse(this.db, offerId);
    if (lapse !== undefined && (await shownAnywhere(this.db, [offerId])).has(offerId)) {
      await this.stops.execute({
        id: uuid(),
        scope: { kind: 'offer', id: offerId },
        because: 'offer-expired',
        holder: lapse.holder,
        requestedAt: new Date().toISOString(),
        change: { kind: 'lapse', revision: lapse.revision },
      });
      return;
    }
    await this.db.transaction('READ COMMITTED', async (tx) => {
      await this.locks.one(tx, { kind: 'offer', id: offerId });
      if (lapse !== undefined) await storeLapse(tx, offerId, lapse.revision);
      await decideOffers(tx, [offerId]);
    });
  }
}

const takesAway = ({ lapsing, beginning }: ClausesDue<Clause>): boolean =>
  lapsing.some(({ effect }) => effect === 'allow') || beginning.some(canTakeAway);

const changeOf = ({ lapsing, beginning }: ClausesDue<Clause>): ClauseChange => ({
  kind: 'clauses',
  end: lapsing.map(({ id }) => ({ id, as: 'lapsed' })),
  begin: beginning.map(({ id }) => id),
  add: null,
});

function stopOf(holder: string, { lapsing, beginning }: ClausesDue<Clause>, change: ClauseChange): Stop {
  const [only, ...others] = lapsing.map(({ id }) => id);
  const refusal = beginning.some(({ effect }) => effect === 'refuse');
  return {
    id: uuid(),
    scope: { kind: 'holder', id: holder },
    because: only !== undefined ? 'agreement-lapsed' : refusal ? 'refusal' : 'condition',
    holder,
    ...(only !== undefined && others.length === 0 && { agreement: only }),
    requestedAt: new Date().toISOString(),
    change,
  };
}
