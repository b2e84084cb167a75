import type { OfferState } from '@accord/contracts/offer-state';
import { opensAt } from '@accord/contracts/show-dates';
import { decodeCursor, pageOf } from '@accord/service/cursor';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { OfferList } from './answers.js';
import type { Employer } from './employer.js';
import { OfferStore } from './offer.store.js';
import { lineOf } from './show-offer.js';

export interface ListQuery {
  readonly reference?: string | undefined;
  readonly state?: OfferState | undefined;
  /** A day or an instant: those on show no longer from then on. */
  readonly closingBefore?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const position = z.tuple([z.uuid()]);

/** An employer's offers, the newest first, without a ceiling. */
@Injectable()
export class ListOffers {
  constructor(private readonly offers: OfferStore) {}

  /** @throws Problem invalid-request */
  async execute(employer: Employer, { cursor, closingBefore, ...query }: ListQuery): Promise<OfferList> {
    const before = cursor === undefined ? undefined : decodeCursor(cursor, position)[0];
    const endsBy = closingBefore === undefined ? undefined : opensAt(closingBefore);
    const found = await this.offers.list({ employer, ...query, endsBy, before });
    const { items, next } = pageOf(found, query.limit, ({ id }) => [id]);
    return { items: items.map(lineOf), ...(next !== undefined && { next }) };
  }
}
