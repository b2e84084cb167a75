import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import { Poison } from '@accord/messaging/poison';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ensureHolder } from '../clauses/clause.store.js';
import { decideOffers } from '../decide/decide-offers.js';
import { liftLetterHalt } from '../halts/letter-halts.js';
import { CarryOutStop } from '../stops/carry-out-stop.js';
import { RowLocks } from '../stops/row-locks.js';
import { stopIdOf } from '../stops/stop-id.js';
import { isShownAnywhere } from './is-shown.js';
import { ensureOffer, forgetTexts, type IntentChange, keepText, readHead, setIntent, showText } from './offer.store.js';
import { SettleText } from './settle-text.js';
import { forgetVerdict } from './verdict.store.js';

/** What intake says of an offer. The event carries the same stop as intake's call: whichever comes first carries it out. */
@Injectable()
export class KeepOffer {
  constructor(
    private readonly locks: RowLocks,
    private readonly stops: CarryOutStop,
    private readonly settleText: SettleText,
  ) {}

  async revised(tx: EntityManager, event: OfferRevised): Promise<void> {
    const { offerId, holder, version } = event;
    await ensureHolder(tx, holder);
    await ensureOffer(tx, offerId, holder);
    await this.locks.one(tx, { kind: 'offer', id: offerId });
    const head = await readHead(tx, offerId);
    if (head?.holder_id !== holder) throw new Poison('refused', 'the offer belongs to another rights holder');
    if (head.intent === 'erased' || version < head.version) return;
    if (event.revision > head.latest_revision) await keepText(tx, event);
    if (version > head.version) await this.changeIntent(tx, offerId, holder, intentOf(event));
    await liftLetterHalt(tx, { topic: 'offer.revisions', kind: 'offer', id: offerId }, version);
    await this.settleText.execute(tx, offerId);
    await decideOffers(tx, [offerId]);
  }

  /** Its content is gone here too; where it was shown it is removed, and then forgotten. */
  async erased(tx: EntityManager, offerId: string, version: number): Promise<void> {
    await this.locks.one(tx, { kind: 'offer', id: offerId });
    const head = await readHead(tx, offerId);
    if (head === undefined || version < head.version || head.intent === 'erased') return;
    await this.changeIntent(tx, offerId, head.holder_id, { version, intent: 'erased', reason: null });
    await showText(tx, offerId, null);
    await forgetTexts(tx, offerId);
    await forgetVerdict(tx, offerId);
    await liftLetterHalt(tx, { topic: 'offer.revisions', kind: 'offer', id: offerId }, version);
    await decideOffers(tx, [offerId]);
  }

  private async changeIntent(tx: EntityManager, offerId: string, holder: string, change: IntentChange): Promise<void> {
    const { intent, version, reason } = change;
    if (intent === 'show' || !(await isShownAnywhere(tx, offerId))) {
      await setIntent(tx, offerId, change);
      return;
    }
    await this.stops.inEvent(tx, {
      id: stopIdOf('intent', offerId, version),
      scope: { kind: 'offer', id: offerId },
      because: `offer-${intent}`,
      holder,
      requestedAt: new Date().toISOString(),
      change: { kind: 'intent', version, intent, reason },
    });
  }
}

const intentOf = ({ version, intent, reason }: OfferRevised): IntentChange => ({
  version,
  intent,
  reason: reason ?? null,
});
