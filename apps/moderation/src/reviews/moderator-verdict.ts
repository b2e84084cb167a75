import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { effectOf } from '../domain/review-life.js';
import { GiveVerdict } from '../verification/give-verdict.js';
import { PendingStore } from '../verification/pending.store.js';
import type { Verification } from '../verification/verification.store.js';
import { AuditStore } from './audit.store.js';
import { findingsOf, type ReviewDecision } from './review-decision.js';
import { ReviewStore, type ReviewRow } from './review.store.js';

/** A review whose rows are locked, and who decides it. */
export interface OpenCase {
  readonly offer: Verification;
  readonly review: ReviewRow;
  readonly moderator: string;
}

/** Makes a moderator's decision the word on the offer, and writes down whose it is. */
@Injectable()
export class ModeratorVerdict {
  constructor(
    private readonly pending: PendingStore,
    private readonly reviews: ReviewStore,
    private readonly giveVerdict: GiveVerdict,
    private readonly audit: AuditStore,
  ) {}

  async execute(tx: EntityManager, { offer, review, moderator }: OpenCase, decision: ReviewDecision): Promise<void> {
    const { id: reviewId, offerId, revision } = review;
    const { verdict } = decision;
    await this.reviews.decide(tx, reviewId, moderator, verdict);
    await this.audit.append(tx, { actor: moderator, action: 'decided', offerId, revision, reviewId, verdict });
    const effect = effectOf(review.kind, decision);
    if (effect.kind === 'dismissed') return;
    if (effect.verdict !== 'approved') {
      // What is refused needs neither the machine's word nor another person's; an employer may appeal.
      await this.pending.remove(tx, offerId);
      await this.reviews.supersedeOthers(tx, review);
    }
    const findings = findingsOf(decision, review.findings);
    const { takeDown } = effect;
    await this.giveVerdict.execute(tx, offer, {
      revision,
      verdict: effect.verdict,
      takeDown,
      findings,
      moderator: { id: moderator, reviewId },
    });
  }
}
