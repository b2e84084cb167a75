import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { OnEvents } from '@accord/messaging/on-event';
import { Poison } from '@accord/messaging/poison';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { lineEvents } from './domain/offer-events.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { NewsStore, type OutcomeNews } from './news.store.js';
import { lockedOffers } from './offer.store.js';

const KEY = /^([0-9a-f-]{36}):([a-z0-9-]{2,40})$/;

/** Where the publisher says offers are: the employers' live maps. */
@Controller()
export class OutcomeHandlers {
  constructor(
    private readonly news: NewsStore,
    private readonly events: OfferEventStore,
  ) {}

  @OnEvents(postingChanged)
  async onOutcomes(@Payload() all: readonly ReceivedEvent<PostingChanged>[], @Ctx() { tx }: EventBatch): Promise<void> {
    const told = all.map(({ data, event: { key, version } }) => ({
      ...partsOf(key),
      version,
      news: data === null ? null : newsOf(data),
    }));
    // Locked first: what the live maps said before is then what their readers were told.
    const offers = await lockedOffers(
      tx,
      told.map(({ offerId }) => offerId),
    );
    const lines = await this.news.keepOutcomes(tx, told);
    const events = told.flatMap(({ offerId }, at) => {
      const of = offers.get(offerId);
      const line = lines[at];
      return of === undefined || line === undefined
        ? []
        : lineEvents(of, line.before, line.after).map((event) => ({ of, event }));
    });
    await this.events.add(tx, events);
  }
}

/** @throws Poison */
function partsOf(key: string): { readonly offerId: string; readonly partner: string } {
  const [, offerId, partner] = KEY.exec(key) ?? [];
  if (offerId === undefined || partner === undefined) throw new Poison('refused', 'the key is not offer:partner');
  return { offerId, partner };
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
