import { stopAnswer, type StopAnswer } from '@accord/contracts/internal/stops';
import { Log } from '@accord/service/logging';
import { ServiceClient, ServiceRefused, ServiceUnavailable } from '@accord/service/service-client';
import { Injectable } from '@nestjs/common';

import { ConcludeStop } from './conclude-stop.js';
import { type OfferStop, StopStore } from './stop.store.js';

/** Asks consent to stop what an offer's committed version no longer allows. Idempotent: the stop has its own id. */
@Injectable()
export class AskStop {
  constructor(
    private readonly consent: ServiceClient,
    private readonly stops: StopStore,
    private readonly concludeStop: ConcludeStop,
    private readonly log: Log,
  ) {}

  /** Undefined: consent was not reached, or could not answer; the event carries the same stop, and we ask again. */
  async execute(asked: OfferStop): Promise<StopAnswer | undefined> {
    const { stop, offerId, holder, version, intent, reason } = asked;
    const call = { kind: 'offer', stop, offerId, holder, version, intent, reason } as const;
    try {
      const answer = await this.consent.post('/internal/v1/stops', call, stopAnswer);
      if (answer.state === 'stopped') await this.concludeStop.execute(asked, answer);
      else await this.stops.askLater(stop, true);
      return answer;
    } catch (error) {
      if (error instanceof ServiceUnavailable)
        this.log.warn('stop.not-asked', { offerId, version, why: error.message });
      else if (error instanceof ServiceRefused && error.status === 409) {
        // The event of a later version was there first; the stop is asked for at that one.
        this.log.warn('stop.overtaken', { offerId, version });
      } else if (error instanceof ServiceRefused) this.log.error('stop.refused', error, { offerId, version });
      else throw error;
      await this.stops.askLater(stop, false);
      return undefined;
    }
  }
}
