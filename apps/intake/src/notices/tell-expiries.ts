import type { EmployerEventFacts } from '@accord/contracts/employer-event';
import { Injectable } from '@nestjs/common';

import { expiryNotice, nextNoticeAt } from '../domain/notice-due.js';
import { OfferEventStore, type Telling } from '../events/offer-event.store.js';
import { type EndingOffer, type Looked, NoticeStore } from './notice.store.js';

const AT_ONCE = 100;

/** Tells employers that an offer's last day on show is near, while a renewal can still keep it there. */
@Injectable()
export class TellExpiries {
  constructor(
    private readonly notices: NoticeStore,
    private readonly events: OfferEventStore,
  ) {}

  /** Answers whether there may be more to tell at once. `at`: instead of the database's clock. */
  execute(at?: Date): Promise<boolean> {
    return this.notices.claim(AT_ONCE, at, async (tx, due) => {
      const looked = due.map(look);
      await this.events.add(
        tx,
        looked.flatMap(({ telling }) => (telling === undefined ? [] : [telling])),
      );
      await this.notices.remember(tx, looked);
    });
  }
}

/** What there is to tell of an offer now, and when to look again. */
function look(offer: EndingOffer): Looked & { readonly telling?: Telling } {
  const { id, holder, closesOn, told, now } = offer;
  const notice = expiryNotice(closesOn, told, now);
  switch (notice.kind) {
    case 'due': {
      const nextAt = nextNoticeAt(closesOn, notice.daysBefore);
      return { id, told: notice.daysBefore, nextAt, telling: { of: { id, holder }, event: expiring(offer, notice) } };
    }
    case 'later':
      return { id, told, nextAt: notice.at };
    case 'none':
      return { id, told, nextAt: undefined };
  }
}

const expiring = (
  { id, reference, revision, closesOn }: EndingOffer,
  { daysLeft }: { readonly daysLeft: number },
): EmployerEventFacts => ({
  type: 'offer.expiring',
  data: {
    offerId: id,
    reference,
    revision,
    state: 'published',
    closesOn,
    daysLeft,
    renewal: `/v1/offers/${id}/renewal`,
  },
});
