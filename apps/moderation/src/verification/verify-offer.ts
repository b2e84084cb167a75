import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CheckOffer } from '../check-offer.js';
import type { ClaimedText } from './pending.store.js';
import { RecordResult } from './record-result.js';

/** Verifies one text: checks it, which asks the register with no transaction open, then says what was found. */
@Injectable()
export class VerifyOffer {
  constructor(
    private readonly db: DataSource,
    private readonly checkOffer: CheckOffer,
    private readonly recordResult: RecordResult,
  ) {}

  async execute(text: ClaimedText): Promise<void> {
    const result = await this.checkOffer.execute(text.offer);
    failpoint('moderation.verification.before-verdict');
    await this.db.transaction((tx) => this.recordResult.execute(tx, text, result));
    failpoint('moderation.verification.after-verdict');
  }
}
