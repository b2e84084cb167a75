import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { CheckResult } from '../check-offer.js';
import { unverified } from '../domain/unverified.js';
import { machineVerdict } from '../domain/verdict-policy.js';
import { ReviewStore } from '../reviews/review.store.js';
import { GiveVerdict } from './give-verdict.js';
import { PendingStore, type ClaimedText } from './pending.store.js';
import { VerificationStore, type Verification } from './verification.store.js';

/** What the checks found in a text that was claimed. */
export interface CheckedText {
  readonly text: ClaimedText;
  readonly result: CheckResult;
}

interface Recorded extends CheckedText {
  readonly offer: Verification;
  readonly verdict: ReturnType<typeof machineVerdict>;
}
type Verified = Recorded & { readonly verdict: Exclude<Recorded['verdict'], { readonly kind: 'queued' }> };

/** Turns what the checks found into the machine's words, save where a text is no longer the claim's. */
@Injectable()
export class RecordResult {
  constructor(
    private readonly verifications: VerificationStore,
    private readonly pending: PendingStore,
    private readonly reviews: ReviewStore,
    private readonly giveVerdict: GiveVerdict,
  ) {}

  /** Texts of different offers. */
  async execute(tx: EntityManager, checked: readonly CheckedText[]): Promise<void> {
    const offers = await this.verifications.lockAll(
      tx,
      checked.map(({ text }) => text.offerId),
    );
    const all = checked.flatMap((one): Recorded[] => {
      const offer = offers.get(one.text.offerId);
      const { findings, standing } = one.result;
      return offer === undefined ? [] : [{ ...one, offer, verdict: machineVerdict(findings, standing) }];
    });
    await this.say(tx, all.filter(isVerified));
    for (const one of all) if (!isVerified(one)) await this.queue(tx, one);
  }

  private async say(tx: EntityManager, verified: readonly Verified[]): Promise<void> {
    if (verified.length === 0) return;
    const finished = await this.pending.finish(
      tx,
      verified.map(({ text }) => text),
    );
    const ours = verified.filter(({ text }) => finished.has(text.offerId));
    await this.giveVerdict.executeAll(
      tx,
      ours.map(({ offer, text: { revision }, verdict, result: { findings, register } }) => ({
        offer,
        word: { ...verdict, revision, findings, ...(register && { register }) },
      })),
    );
    for (const { offer, text, verdict, result } of ours) {
      if (verdict.verdict !== 'inReview') continue;
      await this.reviews.open(tx, { offer, kind: 'doubt', revision: text.revision, findings: result.findings });
    }
  }

  /** The employer is told once that it waits, and sees no more of how often the register is asked. */
  private async queue(tx: EntityManager, { offer, text, result }: Recorded): Promise<void> {
    if (!(await this.pending.postpone(tx, text)) || text.attempts > 0) return;
    const findings = [unverified, ...result.findings];
    const { revision } = text;
    await this.giveVerdict.execute(tx, offer, { revision, verdict: 'inReview', takeDown: false, findings });
  }
}

const isVerified = (one: Recorded): one is Verified => one.verdict.kind !== 'queued';
