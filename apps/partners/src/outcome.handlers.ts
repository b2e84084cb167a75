import { postingChanged, type PostingChanged } from '@accord/contracts/events/posting-changed';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { OnEvents } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { PostingCounts } from './posting-counts.js';

@Controller()
export class OutcomeHandlers {
  constructor(private readonly counts: PostingCounts) {}

  @OnEvents(postingChanged)
  async onOutcome(@Payload() all: readonly ReceivedEvent<PostingChanged>[], @Ctx() { tx }: EventBatch): Promise<void> {
    await this.counts.keep(
      tx,
      all.flatMap(({ data }) => (data === null ? [] : [data])),
    );
    for (const { event } of all.filter(({ data }) => data === null)) {
      const [offerId = '', partner = ''] = event.key.split(':');
      await this.counts.forget(tx, offerId, partner);
    }
  }
}
