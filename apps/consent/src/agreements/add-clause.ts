import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { changeClauses, type ClauseChange, ensureHolders } from '../clauses/clause.store.js';
import { decideOffers } from '../decide/decide-offers.js';
import { addRedecision } from '../decide/redecision.store.js';
import type { GivenClause } from '../domain/stop.js';
import { appendLeaf } from '../ledger/append-leaf.js';
import { agreementLeaf } from '../ledger/stop-leaves.js';
import { RowLocks } from '../stops/row-locks.js';
import { Loops } from '../loops.js';
import { type AgreementRow, findAgreement } from './agreement-row.js';

/** Adds a clause that takes nothing away: no stop, but the holder's row is changed like by one. */
@Injectable()
export class AddClause {
  constructor(
    private readonly db: DataSource,
    private readonly locks: RowLocks,
    private readonly loops: Loops,
  ) {}

  find(id: string): Promise<AgreementRow | undefined> {
    return findAgreement(this.db, id);
  }

  /** False where it was added before. */
  async execute(given: GivenClause): Promise<boolean> {
    const added = await this.db.transaction('READ COMMITTED', async (tx) => {
      await ensureHolders(tx, [given.holder]);
      await this.locks.one(tx, { kind: 'holder', id: given.holder });
      const change: ClauseChange = { kind: 'clauses', end: [], begin: [], add: given };
      if (!(await changeClauses(tx, given.holder, change, null))) return false;
      await appendLeaf(tx, agreementLeaf(given));
      await this.decideOffers(tx, given);
      return true;
    });
    this.loops.wake();
    return added;
  }

  /** One offer at once, many in pages. */
  private async decideOffers(tx: EntityManager, { holder, draft }: GivenClause): Promise<void> {
    if (draft.offers !== 'one') return addRedecision(tx, { kind: 'holder', id: holder });
    await this.locks.one(tx, { kind: 'offer', id: draft.offerId });
    await decideOffers(tx, [draft.offerId]);
  }
}
