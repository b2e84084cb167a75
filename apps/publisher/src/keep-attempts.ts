import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { Attempt } from './attempt-row.js';
import { AttemptStore } from './attempt.store.js';
import { pauseAskedMs } from './partner-answer.js';
import { PartnerStore } from './partner.store.js';

/** Keeps requests that were made, and heeds what their answers ask for beyond their own posting. */
@Injectable()
export class KeepAttempts {
  constructor(
    private readonly attempts: AttemptStore,
    private readonly partners: PartnerStore,
  ) {}

  async execute(tx: EntityManager, attempts: readonly Attempt[]): Promise<void> {
    await this.attempts.add(tx, attempts);
    const gone = attempts.filter(({ result }) => result.kind === 'gone').map(({ partner }) => partner);
    if (gone.length > 0) await this.partners.markGone(tx, gone);
    const pauses = new Map<string, number>();
    for (const { partner, result } of attempts) {
      const ms = pauseAskedMs(result);
      if (ms !== undefined) pauses.set(partner, Math.max(ms, pauses.get(partner) ?? 0));
    }
    for (const [partner, ms] of pauses) await this.partners.pause(tx, partner, ms);
  }
}
