import { publicationDecided, type PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { EventBatch, ReceivedEvent } from '@accord/messaging/event-batch';
import { OnEvents } from '@accord/messaging/on-event';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { EntityManager } from 'typeorm';

import { postingEvents, standingEvents } from './domain/offer-events.js';
import type { Publication } from './domain/offer-life.js';
import { OfferEventStore } from './events/offer-event.store.js';
import { type Heard, HearNews } from './hear-news.js';
import { type DecisionNews, NewsStore, type OfferNews } from './news.store.js';
import { NoticeStore } from './notices/notice.store.js';

/** Where consent says offers may be. */
@Controller()
export class DecisionHandlers {
  constructor(
    private readonly hearNews: HearNews,
    private readonly news: NewsStore,
    private readonly events: OfferEventStore,
    private readonly notices: NoticeStore,
  ) {}

  @OnEvents(publicationDecided)
  async onDecisions(
    @Payload() all: readonly ReceivedEvent<PublicationDecided>[],
    @Ctx() { tx }: EventBatch,
  ): Promise<void> {
    const heard = await this.hearNews.execute(
      tx,
      all.map(({ data, event: { key, version } }) => ({
        offerId: key,
        change: { kind: 'decided', publication: publicationOf(data, version) },
      })),
    );
    if (heard.size === 0) return;
    const known = await this.news.ofAll([...heard.keys()], tx);
    const news = all.filter(({ event }) => heard.has(event.key));
    await this.news.keepDecisions(
      tx,
      news.map(({ data, event: { key, version } }) => ({
        offerId: key,
        version,
        news: data === null ? null : newsOf(data),
      })),
    );
    const decided = news.flatMap(({ data }) => {
      const of = data === null ? undefined : heard.get(data.offerId);
      return data === null || of === undefined ? [] : [{ data, heard: of }];
    });
    await this.tell(tx, decided, known);
    const another = decided.filter(({ heard: of }) => showsAnother(of));
    await this.notices.arm(
      tx,
      another.flatMap(({ data: { offerId, offer } }) =>
        offer === null ? [] : [{ offerId, closesOn: offer.closesOn }],
      ),
    );
  }

  /** What changed for the offers as a whole, and at each partner. */
  private async tell(
    tx: EntityManager,
    decided: readonly Decided[],
    known: ReadonlyMap<string, OfferNews>,
  ): Promise<void> {
    if (decided.length === 0) return;
    const now = await this.news.ofAll(
      decided.map(({ data }) => data.offerId),
      tx,
    );
    const events = decided.flatMap(({ data, heard: { before, after } }) => {
      const postings = [known, now].map((news) => news.get(after.id)?.postings ?? []);
      const changed = postingEvents(after, postings[0] ?? [], postings[1] ?? []);
      const all = [...standingEvents(before.life.publication, after, data), ...changed];
      return all.map((event) => ({ of: after, event }));
    });
    await this.events.add(tx, events);
  }
}

interface Decided {
  readonly data: PublicationDecided;
  readonly heard: Heard;
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
