import type { OfferRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified } from '@accord/contracts/events/offer-verified';
import { addErasureToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { onRevised } from './domain/revision-arrival.js';
import { ReviewStore } from './reviews/review.store.js';
import { PendingStore } from './verification/pending.store.js';
import { PendingWake } from './verification/pending-wake.js';
import { VerificationStore } from './verification/verification.store.js';

/** Keeps what intake tells of an offer, and leaves a new text to the verification loop: the register is not asked here. */
@Injectable()
export class KeepRevision {
  constructor(
    private readonly verifications: VerificationStore,
    private readonly pending: PendingStore,
    private readonly reviews: ReviewStore,
    private readonly pendingWake: PendingWake,
  ) {}

  /** Events of different offers. */
  async execute(tx: EntityManager, events: readonly OfferRevised[]): Promise<void> {
    const known = await this.verifications.lockAll(
      tx,
      events.map(({ offerId }) => offerId),
    );
    const news = events.flatMap((event) => {
      const arrival = onRevised(known.get(event.offerId), event);
      return arrival.kind === 'known' ? [] : [{ event, arrival }];
    });
    if (news.length === 0) return;
    await this.verifications.keep(
      tx,
      news.map(({ event }) => event),
    );
    for (const { event, arrival } of news) {
      // Of an offer that is new nothing was asked yet.
      if (arrival.closesReviews && known.has(event.offerId)) await this.reviews.supersede(tx, event);
      if (arrival.verification === 'stop') await this.pending.remove(tx, event.offerId);
    }
    await this.verify(
      tx,
      news.filter(({ arrival }) => arrival.verification === 'verify').map(({ event }) => event),
    );
  }

  private async verify(tx: EntityManager, events: readonly OfferRevised[]): Promise<void> {
    if (events.length === 0) return;
    await this.pending.add(tx, events);
    this.pendingWake.afterCommitOf(tx);
  }

  /** The employer had it erased: its text and what people wrote about it go, and the verdict with them. */
  async erase(tx: EntityManager, offerId: string, version: number): Promise<void> {
    const known = await this.verifications.lock(tx, offerId);
    if (known !== undefined && (known.version > version || known.offer === null)) return;
    const said = known?.verdictVersion ?? 0;
    await this.verifications.erase(tx, offerId, version, said === 0 ? 0 : said + 1);
    await this.pending.remove(tx, offerId);
    await this.reviews.erase(tx, offerId);
    if (said > 0) await addErasureToOutbox(tx, offerVerified, offerId, said + 1);
  }
}
