import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type Change, evolve } from './domain/offer-life.js';
import { lockedOffer, OfferStore } from './offer.store.js';
import type { OfferRecord } from './offer-record.js';

/** An offer before and after what was heard. */
export interface Heard {
  readonly before: OfferRecord;
  readonly after: OfferRecord;
}

/** Folds what another service says of an offer into its state. An offer that is not here is none of ours: nothing is kept. */
@Injectable()
export class HearNews {
  constructor(private readonly offers: OfferStore) {}

  /** Undefined where it was no news: a version heard before is none. The offer's row is locked from here on. */
  async execute(tx: EntityManager, offerId: string, change: Change): Promise<Heard | undefined> {
    const before = await lockedOffer(tx, offerId);
    if (before === undefined) return undefined;
    const life = evolve(before.life, change);
    if (life === before.life) return undefined;
    const after = { ...before, life };
    await this.offers.update(tx, [after]);
    return { before, after };
  }
}
