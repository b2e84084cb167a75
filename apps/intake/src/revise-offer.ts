import type { OfferDraft } from '@accord/contracts/offer';
import { failpoint } from '@accord/service/failpoint';
import { assertVersion } from '@accord/service/headers';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { acceptedOf, type OfferAccepted } from './answers.js';
import { assertMay, type Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import { type OfferRecord, saysTheSame } from './offer-record.js';
import { PrepareText, revisionOf } from './prepare-text.js';
import { changeBy, referenceTaken, violates } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { WriteText } from './write-text.js';

/** A new text of an offer. The approved one stays on show until this one is verified. */
@Injectable()
export class ReviseOffer {
  constructor(
    private readonly prepare: PrepareText,
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly writeText: WriteText,
  ) {}

  /** @throws Problem not-found, precondition-failed, state-forbids, siret-not-yours, invalid-request, reference-taken */
  async execute(employer: Employer, id: string, draft: OfferDraft, readRevision: number): Promise<OfferAccepted> {
    assertMay(employer, 'revise');
    try {
      const answer = await this.offers.change(employer, id, async (tx, record) => {
        assertVersion(readRevision, record.life.revision);
        changeBy(record.life, { kind: 'revise' });
        return this.revise(tx, record, draft, employer);
      });
      failpoint('intake.revise.after-commit');
      return answer;
    } catch (error) {
      if (!violates(error, 'offer_reference_key')) throw error;
      throw referenceTaken(await this.offers.referenceTaken(employer, draft.reference));
    }
  }

  private async revise(
    tx: EntityManager,
    record: OfferRecord,
    draft: OfferDraft,
    employer: Employer,
  ): Promise<OfferAccepted> {
    const now = new Date();
    const text = this.prepare.execute(draft, employer, revisionOf(record), now);
    if (saysTheSame(record, text)) {
      const { findings } = await this.revisions.get(record.id, record.life.revision, tx);
      return acceptedOf(record, findings);
    }
    const [revised = record] = await this.writeText.execute(tx, [{ record, text }], now, { by: employer.by });
    return acceptedOf(revised, text.findings);
  }
}
