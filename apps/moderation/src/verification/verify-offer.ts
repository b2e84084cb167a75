import { isTransient } from '@accord/database/transient';
import { Batcher } from '@accord/service/batcher';
import { failpoint } from '@accord/service/failpoint';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { CheckOffer } from '../check-offer.js';
import type { ClaimedText } from './pending.store.js';
import { type CheckedText, RecordResult } from './record-result.js';

/**
 * Verifies one text: checks it, which asks the register with no transaction open, then says what was found. Those that are
 * checked at about the same time share a transaction, and none waits for a slow one.
 */
@Injectable()
export class VerifyOffer {
  private readonly records = new Batcher<CheckedText, Error | undefined>((checked) => this.record(checked), {
    most: 50,
    atOnce: 2,
  });

  constructor(
    private readonly db: DataSource,
    private readonly checkOffer: CheckOffer,
    private readonly recordResult: RecordResult,
  ) {}

  async execute(text: ClaimedText): Promise<void> {
    const result = await this.checkOffer.execute(text.offer);
    failpoint('moderation.verification.before-verdict');
    const failure = await this.records.add({ text, result });
    if (failure !== undefined) throw failure;
    failpoint('moderation.verification.after-verdict');
  }

  /**
   * Answers what was in the way of each, if anything was: one that cannot be recorded holds up no other. What stands in the way
   * of all is not met again by each.
   */
  private async record(checked: readonly CheckedText[]): Promise<(Error | undefined)[]> {
    const failure = await this.failureOf(checked);
    if (failure === undefined || checked.length === 1 || isTransient(failure)) return checked.map(() => failure);
    const failures: (Error | undefined)[] = [];
    for (const one of checked) failures.push(await this.failureOf([one]));
    return failures;
  }

  private async failureOf(checked: readonly CheckedText[]): Promise<Error | undefined> {
    try {
      await this.db.transaction((tx) => this.recordResult.execute(tx, checked));
      return undefined;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }
}
