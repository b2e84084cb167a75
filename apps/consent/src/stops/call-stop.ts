import type { StopAnswer, StopCall } from '@accord/contracts/internal/stops';
import { Problem } from '@accord/service/problem';
import { Injectable } from '@nestjs/common';

import type { Stop } from '../domain/stop.js';
import { Keys } from '../keys.js';
import { StopCarrier } from './stop-carrier.js';

/** A stop that another service calls for; asked again with the same id, it is the same stop. */
@Injectable()
export class CallStop {
  constructor(
    private readonly stops: StopCarrier,
    private readonly keys: Keys,
  ) {}

  /** @throws Problem conflict where the offer stands at a later version, not-found where it is another holder's */
  async execute(call: StopCall, waitMs: number): Promise<StopAnswer> {
    const outcome = await this.carryOut(stopOf(call, (who) => this.keys.actorOf(who)));
    if (outcome.kind === 'superseded')
      throw new Problem('conflict', 'A later version of the offer is known here: this stop is over.');
    return this.stops.waitFor(call.stop, waitMs);
  }

  private async carryOut(stop: Stop) {
    try {
      return await this.stops.carryOut(stop);
    } catch (error) {
      if (error instanceof Error && error.name === 'ForeignOffer')
        throw new Problem('not-found', 'This rights holder has no such offer.', [], { cause: error });
      throw error;
    }
  }
}

function stopOf(call: StopCall, actorOf: (who: string) => string): Stop {
  const base = { id: call.stop, requestedAt: new Date().toISOString() };
  switch (call.kind) {
    case 'offer': {
      const { offerId, holder, version, intent, reason } = call;
      return {
        ...base,
        scope: { kind: 'offer', id: offerId },
        because: `offer-${intent}`,
        holder,
        change: { kind: 'intent', version, intent, reason },
      };
    }
    case 'partner':
      return {
        ...base,
        scope: { kind: 'partner', id: call.partner.partner },
        because: call.because ?? 'partner-changed',
        change: { kind: 'partner', facts: call.partner },
      };
    case 'halt':
      return { ...base, ...haltOf(call, actorOf(call.by)) };
  }
}

type HaltCall = Extract<StopCall, { kind: 'halt' }>;

function haltOf({ scope, lifted, by, reason }: HaltCall, actor: string) {
  const change = lifted
    ? ({ kind: 'lift', setBy: by } as const)
    : ({ kind: 'halt', setBy: by, reason, version: null } as const);
  return { scope: scopeOf(scope), because: lifted ? 'halt-lifted' : 'halt', actor, change };
}

function scopeOf(scope: HaltCall['scope']): Stop['scope'] {
  switch (scope.kind) {
    case 'partner':
      return { kind: 'partner', id: scope.partner };
    case 'holder':
      return { kind: 'holder', id: scope.holder };
    case 'offer':
      return { kind: 'offer', id: scope.offerId };
  }
}
