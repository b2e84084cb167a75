import type { StopAnswer } from '@accord/contracts/internal/stops';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { stoppedEvent } from './domain/offer-events.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { lockedOffer } from './offer.store.js';
import { type OfferStop, StopStore } from './stop.store.js';

/** Keeps since when nothing of an offer is under way any more, and tells of it; said again, it changes nothing. */
@Injectable()
export class ConcludeStop {
  constructor(
    private readonly db: DataSource,
    private readonly stops: StopStore,
    private readonly events: OfferEventStore,
  ) {}

  execute({ stop, offerId, intent }: OfferStop, answer: Extract<StopAnswer, { state: 'stopped' }>): Promise<void> {
    return this.db.transaction(async (tx) => {
      const record = await lockedOffer(tx, offerId);
      if (record === undefined || !(await this.stops.done(tx, stop, answer))) return;
      const { effectiveAt } = answer;
      await this.events.add(tx, [{ of: record, event: stoppedEvent(record, { intent, effectiveAt }) }]);
    });
  }
}
