import { partnerRegistered, type PartnerRegistered } from '@accord/contracts/events/partner-registered';
import type { EventContext } from '@accord/messaging/event-context';
import { keepHighest } from '@accord/messaging/keep-highest';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { RegisterPartner } from './register-partner.js';

@Controller()
export class PartnerHandlers {
  constructor(private readonly registry: RegisterPartner) {}

  @OnEvent(partnerRegistered)
  async onRegistered(@Payload() partner: PartnerRegistered | null, @Ctx() event: EventContext): Promise<void> {
    if (!(await keepHighest(event, partner))) return;
    if (partner === null) await this.registry.forget(event.tx, event.key);
    else await this.registry.execute(event.tx, partner);
  }
}
