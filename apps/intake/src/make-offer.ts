import { v7 as uuid } from 'uuid';

import type { ContactVault } from './contact-vault.js';
import { newLife } from './domain/offer-life.js';
import { type Employer, recordedMandate } from './employer.js';
import type { NewOffer } from './new-offer.store.js';
import type { PreparedText } from './prepare-text.js';
import { hasContact, sealText } from './seal-text.js';

/** An offer that was not there before, with its own key if it has a contact to seal. */
export function makeOffer(text: PreparedText, employer: Employer, vault: ContactVault, now: Date): NewOffer {
  const id = uuid();
  const key = hasContact(text.content) ? vault.newKey() : undefined;
  return {
    record: {
      id,
      holder: employer.holder,
      mandate: recordedMandate(employer),
      reference: text.content.reference,
      title: text.content.title,
      life: newLife,
      closesOn: text.content.closesOn,
      draftDigest: text.digest,
      createdAt: now,
      submittedAt: now,
      changedAt: now,
    },
    offer: sealText(text.content, { offerId: id, revision: 1 }, key),
    findings: text.findings,
    by: employer.by,
    ...(key !== undefined && { wrappedKey: vault.wrap(id, key) }),
  };
}
