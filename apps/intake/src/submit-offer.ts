import type { OfferDraft } from '@accord/contracts/offer';
import { failpoint } from '@accord/service/failpoint';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { acceptedOf, type OfferAccepted } from './answers.js';
import { ContactVault } from './contact-vault.js';
import { assertMay, type Employer, scopeOf } from './employer.js';
import { IdempotencyStore } from './idempotency.store.js';
import { makeOffer } from './make-offer.js';
import { NewOfferStore } from './new-offer.store.js';
import { PrepareText } from './prepare-text.js';

/** Stores a new offer once, however often and however concurrently the same request comes. */
@Injectable()
export class SubmitOffer {
  constructor(
    private readonly prepare: PrepareText,
    private readonly vault: ContactVault,
    private readonly newOffers: NewOfferStore,
    private readonly requests: IdempotencyStore,
  ) {}

  /** @throws Problem siret-not-yours, invalid-request, reference-taken, idempotency-key-reused */
  async execute(employer: Employer, draft: OfferDraft, requestKey: string | undefined): Promise<OfferAccepted> {
    assertMay(employer, 'submit');
    if (requestKey === undefined) return this.submit(employer, draft);
    const request = { key: requestKey, digest: this.prepare.digest(draft) };
    try {
      return await this.submit(employer, draft, request);
    } catch (error) {
      if (!(error instanceof Problem || error instanceof AlreadyAnswered)) throw error;
      // What was accepted once stays so: its first day may be past by now, and its reference is its own.
      const known = await this.requests.answerTo(scopeOf(employer), request.key, request.digest);
      if (known !== undefined) return known;
      throw error;
    }
  }

  private async submit(employer: Employer, draft: OfferDraft, request?: Request): Promise<OfferAccepted> {
    const now = new Date();
    const text = this.prepare.execute(draft, employer, { kind: 'new' }, now);
    const offer = makeOffer(text, employer, this.vault, now);
    const answer = acceptedOf(offer.record, offer.findings);
    const stored = await this.newOffers.store(
      employer,
      request === undefined ? offer : { ...offer, request: { ...request, scope: scopeOf(employer), answer } },
    );
    if (!stored) throw new AlreadyAnswered();
    failpoint('intake.submit.after-commit');
    return answer;
  }
}

interface Request {
  readonly key: string;
  readonly digest: Buffer;
}

/** The Idempotency-Key is there already, with its answer. */
class AlreadyAnswered extends Error {}
