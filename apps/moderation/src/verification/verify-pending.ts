import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';

import { PendingStore, type ClaimedText } from './pending.store.js';
import { VerifyOffer } from './verify-offer.js';

/** Takes some texts that are due, and verifies them side by side. */
@Injectable()
export class VerifyPending {
  constructor(
    private readonly pending: PendingStore,
    private readonly verifyOffer: VerifyOffer,
    private readonly log: Log,
  ) {}

  /** The work on each that was taken, under way: it does not fail. One that waits for a slow register holds up no other. */
  async take(most: number): Promise<Promise<void>[]> {
    const claimed = await this.pending.claimDue(most);
    return claimed.map((text) => this.verify(text));
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
