import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import type { Publication } from './domain/offer-life.js';
import { HearNews } from './hear-news.js';
import { type DecisionNews, NewsStore } from './news.store.js';

/** Where consent says an offer may be. */
@Controller()
export class DecisionHandlers {
  constructor(
    private readonly hearNews: HearNews,
    private readonly news: NewsStore,
  ) {}

  @OnEvent(publicationDecided)
  async onDecision(
    @Payload() data: PublicationDecided | null,
    @Ctx() { tx, key, version }: EventContext,
  ): Promise<void> {
    const publication = publicationOf(data, version);
    if (!(await this.hearNews.execute(tx, key, { kind: 'decided', publication }))) return;
    await this.news.keepDecision(tx, key, version, data === null ? null : newsOf(data));
  }
}

const publicationOf = (data: PublicationDecided | null, version: number): Publication =>
  data === null
    ? { kind: 'undecided', version }
    : {
        kind: 'decided',
        version,
        standing: data.standing,
        ...(data.offer !== null && { shownRevision: data.offer.revision }),
      };

/** Without the view: intake has the offer's text itself. */
const newsOf = ({ standing, ownPortal, decidedAt, postings, offer }: PublicationDecided): DecisionNews => ({
  standing,
  ownPortal,
  decidedAt,
  postings,
  ...(offer !== null && { revision: offer.revision }),
});
