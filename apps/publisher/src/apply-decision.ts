import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import type { ShowableOffer } from '@accord/contracts/showable-offer';
import { digestOf } from '@accord/receipts/digest';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import { addErasureToOutbox } from '@accord/messaging/outbox';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { afterCommit } from './after-commit.js';
import { afterErasure, postingsAfterDecision } from './domain/apply-decision.js';
import { marksOf } from './domain/offer-marks.js';
import { nextOutcomeVersion } from './domain/outcome-event.js';
import type { Posting } from './domain/posting.js';
import { LaneSignals } from './lane-signals.js';
import { type KeptView, OfferViewStore } from './offer-view.store.js';
import { PostingStore } from './posting.store.js';
import { RecallNews } from './recall-news.js';
import { tellOutcomes, withVersions } from './tell-outcomes.js';

/** Fans decisions out into the rows of their partners, in the transaction that also stores that they were read. */
@Injectable()
export class ApplyDecision {
  constructor(
    private readonly postings: PostingStore,
    private readonly views: OfferViewStore,
    private readonly signals: LaneSignals,
    private readonly recalls: RecallNews,
  ) {}

  /** Decisions on different offers. */
  async execute(tx: EntityManager, decisions: readonly PublicationDecided[]): Promise<void> {
    const before = await this.postings.lockOfOffers(
      tx,
      decisions.map(({ offerId }) => offerId),
    );
    const now = await this.postings.now(tx);
    const byOffer = Map.groupBy(before, ({ offerId }) => offerId);
    const changed = decisions.flatMap(({ offerId, decidedAt, postings }) =>
      postingsAfterDecision(byOffer.get(offerId) ?? [], postings, { offerId, decidedAt: new Date(decidedAt), now }),
    );
    await this.store(tx, before, changed, now);
    await this.views.keep(tx, decisions.map(viewOf));
  }

  /** The offer's topic forgets it: so do we, but for what a partner may still hold. */
  async erase(tx: EntityManager, offerId: string): Promise<void> {
    const before = await this.postings.lockOfOffers(tx, [offerId]);
    const now = await this.postings.now(tx);
    const held = before.filter(({ mayHold }) => mayHold);
    await this.store(
      tx,
      held,
      held.map((posting) => afterErasure(posting, now)).filter((after, at) => after !== held[at]),
      now,
    );
    const gone = before.filter(({ mayHold }) => !mayHold);
    await this.postings.erase(
      tx,
      gone.map(({ id }) => id),
    );
    for (const { partner, outcomeVersion } of gone) {
      const key = postingKey({ offerId, partner });
      await addErasureToOutbox(tx, postingChanged, key, nextOutcomeVersion(outcomeVersion, now));
    }
    await this.views.keep(tx, [{ offerId }]);
  }

  private async store(
    tx: EntityManager,
    before: readonly Posting[],
    changed: readonly Posting[],
    now: Date,
  ): Promise<void> {
    const old = new Map(before.map((posting) => [posting.id, posting]));
    const changes = changed.map((after) => ({ before: old.get(after.id), after }));
    const { all, news, recalls } = withVersions(changes, now);
    await this.postings.save(tx, await this.marked(tx, all));
    await tellOutcomes(tx, news);
    this.recalls.tell(tx, recalls);
    afterCommit(tx, () => this.signals.changed(all));
  }

  /** With what their ads are recognised by, where they are to be looked for: the views go with this decision. */
  private async marked(tx: EntityManager, postings: readonly Posting[]): Promise<readonly Posting[]> {
    const unmarked = postings.filter(({ recall }) => recall?.page !== undefined && recall.page.marks === undefined);
    if (unmarked.length === 0) return postings;
    const views = await this.views.latestOf(
      tx,
      unmarked.map(({ offerId }) => offerId),
    );
    return postings.map((posting) => withMarks(posting, views.get(posting.offerId)));
  }
}

function withMarks(posting: Posting, view: ShowableOffer | undefined): Posting {
  const { recall } = posting;
  if (view === undefined || recall?.page === undefined || recall.page.marks !== undefined) return posting;
  return { ...posting, recall: { ...recall, page: { ...recall.page, marks: marksOf(view) } } };
}

/** The view with the digest that we work out ourselves; a permit for any other finds nothing to send. */
function viewOf({ offerId, offer, postings }: PublicationDecided): KeptView {
  const isWanted = postings.some(({ wanted }) => wanted === 'show');
  return offer === null || !isWanted ? { offerId } : { offerId, view: { digest: digestOf(offer), offer } };
}

const postingKey = ({ offerId, partner }: Pick<Posting, 'offerId' | 'partner'>): string => `${offerId}:${partner}`;
