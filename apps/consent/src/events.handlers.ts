import { type OfferRevised, offerRevised } from '@accord/contracts/events/offer-revised';
import { type OfferVerified, offerVerified } from '@accord/contracts/events/offer-verified';
import { type PartnerRegistered, partnerRegistered } from '@accord/contracts/events/partner-registered';
import { type PostingChanged, postingChanged } from '@accord/contracts/events/posting-changed';
import { EventBatch, type ReceivedEvent } from '@accord/messaging/event-batch';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent, OnEvents } from '@accord/messaging/on-event';
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

  @OnEvents(offerRevised)
  async offerRevised(@Payload() all: readonly ReceivedEvent<OfferRevised>[], @Ctx() { tx }: EventBatch): Promise<void> {
    const { states, erased } = sorted(all);
    if (states.length > 0) await this.keepOffer.revised(tx, states);
    for (const { key, version } of erased) await this.keepOffer.erased(tx, key, version);
  }

  /** Moderation forgets an offer when intake does, and that is heard from intake. */
  @OnEvents(offerVerified)
  async offerVerified(
    @Payload() all: readonly ReceivedEvent<OfferVerified>[],
    @Ctx() { tx }: EventBatch,
  ): Promise<void> {
    const { states } = sorted(all);
    if (states.length > 0) await this.keepVerdicts.execute(tx, states);
  }

  @OnEvent(partnerRegistered)
  async partnerRegistered(
    @Payload() data: PartnerRegistered | null,
    @Ctx() { tx, key, version }: EventContext,
  ): Promise<void> {
    if (data === null) await this.keepPartner.erased(tx, key, version);
    else await this.keepPartner.registered(tx, data);
  }

  @OnEvents(postingChanged)
  async postingChanged(
    @Payload() all: readonly ReceivedEvent<PostingChanged>[],
    @Ctx() { tx }: EventBatch,
  ): Promise<void> {
    const { states, erased } = sorted(all);
    if (states.length > 0) await this.keepOutcome.execute(tx, states);
    for (const { key } of erased) {
      const [offerId = '', partner = ''] = key.split(':');
      await forgetOutcome(tx, offerId, partner);
    }
  }
}

/** What says how things are, and what says that they are no more. */
function sorted<D>(all: readonly ReceivedEvent<D>[]): { states: D[]; erased: EventContext[] } {
  return {
    states: all.flatMap(({ data }) => (data === null ? [] : [data])),
    erased: all.flatMap(({ data, event }) => (data === null ? [event] : [])),
  };
}
