import type { Finding } from '@accord/contracts/finding';
import { isValidSiret } from '@accord/offer-checks/check-digits';
import type { EstablishmentAnswer } from '@accord/offer-checks/check';
import { runChecks } from '@accord/offer-checks/run-checks';
import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { unverified } from '../domain/unverified.js';
import { machineVerdict, type MachineVerdict } from '../domain/verdict-policy.js';
import { AskRegister } from '../register/ask-register.js';
import { ReviewStore } from '../reviews/review.store.js';
import { GiveVerdict } from './give-verdict.js';
import { PendingStore, type ClaimedText } from './pending.store.js';
import { RetryDelay } from './retry-delay.js';
import { VerificationStore, type Verification } from './verification.store.js';

interface Judgement {
  readonly verdict: MachineVerdict;
  readonly findings: readonly Finding[];
  readonly register?: EstablishmentAnswer;
}

/** Verifies one text: asks the register, with no transaction open, then says what the checks found. */
@Injectable()
export class VerifyOffer {
  constructor(
    private readonly db: DataSource,
    private readonly askRegister: AskRegister,
    private readonly verifications: VerificationStore,
    private readonly pending: PendingStore,
    private readonly reviews: ReviewStore,
    private readonly giveVerdict: GiveVerdict,
    private readonly retryDelay: RetryDelay,
  ) {}

  async execute(text: ClaimedText): Promise<void> {
    const judgement = await this.judge(text);
    failpoint('moderation.verification.before-verdict');
    await this.db.transaction(async (tx) => {
      const offer = await this.verifications.lock(tx, text.offerId);
      if (offer === undefined) return;
      if (judgement.verdict.kind === 'queued') await this.queue(tx, offer, text, judgement);
      else await this.decide(tx, offer, text, judgement);
    });
    failpoint('moderation.verification.after-verdict');
  }

  /** Check digits that are wrong are no establishment's: the register is not asked. */
  private async judge({ offer }: ClaimedText): Promise<Judgement> {
    const { siret } = offer.employer;
    const outcome = isValidSiret(siret) ? await this.askRegister.execute(siret) : ({ kind: 'unavailable' } as const);
    const register = outcome.kind === 'answered' ? outcome.answer : undefined;
    const findings = runChecks(offer, { now: new Date(), ...(register && { register }) });
    return { verdict: machineVerdict(findings, outcome.kind), findings, ...(register && { register }) };
  }

  private async decide(tx: EntityManager, offer: Verification, text: ClaimedText, judgement: Judgement): Promise<void> {
    const { verdict, findings, register } = judgement;
    if (verdict.kind === 'queued' || !(await this.pending.finish(tx, text))) return;
    const { revision } = text;
    await this.giveVerdict.execute(tx, offer, { ...verdict, revision, findings, ...(register && { register }) });
    if (verdict.verdict === 'inReview') await this.reviews.open(tx, { offer, kind: 'doubt', revision, findings });
  }

  /** The employer is told once that it waits, and sees no more of how often the register is asked. */
  private async queue(
    tx: EntityManager,
    offer: Verification,
    text: ClaimedText,
    { findings }: Judgement,
  ): Promise<void> {
    const { revision, attempts } = text;
    if (!(await this.pending.postpone(tx, text, this.retryDelay.after(attempts + 1)))) return;
    if (attempts > 0) return;
    const told = [unverified, ...findings];
    await this.giveVerdict.execute(tx, offer, { revision, verdict: 'inReview', takeDown: false, findings: told });
  }
}
