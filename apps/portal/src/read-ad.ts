import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { AdContacts } from './ad-contacts.js';
import { AdStore } from './ad.store.js';
import { type PublicAd, publicAdOf } from './domain/public-ad.js';

/** Reads one ad, with the contact its employer wants to be reached by. */
@Injectable()
export class ReadAd {
  constructor(
    private readonly ads: AdStore,
    private readonly contacts: AdContacts,
  ) {}

  /** @throws Problem not-found, gone */
  async execute(offerId: string): Promise<PublicAd> {
    const found = await this.ads.find(offerId);
    switch (found.kind) {
      case 'unknown':
        throw new Problem('not-found', 'There is no ad with this id.');
      case 'gone':
        throw new Problem('gone', `This ad is no longer on show since ${found.since}.`);
      case 'shown': {
        const ad = publicAdOf(found.ad.view, found.ad.publishedAt);
        return { ...ad, apply: { ...ad.apply, ...(await this.contacts.of(found.ad.view)) } };
      }
    }
  }
}
