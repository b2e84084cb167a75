import { offerVerified, type OfferVerified } from '@accord/contracts/events/offer-verified';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import type { Verification } from './domain/offer-life.js';
import { HearNews } from './hear-news.js';
import { NewsStore } from './news.store.js';

/** What moderation says of an offer's texts. */
@Controller()
export class VerdictHandlers {
  constructor(
    private readonly hearNews: HearNews,
    private readonly news: NewsStore,
  ) {}

  @OnEvent(offerVerified)
  async onVerdict(@Payload() data: OfferVerified | null, @Ctx() { tx, key, version }: EventContext): Promise<void> {
    const verification = verificationOf(data, version);
    if (!(await this.hearNews.execute(tx, key, { kind: 'verified', verification }))) return;
    await this.news.keepVerdict(tx, key, version, data);
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
