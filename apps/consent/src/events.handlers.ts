import { type OfferRevised, offerRevised } from '@accord/contracts/events/offer-revised';
import { type OfferVerified, offerVerified } from '@accord/contracts/events/offer-verified';
import { type PartnerRegistered, partnerRegistered } from '@accord/contracts/events/partner-registered';
import { type PostingChanged, postingChanged } from '@accord/contracts/events/posting-changed';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { KeepOffer } from './offers/keep-offer.js';
import { KeepVerdicts } from './offers/keep-verdicts.js';
import { forgetOutcome, KeepOutcome } from './outcomes/keep-outcome.js';
import { KeepPartner } from './partners/keep-partner.js';

/** What consent learns from the other services; each in the transaction of the next offset. */
@Controller()
export class EventHandlers {
  constructor(
    private readonly keepOffer: KeepOffer,
    private readonly keepVerdicts: KeepVerdicts,
    private readonly keepPartner: KeepPartner,
    private readonly keepOutcome: KeepOutcome,
  ) {}

  @OnEvent(offerRevised)
  async offerRevised(@Payload() data: OfferRevised | null, @Ctx() { tx, key, version }: EventContext): Promise<void> {
    if (data === null) await this.keepOffer.erased(tx, key, version);
    else await this.keepOffer.revised(tx, data);
  }

  /** Moderation forgets an offer when intake does, and that is heard from intake. */
  @OnEvent(offerVerified)
  async offerVerified(@Payload() data: OfferVerified | null, @Ctx() { tx }: EventContext): Promise<void> {
    if (data !== null) await this.keepVerdicts.execute(tx, data);
  }

  @OnEvent(partnerRegistered)
  async partnerRegistered(
    @Payload() data: PartnerRegistered | null,
    @Ctx() { tx, key, version }: EventContext,
  ): Promise<void> {
    if (data === null) await this.keepPartner.erased(tx, key, version);
    else await this.keepPartner.registered(tx, data);
  }

  @OnEvent(postingChanged)
  async postingChanged(@Payload() data: PostingChanged | null, @Ctx() { tx, key }: EventContext): Promise<void> {
    const [offerId = '', partner = ''] = key.split(':');
    if (data === null) await forgetOutcome(tx, offerId, partner);
    else await this.keepOutcome.execute(tx, data);
  }
}
