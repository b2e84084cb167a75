import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Poison } from '@accord/messaging/poison';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { lineEvents } from './domain/offer-events.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { NewsStore, type OutcomeNews } from './news.store.js';
import { lockedOffer } from './offer.store.js';

const KEY = /^([0-9a-f-]{36}):([a-z0-9-]{2,40})$/;

/** Where the publisher says each offer is: the employer's live map. */
@Controller()
export class OutcomeHandlers {
  constructor(
    private readonly news: NewsStore,
    private readonly events: OfferEventStore,
  ) {}

  @OnEvent(postingChanged)
  async onOutcome(@Payload() data: PostingChanged | null, @Ctx() { tx, key, version }: EventContext): Promise<void> {
    const [, offerId, partner] = KEY.exec(key) ?? [];
    if (offerId === undefined || partner === undefined) throw new Poison('refused', 'the key is not offer:partner');
    // Locked first: what the live map said before is then what its readers were told.
    const offer = await lockedOffer(tx, offerId);
    const news = data === null ? null : newsOf(data);
    const { before, after } = await this.news.keepOutcome(tx, { offerId, partner, version }, news);
    if (offer === undefined) return;
    await this.events.add(
      tx,
      lineEvents(offer, before, after).map((event) => ({ of: offer, event })),
    );
  }
}

const newsOf = (data: PostingChanged): OutcomeNews => ({
  partner: data.partner,
  state: data.state,
  since: data.since,
  wantedVersion: data.wantedVersion,
  ...(data.publicUrl !== undefined && { publicUrl: data.publicUrl }),
  ...(data.reason !== undefined && { reason: data.reason }),
  ...(data.revision !== undefined && { revision: data.revision }),
});
