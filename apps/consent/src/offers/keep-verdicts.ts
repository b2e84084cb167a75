import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { decideOffers } from '../decide/decide-offers.js';
import { liftLetterHalts } from '../halts/letter-halts.js';
import { RowLocks } from '../stops/row-locks.js';
import { holdNames, readHeads } from './offer.store.js';
import { SettleText } from './settle-text.js';
import { keepVerdicts } from './verdict.store.js';

/** What moderation says of offers; it may be heard before they are. */
@Injectable()
export class KeepVerdicts {
  constructor(
    private readonly locks: RowLocks,
    private readonly settleText: SettleText,
  ) {}

  /** The offers' rows first, where there are any: whoever has them waits for nobody behind them. */
  async execute(tx: EntityManager, events: readonly OfferVerified[]): Promise<void> {
    const ids = events.map(({ offerId }) => offerId).sort();
    await this.lock(tx, ids);
    const kept = new Set(await keepVerdicts(tx, events));
    const news = events.filter(({ offerId }) => kept.has(offerId));
    if (news.length === 0) return;
    await liftLetterHalts(
      tx,
      'moderation.verdicts',
      news.map(({ offerId, version }) => ({ id: offerId, version })),
    );
    const there = [...(await readHeads(tx, [...kept])).keys()].sort();
    if (there.length === 0) return;
    await this.settleText.execute(tx, there);
    await decideOffers(tx, there);
  }

  /** Whoever makes the row of one that has none waits for us, or we for it: then it has one. */
  private async lock(tx: EntityManager, ids: readonly string[]): Promise<void> {
    const known = await readHeads(tx, ids);
    const unknown = ids.filter((id) => !known.has(id));
    await holdNames(tx, unknown);
    const there = unknown.length === 0 ? known : await readHeads(tx, ids);
    await this.locks.many(
      tx,
      'offer',
      ids.filter((id) => there.has(id)),
    );
  }
}
