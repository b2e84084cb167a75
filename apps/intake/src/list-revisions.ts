import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { RevisionList } from './answers.js';
import { ContactKeyStore } from './contact-key.store.js';
import { OfferStore } from './offer.store.js';
import { noSuchOffer } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { openText } from './seal-text.js';

const position = z.tuple([z.int()]);

/** Every text the employer submitted of an offer, the newest first. */
@Injectable()
export class ListRevisions {
  constructor(
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly keys: ContactKeyStore,
  ) {}

  /** @throws Problem not-found, invalid-request */
  async execute(holder: string, id: string, page: { cursor?: string; limit: number }): Promise<RevisionList> {
    if ((await this.offers.find(id, holder)) === undefined) throw noSuchOffer();
    const before = page.cursor === undefined ? undefined : decodeCursor(page.cursor, position)[0];
    const found = await this.revisions.list(id, before, page.limit);
    const key = (await this.keys.find([id])).get(id);
    const { items, next } = pageOf(found, page.limit, ({ revision }) => [revision]);
    return {
      items: items.map(({ revision, submittedAt, findings, offer }) => ({
        revision,
        submittedAt: submittedAt.toISOString(),
        findings: [...findings],
        offer: openText(offer, { offerId: id, revision }, key),
      })),
      ...(next !== undefined && { next }),
    };
  }
}
