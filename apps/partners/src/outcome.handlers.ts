import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { PostingCounts } from './posting-counts.js';

@Controller()
export class OutcomeHandlers {
  constructor(private readonly counts: PostingCounts) {}

  @OnEvent(postingChanged)
  async onOutcome(@Payload() outcome: PostingChanged | null, @Ctx() event: EventContext): Promise<void> {
    if (outcome !== null) return this.counts.keep(event.tx, outcome);
    const [offerId = '', partner = ''] = event.key.split(':');
    await this.counts.forget(event.tx, offerId, partner);
  }
}
