import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { OnEvents } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { AdStore } from './ad.store.js';

@Controller()
export class DecisionHandlers {
  constructor(private readonly ads: AdStore) {}

  @OnEvents(publicationDecided)
  async onDecisions(
    @Payload() all: readonly ReceivedEvent<PublicationDecided>[],
    @Ctx() { tx }: EventBatch,
  ): Promise<void> {
    await this.ads.apply(
      tx,
      all.flatMap(({ data }) => (data === null ? [] : [data])),
    );
    const erased = all.filter(({ data }) => data === null);
    await this.ads.hide(
      tx,
      erased.map(({ event: { key, version } }) => ({ offerId: key, version, because: 'erased' })),
    );
  }
}
