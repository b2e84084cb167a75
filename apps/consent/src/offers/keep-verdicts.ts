import type { OfferVerified } from '@accord/contracts/events/offer-verified';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { decideOffers } from '../decide/decide-offers.js';
import { liftLetterHalt } from '../halts/letter-halts.js';
import { RowLocks } from '../stops/row-locks.js';
import { holdName, readHead } from './offer.store.js';
import { SettleText } from './settle-text.js';
import { keepVerdict } from './verdict.store.js';

/** What moderation says of an offer; it may be heard before the offer is. */
@Injectable()
export class KeepVerdicts {
  constructor(
    private readonly locks: RowLocks,
    private readonly settleText: SettleText,
  ) {}

  /** The offer's row first, where there is one: whoever has it waits for nobody behind it. */
  async execute(tx: EntityManager, event: OfferVerified): Promise<void> {
    const { offerId, version } = event;
    if ((await readHead(tx, offerId)) === undefined) await holdName(tx, offerId);
    await this.locks.one(tx, { kind: 'offer', id: offerId });
    if (!(await keepVerdict(tx, event))) return;
    await liftLetterHalt(tx, { topic: 'moderation.verdicts', kind: 'offer', id: offerId }, version);
    if ((await readHead(tx, offerId)) === undefined) return;
    await this.settleText.execute(tx, offerId);
    await decideOffers(tx, [offerId]);
  }
}
