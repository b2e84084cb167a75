import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { keepHighestOfAll } from '@accord/messaging/keep-highest';
import { OnEvents } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { ApplyDecision } from './apply-decision.js';

@Controller()
export class DecisionHandlers {
  constructor(private readonly decisions: ApplyDecision) {}

  @OnEvents(publicationDecided)
  async onDecided(
    @Payload() all: readonly ReceivedEvent<PublicationDecided>[],
    @Ctx() { tx }: EventBatch,
  ): Promise<void> {
    const news = await keepHighestOfAll(tx, all);
    const decisions = news.flatMap(({ data }) => (data === null ? [] : [data]));
    if (decisions.length > 0) await this.decisions.execute(tx, decisions);
    for (const { data, event } of news) if (data === null) await this.decisions.erase(tx, event.key);
  }
}
