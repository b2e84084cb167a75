import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { RevisionList } from './answers.js';
import { OfferStore } from './offer.store.js';
import { noSuchOffer } from './refusals.js';
import { TextStore } from './text.store.js';

const position = z.tuple([z.int()]);

/** Every text the employer submitted of an offer, the newest first. */
@Injectable()
export class ListRevisions {
  constructor(
    private readonly offers: OfferStore,
    private readonly texts: TextStore,
  ) {}

  /** @throws Problem not-found, invalid-request */
  async execute(holder: string, id: string, page: { cursor?: string; limit: number }): Promise<RevisionList> {
    if ((await this.offers.find(id, holder)) === undefined) throw noSuchOffer();
    const before = page.cursor === undefined ? undefined : decodeCursor(page.cursor, position)[0];
    const found = await this.texts.list(id, before, page.limit);
    const { items, next } = pageOf(found, page.limit, ({ revision }) => [revision]);
    return {
      items: items.map(({ revision, submittedAt, findings, content }) => ({
        revision,
        submittedAt: submittedAt.toISOString(),
        findings: [...findings],
        offer: content,
      })),
      ...(next !== undefined && { next }),
    };
  }
}
