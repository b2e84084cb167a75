import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { CheckResult } from '../check-offer.js';
import { unverified } from '../domain/unverified.js';
import { machineVerdict } from '../domain/verdict-policy.js';
import { ReviewStore } from '../reviews/review.store.js';
import { GiveVerdict } from './give-verdict.js';
import { PendingStore, type ClaimedText } from './pending.store.js';
import { VerificationStore, type Verification } from './verification.store.js';

/** Turns what the checks found into the machine's word, unless the text is no longer the claim's. */
@Injectable()
export class RecordResult {
  constructor(
    private readonly verifications: VerificationStore,
    private readonly pending: PendingStore,
    private readonly reviews: ReviewStore,
    private readonly giveVerdict: GiveVerdict,
  ) {}

  async execute(tx: EntityManager, text: ClaimedText, result: CheckResult): Promise<void> {
    const offer = await this.verifications.lock(tx, text.offerId);
    if (offer === undefined) return;
    const { findings, standing, register } = result;
    const verdict = machineVerdict(findings, standing);
    if (verdict.kind === 'queued') return this.queue(tx, offer, text, result);
    if (!(await this.pending.finish(tx, text))) return;
    const { revision } = text;
    await this.giveVerdict.execute(tx, offer, { ...verdict, revision, findings, ...(register && { register }) });
    if (verdict.verdict === 'inReview') await this.reviews.open(tx, { offer, kind: 'doubt', revision, findings });
  }

  /** The employer is told once that it waits, and sees no more of how often the register is asked. */
  private async queue(tx: EntityManager, offer: Verification, text: ClaimedText, result: CheckResult): Promise<void> {
    if (!(await this.pending.postpone(tx, text)) || text.attempts > 0) return;
    const findings = [unverified, ...result.findings];
    const { revision } = text;
    await this.giveVerdict.execute(tx, offer, { revision, verdict: 'inReview', takeDown: false, findings });
  }
}
