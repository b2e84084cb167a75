import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { AdStore } from './ad.store.js';

@Controller()
export class DecisionHandlers {
  constructor(private readonly ads: AdStore) {}

  @OnEvent(publicationDecided)
  async onDecision(@Payload() decision: PublicationDecided | null, @Ctx() event: EventContext): Promise<void> {
    if (decision === null) await this.ads.hide(event.tx, event.key, event.version, 'erased');
    else await this.ads.apply(event.tx, decision);
  }
}
