import { offerVerified, type OfferVerified } from '@accord/contracts/events/offer-verified';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { OnEvents } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { verdictEvent } from './domain/offer-events.js';
import type { Verification } from './domain/offer-life.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { HearNews } from './hear-news.js';
import { NewsStore } from './news.store.js';

/** What moderation says of offers' texts. */
@Controller()
export class VerdictHandlers {
  constructor(
    private readonly hearNews: HearNews,
    private readonly news: NewsStore,
    private readonly events: OfferEventStore,
  ) {}

  @OnEvents(offerVerified)
  async onVerdicts(@Payload() all: readonly ReceivedEvent<OfferVerified>[], @Ctx() { tx }: EventBatch): Promise<void> {
    const told = all.map(({ data, event: { key, version } }) => ({ offerId: key, version, news: data }));
    const heard = await this.hearNews.execute(
      tx,
      told.map(({ offerId, version, news }) => ({
        offerId,
        change: { kind: 'verified', verification: verificationOf(news, version) },
      })),
    );
    const news = told.filter(({ offerId }) => heard.has(offerId));
    if (news.length === 0) return;
    await this.news.keepVerdicts(tx, news);
    const events = news.flatMap(({ offerId, news: verdict }) => {
      const of = heard.get(offerId)?.after;
      return of === undefined || verdict === null ? [] : [{ of, event: verdictEvent(of, verdict) }];
    });
    await this.events.add(tx, events);
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
