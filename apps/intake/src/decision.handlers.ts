import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';

import type { PostingView } from './domain/live-map.js';
import { postingEvents, standingEvents } from './domain/offer-events.js';
import type { Publication } from './domain/offer-life.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { type Heard, HearNews } from './hear-news.js';
import { type DecisionNews, NewsStore } from './news.store.js';
import { NoticeStore } from './notices/notice.store.js';

/** Where consent says an offer may be. */
@Controller()
export class DecisionHandlers {
  constructor(
    private readonly hearNews: HearNews,
    private readonly news: NewsStore,
    private readonly events: OfferEventStore,
    private readonly notices: NoticeStore,
  ) {}

  @OnEvent(publicationDecided)
  async onDecision(
    @Payload() data: PublicationDecided | null,
    @Ctx() { tx, key, version }: EventContext,
  ): Promise<void> {
    const publication = publicationOf(data, version);
    const heard = await this.hearNews.execute(tx, key, { kind: 'decided', publication });
    if (heard === undefined) return;
    const known = await this.news.liveMapOf(key, tx);
    await this.news.keepDecision(tx, key, version, data === null ? null : newsOf(data));
    if (data === null) return;
    await this.tell(tx, heard, data, known);
    if (data.offer !== null && showsAnother(heard)) await this.notices.arm(tx, key, data.offer.closesOn);
  }

  /** What changed for the offer as a whole, and at each partner. */
  private async tell(
    tx: EntityManager,
    { before, after }: Heard,
    data: PublicationDecided,
    known: readonly PostingView[],
  ): Promise<void> {
    const postings = postingEvents(after, known, await this.news.liveMapOf(after.id, tx));
    const events = [...standingEvents(before.life.publication, after, data), ...postings];
    await this.events.add(
      tx,
      events.map((event) => ({ of: after, event })),
    );
  }
}

/** A decision that concerns partners alone shows the same text as before. */
const showsAnother = ({ before, after }: Heard): boolean => shownOf(before) !== shownOf(after);

const shownOf = ({ life: { publication } }: Heard['after']): number | undefined =>
  publication.kind === 'decided' ? publication.shownRevision : undefined;

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
