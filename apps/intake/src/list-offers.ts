import type { OfferState } from '@accord/contracts/offer-state';
import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { OfferList } from './answers.js';
import { OfferStore } from './offer.store.js';
import { lineOf } from './show-offer.js';

export interface ListQuery {
  readonly reference?: string | undefined;
  readonly state?: OfferState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const position = z.tuple([z.uuid()]);

/** An employer's offers, the newest first, without a ceiling. */
@Injectable()
export class ListOffers {
  constructor(private readonly offers: OfferStore) {}

  /** @throws Problem invalid-request */
  async execute(holder: string, { reference, state, cursor, limit }: ListQuery): Promise<OfferList> {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, position)[0];
    const found = await this.offers.list({ holder, reference, state, before, limit });
    const { items, next } = pageOf(found, limit, ({ id }) => [id]);
    return { items: items.map(lineOf), ...(next !== undefined && { next }) };
  }
}
