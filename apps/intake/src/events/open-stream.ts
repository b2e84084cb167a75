import type { ServerResponse } from 'node:http';

import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import { type Employer, scopeOf } from '../employer.js';
import { OfferStore } from '../offer.store.js';
import { noSuchOffer } from '../refusals.js';
import { OfferStreams } from './offer-streams.js';

/** Answers everything that happened to an offer, and goes on with what happens. */
@Injectable()
export class OpenStream {
  constructor(
    private readonly offers: OfferStore,
    private readonly streams: OfferStreams,
  ) {}

  /**
   * `lastEventId`: what the client saw last; absent, it gets the whole story.
   * @throws Problem not-found, malformed-header, too-many-requests
   */
  async execute(
    employer: Employer,
    offerId: string,
    lastEventId: string | undefined,
    response: ServerResponse,
  ): Promise<void> {
    const after = sequenceOf(lastEventId);
    if ((await this.offers.find(offerId, employer)) === undefined) throw noSuchOffer();
    if (response.destroyed) return;
    this.streams.start({ owner: scopeOf(employer), mandate: employer.mandate?.id, offerId, after }, response);
  }
}

/** An empty one counts as absent: it is what a client without any sends. */
function sequenceOf(lastEventId: string | undefined): number {
  if (lastEventId === undefined || lastEventId === '') return 0;
  if (/^\d{1,15}$/.test(lastEventId)) return Number(lastEventId);
  const message = 'must be the id of an event of this stream';
  throw new Problem('malformed-header', `Last-Event-ID ${message}.`, [
    { pointer: '/last-event-id', in: 'header', code: 'wrong-format', message },
  ]);
}
