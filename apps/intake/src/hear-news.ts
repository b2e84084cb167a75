import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Change, evolve } from './domain/offer-life.js';
import { lockedOffer, OfferStore } from './offer.store.js';

/** Folds what another service says of an offer into its state. An offer that is not here is none of ours: nothing is kept. */
@Injectable()
export class HearNews {
  constructor(private readonly offers: OfferStore) {}

  /** Answers whether it was news: a version heard before is not. */
  async execute(tx: EntityManager, offerId: string, change: Change): Promise<boolean> {
    const record = await lockedOffer(tx, offerId);
    if (record === undefined) return false;
    const life = evolve(record.life, change);
    if (life === record.life) return false;
    await this.offers.update(tx, [{ ...record, life }]);
    return true;
  }
}
