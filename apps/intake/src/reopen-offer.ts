import { offerRevised } from '@accord/contracts/events/offer-revised';
import { addToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';

import { acceptedOf, type OfferAccepted } from './answers.js';
import { reopenedEvent } from './domain/offer-events.js';
import { evolve } from './domain/offer-life.js';
import { assertMay, type Employer } from './employer.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { OfferStore } from './offer.store.js';
import { revisedEventOf } from './offer-record.js';
import { changeBy } from './refusals.js';
import { RevisionStore } from './revision.store.js';
import { StopStore } from './stop.store.js';

/** Takes a suspension or a filling back: the offer is to be shown again, under the agreements that stand. */
@Injectable()
export class ReopenOffer {
  constructor(
    private readonly offers: OfferStore,
    private readonly revisions: RevisionStore,
    private readonly stops: StopStore,
    private readonly events: OfferEventStore,
  ) {}

  /** @throws Problem not-found, state-forbids */
  async execute(employer: Employer, id: string, from: 'suspended' | 'filled'): Promise<OfferAccepted> {
    assertMay(employer, 'stop');
    return this.offers.change(employer, id, async (tx, record) => {
      const change = changeBy(record.life, { kind: 'reopen', from });
      const life = change === undefined ? record.life : evolve(record.life, change);
      const { offer, findings } = await this.revisions.get(id, life.revision, tx);
      if (change !== undefined) {
        const { reason: _past, comment: _words, openingsFilled: _filled, ...rest } = record;
        const reopened = { ...rest, life, changedAt: new Date() };
        await this.offers.update(tx, [reopened]);
        await this.stops.supersede(tx, [id]);
        await this.events.add(tx, [{ of: reopened, event: reopenedEvent(reopened, employer.by) }]);
        await addToOutbox(tx, offerRevised, revisedEventOf(reopened, offer));
      }
      return acceptedOf({ ...record, life }, findings);
    });
  }
}
