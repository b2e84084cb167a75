import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import { Poison } from '@accord/messaging/poison';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ensureHolders } from '../clauses/clause.store.js';
import { decideOffers } from '../decide/decide-offers.js';
import { liftLetterHalts } from '../halts/letter-halts.js';
import { CarryOutStop } from '../stops/carry-out-stop.js';
import { RowLocks } from '../stops/row-locks.js';
import { stopIdOf } from '../stops/stop-id.js';
import { shownAnywhere } from './is-shown.js';
import { ensureOffers, type IntentChange, type OfferHead, readHead, readHeads, setIntents } from './offer.store.js';
import { SettleText } from './settle-text.js';
import { forgetTexts, keepTexts, showTexts } from './text.store.js';
import { forgetVerdict } from './verdict.store.js';

/** An offer for which something else is wanted from now on. */
interface Wish {
  readonly offerId: string;
  readonly holder: string;
  readonly change: IntentChange;
}

/** What intake says of offers. The events carry the same stops as intake's calls: whichever comes first carries them out. */
@Injectable()
export class KeepOffer {
  constructor(
    private readonly locks: RowLocks,
    private readonly stops: CarryOutStop,
    private readonly settleText: SettleText,
  ) {}

  /** Events of different offers. @throws Poison where one belongs to another rights holder than before */
  async revised(tx: EntityManager, events: readonly OfferRevised[]): Promise<void> {
    await ensureHolders(
      tx,
      events.map(({ holder }) => holder),
    );
    await ensureOffers(tx, events);
    const ids = events.map(({ offerId }) => offerId).sort();
    await this.locks.many(tx, 'offer', ids);
    const heads = await readHeads(tx, ids);
    const news = events.filter((event) => isNews(event, heads.get(event.offerId)));
    if (news.length === 0) return;
    await keepTexts(
      tx,
      news.filter(({ offerId, revision }) => revision > (heads.get(offerId)?.latest_revision ?? 0)),
    );
    await this.changeIntents(
      tx,
      news.filter(({ offerId, version }) => version > (heads.get(offerId)?.version ?? -1)).map(wishOf),
    );
    await this.decide(tx, news);
  }

  /** Its content is gone here too; where it was shown it is removed, and then forgotten. */
  async erased(tx: EntityManager, offerId: string, version: number): Promise<void> {
    await this.locks.one(tx, { kind: 'offer', id: offerId });
    const head = await readHead(tx, offerId);
    if (head === undefined || version < head.version || head.intent === 'erased') return;
    await this.changeIntents(tx, [
      { offerId, holder: head.holder_id, change: { version, intent: 'erased', reason: null } },
    ]);
    await showTexts(tx, [{ offerId, revision: null }]);
    await forgetTexts(tx, offerId);
    await forgetVerdict(tx, offerId);
    await liftLetterHalts(tx, 'offer.revisions', [{ id: offerId, version }]);
    await decideOffers(tx, [offerId]);
  }

  private async decide(tx: EntityManager, news: readonly OfferRevised[]): Promise<void> {
    await liftLetterHalts(
      tx,
      'offer.revisions',
      news.map(({ offerId, version }) => ({ id: offerId, version })),
    );
    const ids = news.map(({ offerId }) => offerId).sort();
    await this.settleText.execute(tx, ids);
    await decideOffers(tx, ids);
  }

  /** What is no longer to be shown, and is shown somewhere, is a stop. */
  private async changeIntents(tx: EntityManager, wishes: readonly Wish[]): Promise<void> {
    const endings = wishes.filter(({ change }) => change.intent !== 'show').map(({ offerId }) => offerId);
    const shown = await shownAnywhere(tx, endings);
    const plain = wishes.filter(({ offerId }) => !shown.has(offerId));
    await setIntents(
      tx,
      plain.map(({ offerId, change }) => ({ offerId, ...change })),
    );
    for (const { offerId, holder, change } of wishes) {
      const { version, intent, reason } = change;
      if (intent === 'show' || !shown.has(offerId)) continue;
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
}

function isNews({ holder, version }: OfferRevised, head: OfferHead | undefined): boolean {
  if (head?.holder_id !== holder) throw new Poison('refused', 'the offer belongs to another rights holder');
  return head.intent !== 'erased' && version >= head.version;
}

const wishOf = ({ offerId, holder, version, intent, reason }: OfferRevised): Wish => ({
  offerId,
  holder,
  change: { version, intent, reason: reason ?? null },
});
