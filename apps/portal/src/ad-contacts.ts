import type { OpenContact } from '@accord/contracts/sealed-offer';
import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { unsealContact } from '@accord/receipts/sealed-contact';
import { ContactKeys } from '@accord/service/contact-keys';
import type { Log } from '@accord/service/logging';
import { ServiceClient } from '@accord/service/service-client';

import type { PortalConfig } from './portal.config.js';

/** What the page of one ad shows of its contact; `contactUnavailable` when it is there and cannot be read at the moment. */
export type ShownContact = { readonly contact?: OpenContact; readonly contactUnavailable?: true };

/** Opens an ad's sealed contact for whoever reads that one ad. It is never stored and never in a list. */
export class AdContacts {
  constructor(
    private readonly keys: ContactKeys,
    private readonly log: Log,
  ) {}

  static with(this: void, config: PortalConfig, log: Log): AdContacts {
    const intake = new ServiceClient({
      name: 'intake',
      baseUrl: config.INTAKE_URL,
      token: config.SERVICE_TOKEN,
      timeoutMs: 2_000,
    });
    return new AdContacts(new ContactKeys(intake, 'ad-shown'), log);
  }

  async of({ offerId, revision, apply }: ShowableOffer): Promise<ShownContact> {
    const { sealed } = apply;
    if (sealed === undefined) return {};
    try {
      const key = await this.keys.keyOf(sealed.keyId);
      return key === null ? {} : { contact: unsealContact(sealed, key, { offerId, revision }) };
    } catch (error) {
      this.log.warn('ad.contact-unavailable', { offerId, cause: error });
      return { contactUnavailable: true };
    }
  }
}
