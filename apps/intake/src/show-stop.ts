import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import type { StopView } from './answers.js';
import { AskStop } from './ask-stop.js';
import type { Employer } from './employer.js';
import { noSuchOffer } from './refusals.js';
import { NewsStore } from './news.store.js';
import { OfferStore } from './offer.store.js';
import { type OfferStop, StopStore } from './stop.store.js';

/** Where an employer asks how far its last stop is. */
export const stopStatusPath = (offerId: string): string => `/v1/offers/${offerId}/stop`;

/** How far the last stop of an offer is: consent is asked again, which changes nothing but what we know. */
@Injectable()
export class ShowStop {
  constructor(
    private readonly offers: OfferStore,
    private readonly stops: StopStore,
    private readonly askStop: AskStop,
    private readonly news: NewsStore,
  ) {}

  /** @throws Problem not-found */
  async execute(employer: Employer, offerId: string): Promise<StopView> {
    if ((await this.offers.find(offerId, employer)) === undefined) throw noSuchOffer();
    const stop = await this.stops.lastOf(offerId);
    if (stop === undefined) throw new Problem('not-found', 'Nothing was ever to take this offer down.');
    return this.of(stop);
  }

  /** What is shown of a stop; consent is asked where it is not done yet. */
  async of(stop: OfferStop): Promise<StopView> {
    const answer = stop.done === undefined ? await this.askStop.execute(stop) : undefined;
    const postings = answer?.postings ?? (await this.postingsOf(stop.offerId));
    if (answer?.state === 'stopped') {
      return { state: 'stopped', effectiveAt: answer.effectiveAt, receipt: answer.receipt, postings };
    }
    if (stop.done !== undefined) {
      const { effectiveAt, receipt } = stop.done;
      return { state: 'stopped', effectiveAt: effectiveAt.toISOString(), receipt, postings };
    }
    return { state: 'stopping', status: stopStatusPath(stop.offerId), postings };
  }

  private async postingsOf(offerId: string): Promise<StopView['postings']> {
    const map = await this.news.liveMapOf(offerId);
    return map.map(({ partner, state }) => ({ offerId, partner, state }));
  }
}
