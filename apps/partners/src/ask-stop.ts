import { stopAnswer, type StopAnswer, type StopCall } from '@accord/contracts/internal/stops';
import { Log } from '@accord/service/logging';
import { ServiceClient, ServiceRefused, ServiceUnavailable } from '@accord/service/service-client';
import { Injectable } from '@nestjs/common';

import { StopCallStore } from './stop-call.store.js';

/** A change that takes something away, as it is answered: done, or still stopping. */
export type StopView =
  | { readonly state: 'stopped'; readonly effectiveAt: string; readonly receipt: string }
  | { readonly state: 'stopping'; readonly stop: string };

/** Asks consent to stop what the directory no longer allows. Idempotent: each stop has its own id. */
@Injectable()
export class AskStop {
  constructor(
    private readonly consent: ServiceClient,
    private readonly calls: StopCallStore,
    private readonly log: Log,
  ) {}

  async execute(call: StopCall): Promise<StopView> {
    const answer = await this.ask(call);
    return answer?.state === 'stopped'
      ? { state: 'stopped', effectiveAt: answer.effectiveAt, receipt: answer.receipt }
      : { state: 'stopping', stop: call.stop };
  }

  /** Undefined: consent was not reached; it is asked again, and the registry's event says the same. */
  private async ask(call: StopCall): Promise<StopAnswer | undefined> {
    try {
      const answer = await this.consent.post('/internal/v1/stops', call, stopAnswer);
      if (answer.state === 'stopped') await this.calls.done(call.stop, answer);
      else await this.calls.askLater(call.stop, true);
      return answer;
    } catch (error) {
      if (error instanceof ServiceUnavailable) this.log.warn('stop.not-asked', { stop: call.stop, why: error.message });
      else if (error instanceof ServiceRefused) this.log.error('stop.refused', error, { stop: call.stop });
      else throw error;
      await this.calls.askLater(call.stop, false);
      return undefined;
    }
  }
}
