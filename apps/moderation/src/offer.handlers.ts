import { offerRevised, type OfferRevised } from '@accord/contracts/events/offer-revised';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { KeepRevision } from './keep-revision.js';

@Controller()
export class OfferHandlers {
  constructor(private readonly keepRevision: KeepRevision) {}

  @OnEvent(offerRevised)
  async onRevised(@Payload() offer: OfferRevised | null, @Ctx() event: EventContext): Promise<void> {
    if (offer === null) await this.keepRevision.erase(event.tx, event.key, event.version);
    else await this.keepRevision.execute(event.tx, offer);
  }
}
