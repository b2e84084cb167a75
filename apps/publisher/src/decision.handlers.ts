import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { EventContext } from '@accord/messaging/event-context';
import { keepHighest } from '@accord/messaging/keep-highest';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { ApplyDecision } from './apply-decision.js';

@Controller()
export class DecisionHandlers {
  constructor(private readonly decisions: ApplyDecision) {}

  @OnEvent(publicationDecided)
  async onDecided(@Payload() decision: PublicationDecided | null, @Ctx() event: EventContext): Promise<void> {
    if (!(await keepHighest(event, decision))) return;
    if (decision === null) await this.decisions.erase(event.tx, event.key);
    else await this.decisions.execute(event.tx, decision);
  }
}
