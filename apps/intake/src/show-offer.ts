import { Injectable } from '@nestjs/common';

import type { OfferList, OfferView } from './answers.js';
import { stateOf } from './domain/offer-life.js';
import type { Employer } from './employer.js';
import { reasonLabel as labelOf } from './domain/reason-labels.js';
import { type DecisionNews, NewsStore, type VerdictNews } from './news.store.js';
import { OfferStore } from './offer.store.js';
import type { OfferRecord } from './offer-record.js';
import { noSuchOffer } from './refusals.js';
import { stopStatusPath } from './show-stop.js';
import { type OfferStop, StopStore } from './stop.store.js';
import { TextStore } from './text.store.js';

/** Everything its employer may know of an offer: its text in the clear, its state, and where it is. */
@Injectable()
export class ShowOffer {
  constructor(
    private readonly offers: OfferStore,
    private readonly texts: TextStore,
    private readonly news: NewsStore,
    private readonly stops: StopStore,
  ) {}

  /** @throws Problem not-found */
  async execute(employer: Employer, id: string): Promise<OfferView> {
    const record = await this.offers.find(id, employer);
    if (record === undefined) throw noSuchOffer();
    const { revision } = record.life;
    const [text, { verdict, decision, postings }, stop] = await Promise.all([
      this.texts.get(id, revision),
      this.news.of(id),
      this.stops.lastOf(id),
    ]);
    const findings = verdict?.revision === revision ? verdict.findings : [...text.findings];
    return {
      ...lineOf(record),
      ...(verdict !== undefined && { verification: verificationOf(verdict) }),
      ...(decision !== undefined && { publication: publicationOf(decision) }),
      ...(stop !== undefined && record.life.intent !== 'show' && { stop: stopLine(stop) }),
      findings,
      postings,
      offer: text.content,
    };
  }
}

/** What a list tells of an offer. */
export const lineOf = (record: OfferRecord): OfferList['items'][number] => ({
  id: record.id,
  reference: record.reference,
  title: record.title,
  state: stateOf(record.life),
  revision: record.life.revision,
  intent: record.life.intent,
  ...reasonOf(record),
  ...(record.comment !== undefined && { comment: record.comment }),
  ...(record.openingsFilled !== undefined && { openingsFilled: record.openingsFilled }),
  closesOn: record.closesOn,
  createdAt: record.createdAt.toISOString(),
  submittedAt: record.submittedAt.toISOString(),
  changedAt: record.changedAt.toISOString(),
});

function reasonOf({ reason, life }: OfferRecord): Pick<OfferView, 'reason' | 'reasonLabel'> {
  if (reason === undefined) return {};
  const reasonLabel = labelOf(life.intent, reason);
  return { reason, ...(reasonLabel !== undefined && { reasonLabel }) };
}

const verificationOf = ({
  revision,
  verdict,
  approvedRevision,
  decidedAt,
}: VerdictNews): OfferView['verification'] => ({
  revision,
  verdict,
  decidedAt,
  ...(approvedRevision !== undefined && { approvedRevision }),
});

const publicationOf = ({ standing, ownPortal, decidedAt, revision }: DecisionNews): OfferView['publication'] => ({
  standing,
  ownPortal,
  since: decidedAt,
  ...(revision !== undefined && { revision }),
});

const stopLine = ({ offerId, intent, done }: OfferStop): OfferView['stop'] => ({
  state: done === undefined ? 'stopping' : 'stopped',
  intent,
  ...(done !== undefined && { effectiveAt: done.effectiveAt.toISOString() }),
  status: stopStatusPath(offerId),
});
