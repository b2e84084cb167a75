import { offerId, revision } from '@accord/contracts/primitives';
import type { Finding } from '@accord/contracts/finding';
import type { Subject } from '@accord/service/authentication';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';

import { mayAppeal, type AppealRefusal } from '../domain/appeal.js';
import { VerificationStore, type Verification } from '../verification/verification.store.js';
import { AuditStore } from './audit.store.js';
import { ReviewStore } from './review.store.js';

export const appealBody = z
  .strictObject({
    /** Why the verdict is wrong, for the moderator. */
    reason: z.string().trim().min(10).max(2_000),
  })
  .meta({ title: 'Appeal' });
export type AppealBody = z.infer<typeof appealBody>;

export const appealAnswer = z
  .object({ review: z.uuid(), offerId, revision, state: z.literal('open') })
  .meta({ title: 'AppealAnswer' });
export type AppealAnswer = z.infer<typeof appealAnswer>;

const words: Readonly<Record<AppealRefusal, string>> = {
  withdrawn: 'The offer is withdrawn: there is nothing left to appeal against.',
  'nothing-refused': 'Nothing has been refused in the present text of this offer.',
  'decided-before': 'An appeal about this text has been decided: change the text, which is then verified anew.',
};

/** An employer contests the verdict on its own offer; another person than the one who gave it will look. */
@Injectable()
export class Appeal {
  constructor(
    private readonly db: DataSource,
    private readonly verifications: VerificationStore,
    private readonly reviews: ReviewStore,
    private readonly audit: AuditStore,
  ) {}

  /** Asked again while the appeal is open, it answers the same. @throws Problem not-found, state-forbids */
  execute(employer: Subject, id: string, { reason }: AppealBody): Promise<AppealAnswer> {
    return this.db.transaction(async (tx) => {
      const offer = await this.verifications.lock(tx, id);
      // Another's offer is as if it were not there.
      if (offer === undefined || offer.offer === null || offer.holder !== employer.id) {
        throw new Problem('not-found', 'You have no such offer.');
      }
      await this.assertPossible(tx, offer);
      const findings = await this.findingsOf(tx, offer);
      const { revision: text, verdictBy: contested } = offer;
      const review = await this.reviews.open(tx, {
        offer,
        kind: 'appeal',
        revision: text,
        findings,
        reason,
        contested,
      });
      if (review.opened) {
        const entry = { actor: employer.id, offerId: id, revision: text, reviewId: review.id };
        await this.audit.append(tx, { ...entry, action: 'appealed' });
      }
      return { review: review.id, offerId: id, revision: text, state: 'open' };
    });
  }

  private async assertPossible(tx: EntityManager, offer: Verification): Promise<void> {
    const refusal = mayAppeal({
      withdrawn: offer.intent === 'withdrawn',
      revision: offer.revision,
      verdict: offer.verdict,
      verdictRevision: offer.verdictRevision,
      decidedBefore: await this.reviews.appealed(tx, offer.offerId, offer.revision),
    });
    if (refusal !== undefined) throw new Problem('state-forbids', words[refusal]);
  }

  /** Those of the verdict that is contested. */
  private async findingsOf(tx: EntityManager, { offerId: id, verdictVersion }: Verification): Promise<Finding[]> {
    const rows: { findings: Finding[] }[] = await tx.query(
      'select findings from verdict where offer_id = $1 and version = $2',
      [id, verdictVersion],
    );
    return rows[0]?.findings ?? [];
  }
}
