import { offerRevised } from '@accord/contracts/events/offer-revised';
import type { OfferDraft } from '@accord/contracts/offer';
import { addToOutbox } from '@accord/messaging/outbox';
import { failpoint } from '@accord/service/failpoint';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { OfferAccepted } from './answers.js';
import { ContactVault } from './contact-vault.js';
import type { Employer } from './employer.js';
import { IdempotencyStore } from './idempotency.store.js';
import { makeOffer } from './make-offer.js';
import { type NewOffer, NewOfferStore } from './new-offer.store.js';
import { OfferStore } from './offer.store.js';
import { revisedEventOf } from './offer-record.js';
import { PrepareText } from './prepare-text.js';
import { referenceTaken, violates } from './refusals.js';

/** Stores a new offer once, however often and however concurrently the same request comes. */
@Injectable()
export class SubmitOffer {
  constructor(
    private readonly db: DataSource,
    private readonly prepare: PrepareText,
    private readonly vault: ContactVault,
    private readonly newOffers: NewOfferStore,
    private readonly offers: OfferStore,
    private readonly requests: IdempotencyStore,
  ) {}

  /** @throws Problem siret-not-yours, invalid-request, reference-taken, idempotency-key-reused */
  async execute(employer: Employer, draft: OfferDraft, requestKey: string | undefined): Promise<OfferAccepted> {
    const digest = this.prepare.digest(draft);
    try {
      const offer = this.make(employer, draft, requestKey === undefined ? undefined : { key: requestKey, digest });
      if (await this.store(offer)) return answerOf(offer);
    } catch (error) {
      if (error instanceof Problem && requestKey !== undefined) {
        // What was accepted once stays so: its first day may be past by now, its reference is its own.
        const known = await this.requests.answerTo(employer.holder, requestKey, digest);
        if (known !== undefined) return known;
      }
      throw error;
    }
    const known = requestKey && (await this.requests.answerTo(employer.holder, requestKey, digest));
    if (!known) throw new Error('an Idempotency-Key was taken and is not there');
    return known;
  }

  private make(employer: Employer, draft: OfferDraft, request?: { key: string; digest: Buffer }): NewOffer {
    const now = new Date();
    const text = this.prepare.execute(draft, employer, { kind: 'new' }, now);
    const offer = makeOffer(text, employer.holder, this.vault, now);
    return request === undefined ? offer : { ...offer, request: { ...request, answer: answerOf(offer) } };
  }

  /** @throws Problem reference-taken */
  private async store(offer: NewOffer): Promise<boolean> {
    try {
      const stored = await this.db.transaction(async (tx) => {
        if (!(await this.newOffers.insert(tx, [offer]))) return false;
        await addToOutbox(tx, offerRevised, revisedEventOf(offer.record, offer.offer));
        return true;
      });
      if (stored) failpoint('intake.submit.after-commit');
      return stored;
    } catch (error) {
      if (!violates(error, 'offer_reference_key')) throw error;
      throw referenceTaken(await this.offers.referenceTaken(offer.record.holder, offer.record.reference));
    }
  }
}

const answerOf = ({ record, findings }: NewOffer): OfferAccepted => ({
  id: record.id,
  revision: 1,
  state: 'submitted',
  findings: [...findings],
});
