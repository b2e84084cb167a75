import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { changeClauses, ensureHolder } from '../clauses/clause.store.js';
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

  async execute(given: GivenClause): Promise<void> {
    await this.db.transaction('READ COMMITTED', async (tx) => {
      await ensureHolder(tx, given.holder);
      await this.locks.one(tx, { kind: 'holder', id: given.holder });
      await changeClauses(tx, given.holder, { kind: 'clauses', end: [], begin: [], add: given }, null);
      await appendLeaf(tx, agreementLeaf(given));
      await this.decideOffers(tx, given);
    });
    this.loops.wake();
  }

  /** One offer at once, many in pages. */
  private async decideOffers(tx: EntityManager, { holder, draft }: GivenClause): Promise<void> {
    if (draft.offers !== 'one') return addRedecision(tx, { kind: 'holder', id: holder });
    await this.locks.one(tx, { kind: 'offer', id: draft.offerId });
    await decideOffers(tx, [draft.offerId]);
  }
}
