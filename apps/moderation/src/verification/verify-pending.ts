import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';

import { PendingStore, type ClaimedText } from './pending.store.js';
import { VerifyOffer } from './verify-offer.js';

/** One pass: takes some texts that are due, and verifies them side by side. */
@Injectable()
export class VerifyPending {
  constructor(
    private readonly pending: PendingStore,
    private readonly verifyOffer: VerifyOffer,
    private readonly log: Log,
  ) {}

  /** How many were taken. */
  async execute(most: number): Promise<number> {
    const claimed = await this.pending.claimDue(most);
    await Promise.all(claimed.map((text) => this.verify(text)));
    return claimed.length;
  }

  /** One that cannot be verified keeps its lease until that runs out, and holds up no other. */
  private async verify(text: ClaimedText): Promise<void> {
    const { offerId, revision } = text;
    const start = performance.now();
    try {
      await this.verifyOffer.execute(text);
      this.log.info('offer.verified', { offerId, revision, ms: Math.round(performance.now() - start) });
    } catch (error) {
      this.log.error('offer.not-verified', error, { offerId, revision });
    }
  }
}
