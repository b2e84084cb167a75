import type { OfferDraft } from '@accord/contracts/offer';
import { failpoint } from '@accord/service/failpoint';
import { assertVersion } from '@accord/service/headers';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { OfferAccepted } from './answers.js';
import { stateOf } from './domain/offer-life.js';
import type { Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import { PrepareText } from './prepare-text.js';
import { changeBy, noSuchOffer, referenceTaken, violates } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { WriteText } from './write-text.js';

/** A new text of an offer. The approved one stays on show until this one is verified. */
@Injectable()
export class ReviseOffer {
  constructor(
    private readonly db: DataSource,
    private readonly prepare: PrepareText,
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly writeText: WriteText,
  ) {}

  /** @throws Problem not-found, precondition-failed, state-forbids, siret-not-yours, invalid-request, reference-taken */
  async execute(employer: Employer, id: string, draft: OfferDraft, readRevision: number): Promise<OfferAccepted> {
    try {
      const answer = await this.db.transaction(async (tx) => {
        const record = await this.offers.lock(tx, id, employer.holder);
        if (record === undefined) throw noSuchOffer();
        assertVersion(readRevision, record.life.revision);
        changeBy(record.life, { kind: 'revise' });
        const now = new Date();
        const text = this.prepare.execute(draft, employer, { kind: 'revision', closesOn: record.closesOn }, now);
        if (text.digest.equals(record.draftDigest) && text.content.closesOn === record.closesOn) {
          const { findings } = await this.revisions.get(id, record.life.revision, tx);
          return { id, revision: record.life.revision, state: stateOf(record.life), findings: [...findings] };
        }
        const [revised] = await this.writeText.execute(tx, [{ record, text }], now);
        const life = revised?.life ?? record.life;
        return { id, revision: life.revision, state: stateOf(life), findings: [...text.findings] };
      });
      failpoint('intake.revise.after-commit');
      return answer;
    } catch (error) {
      if (!violates(error, 'offer_reference_key')) throw error;
      throw referenceTaken(await this.offers.referenceTaken(employer.holder, draft.reference));
    }
  }
}
