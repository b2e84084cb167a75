import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Change, evolve } from './domain/offer-life.js';
import { lockedOffers, OfferStore } from './offer.store.js';
import type { OfferRecord } from './offer-record.js';

/** What another service says of an offer. */
export interface News {
  readonly offerId: string;
  readonly change: Change;
}

/** An offer before and after what was heard. */
export interface Heard {
  readonly before: OfferRecord;
  readonly after: OfferRecord;
}

/** Folds what another service says of offers into their states. An offer that is not here is none of ours: nothing is kept. */
@Injectable()
export class HearNews {
  constructor(private readonly offers: OfferStore) {}

  /**
   * Of different offers. Answers those for which it was news, by offer: a version heard before is none. The offers' rows are
   * locked from here on.
   */
  async execute(tx: EntityManager, news: readonly News[]): Promise<ReadonlyMap<string, Heard>> {
    const records = await lockedOffers(
      tx,
      news.map(({ offerId }) => offerId),
    );
    const heard = new Map<string, Heard>();
    for (const { offerId, change } of news) {
      const before = records.get(offerId);
      const life = before && evolve(before.life, change);
      if (before === undefined || life === undefined || life === before.life) continue;
      heard.set(offerId, { before, after: { ...before, life } });
    }
    if (heard.size > 0)
      await this.offers.update(
        tx,
        [...heard.values()].map(({ after }) => after),
      );
    return heard;
  }
}
