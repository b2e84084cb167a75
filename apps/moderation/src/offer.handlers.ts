import { offerRevised, type OfferRevised } from '@accord/contracts/events/offer-revised';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { OnEvents } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { KeepRevision } from './keep-revision.js';

@Controller()
export class OfferHandlers {
  constructor(private readonly keepRevision: KeepRevision) {}

  @OnEvents(offerRevised)
  async onRevised(@Payload() all: readonly ReceivedEvent<OfferRevised>[], @Ctx() { tx }: EventBatch): Promise<void> {
    const offers = all.flatMap(({ data }) => (data === null ? [] : [data]));
    if (offers.length > 0) await this.keepRevision.execute(tx, offers);
    for (const { data, event } of all) if (data === null) await this.keepRevision.erase(tx, event.key, event.version);
  }
}
