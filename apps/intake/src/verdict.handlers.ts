import { offerVerified, type OfferVerified } from '@accord/contracts/events/offer-verified';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { verdictEvent } from './domain/offer-events.js';
import type { Verification } from './domain/offer-life.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { HearNews } from './hear-news.js';
import { NewsStore } from './news.store.js';

/** What moderation says of an offer's texts. */
@Controller()
export class VerdictHandlers {
  constructor(
    private readonly hearNews: HearNews,
    private readonly news: NewsStore,
    private readonly events: OfferEventStore,
  ) {}

  @OnEvent(offerVerified)
  async onVerdict(@Payload() data: OfferVerified | null, @Ctx() { tx, key, version }: EventContext): Promise<void> {
    const verification = verificationOf(data, version);
    const heard = await this.hearNews.execute(tx, key, { kind: 'verified', verification });
    if (heard === undefined) return;
    await this.news.keepVerdict(tx, key, version, data);
    if (data !== null) await this.events.add(tx, [{ of: heard.after, event: verdictEvent(heard.after, data) }]);
  }
}

const verificationOf = (data: OfferVerified | null, version: number): Verification =>
  data === null
    ? { kind: 'unheard', version }
    : {
        kind: 'heard',
        version,
        revision: data.revision,
        verdict: data.verdict,
        ...(data.approvedRevision !== undefined && { approvedRevision: data.approvedRevision }),
      };
