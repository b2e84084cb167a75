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

  async execute(tx: EntityManager, event: OfferRevised): Promise<void> {
    const { offerId, revision } = event;
    const arrival = onRevised(await this.verifications.lock(tx, offerId), event);
    if (arrival.kind === 'known') return;
    await this.verifications.keep(tx, event);
    if (arrival.closesReviews) await this.reviews.supersede(tx, event);
    if (arrival.verification === 'stop') await this.pending.remove(tx, offerId);
    if (arrival.verification !== 'verify') return;
    await this.pending.add(tx, offerId, revision);
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
