import type { Finding } from '@accord/contracts/finding';
import { revision } from '@accord/contracts/primitives';
import type { Subject } from '@accord/service/authentication';
import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { effectOf, mayDecide } from '../domain/review-life.js';
import { GiveVerdict } from '../verification/give-verdict.js';
import { PendingStore } from '../verification/pending.store.js';
import { VerificationStore, type Verification } from '../verification/verification.store.js';
import { AuditStore } from './audit.store.js';
import { ReadReview, type ReviewDetail } from './read-review.js';
import { moderatorVerdict } from './review-answers.js';
import { noReview, refused } from './review-refusals.js';
import { factsOf, ReviewStore, type ReviewRow } from './review.store.js';

const words = z.string().trim().min(1).max(1_000);

export const reviewDecision = z
  .strictObject({
    verdict: moderatorVerdict,
    /** The revision that was judged: a decision on another one is refused. */
    revision,
    /** The revision approved before comes down too. */
    takeDown: z.boolean().default(false),
    /** What the employer is told beside the findings, and what to do; needed unless the offer is approved. */
    message: z.strictObject({ fr: words, en: words.optional() }).optional(),
  })
  .refine(({ verdict, message }) => verdict === 'approved' || message !== undefined, {
    path: ['message'],
    error: 'say to the employer why, and what to do',
  })
  .meta({ title: 'ReviewDecision' });
export type ReviewDecision = z.infer<typeof reviewDecision>;

interface Case {
  readonly offer: Verification;
  readonly review: ReviewRow;
  readonly moderator: Subject;
}

/** A moderator's verdict on the text under review. */
@Injectable()
export class DecideReview {
  constructor(
    private readonly db: DataSource,
    private readonly verifications: VerificationStore,
    private readonly pending: PendingStore,
    private readonly reviews: ReviewStore,
    private readonly audit: AuditStore,
    private readonly giveVerdict: GiveVerdict,
    private readonly readReview: ReadReview,
  ) {}

  /** `version` is the review's that the moderator read. @throws Problem not-found, state-forbids, conflict, precondition-failed, forbidden */
  async execute(moderator: Subject, id: string, decision: ReviewDecision, version?: number): Promise<ReviewDetail> {
    const decided = await this.db.transaction(async (tx) => {
      const { offer, review } = await this.lock(tx, id);
      const judged = { revision: decision.revision, ...(version !== undefined && { version }) };
      const refusal = mayDecide(factsOf(review), moderator.id, judged, new Date());
      if (refusal !== undefined) throw refused(refusal);
      await this.reviews.decide(tx, id, moderator.id, decision.verdict);
      await this.say(tx, { offer, review, moderator }, decision);
      await this.record(tx, review, moderator, decision.verdict);
      return this.readReview.execute(id, tx);
    });
    failpoint('moderation.review.after-decision');
    return decided;
  }

  private async say(tx: EntityManager, { offer, review, moderator }: Case, decision: ReviewDecision): Promise<void> {
    const effect = effectOf(review.kind, decision);
    if (effect.kind === 'dismissed') return;
    if (effect.verdict !== 'approved') {
      // What is refused needs neither the machine's word nor another person's; an employer may appeal.
      await this.pending.remove(tx, offer.offerId);
      await this.reviews.supersedeOthers(tx, review);
    }
    await this.giveVerdict.execute(tx, offer, {
      revision: review.revision,
      verdict: effect.verdict,
      takeDown: effect.takeDown,
      findings: findingsOf(decision, review),
      moderator: { id: moderator.id, reviewId: review.id },
    });
  }

  private record(tx: EntityManager, review: ReviewRow, moderator: Subject, verdict: string): Promise<void> {
    const { id: reviewId, offerId, revision: judged } = review;
    return this.audit.append(tx, {
      actor: moderator.id,
      action: 'decided',
      offerId,
      revision: judged,
      reviewId,
      verdict,
    });
  }

  /** The offer before the review, as everywhere, so that two transactions never wait for each other. */
  private async lock(tx: EntityManager, id: string): Promise<Omit<Case, 'moderator'>> {
    const offerId = await this.reviews.offerOf(tx, id);
    const offer = offerId === undefined ? undefined : await this.verifications.lock(tx, offerId);
    const review = await this.reviews.lock(tx, id);
    if (offer === undefined || review === undefined) throw noReview();
    return { offer, review };
  }
}

/** An approval leaves advice standing; a refusal says what the moderator says, and what the machine found. */
function findingsOf({ verdict, message }: ReviewDecision, review: ReviewRow): Finding[] {
  const machine = review.findings.filter(({ severity }) => verdict !== 'approved' || severity === 'advise');
  if (message === undefined) return machine;
  const said = { fr: message.fr, en: message.en ?? message.fr };
  const severity = verdict === 'approved' ? 'advise' : 'block';
  return [{ rule: 'MODERATOR', severity, pointer: '', message: said, remedy: said }, ...machine];
}
