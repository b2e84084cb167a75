import { type Destination, webhookRequest } from '@accord/receipts/webhook-request';
import type { SafeOutcome } from '@accord/safe-http/outcome';
import { SafeHttp } from '@accord/safe-http/safe-http';
import type { SafeHttpOptions } from '@accord/safe-http/settings';
import CircuitBreaker from 'opossum';

import type { Message } from './compose-message.js';
import type { AttemptResult } from './domain/attempt-result.js';
import type { Flight } from './flights.js';
import { resultOf } from './partner-answer.js';
import type { Permit } from './permit-gate.js';

/** One request and how it ended. */
export interface Sent {
  readonly at: Date;
  readonly outcome: SafeOutcome;
  readonly result: AttemptResult;
}

export interface PartnerClientOptions {
  readonly partner: string;
  readonly http: SafeHttpOptions;
  readonly breakerResetMs: number;
}

/** More than the contract lets any partner have at once: the lane is the limit. */
const CONNECTIONS = 64;

/** An outage, carried through the breaker, which counts what is thrown. */
class Outage extends Error {
  constructor(readonly sent: Sent) {
    super('outage');
  }
}

/**
 * The way to one partner: its own connections and its own circuit, so that what it does costs the others nothing. The circuit
 * counts outages only: a 4xx shows that the partner is up. It has no timeout of its own, for that would not end the request.
 */
export class PartnerClient {
  readonly breaker: CircuitBreaker<[() => Promise<Sent>], Sent>;
  private readonly http: SafeHttp;

  constructor({ partner, http, breakerResetMs }: PartnerClientOptions) {
    this.http = new SafeHttp({ ...http, maxConnectionsPerOrigin: CONNECTIONS });
    this.breaker = new CircuitBreaker(counted, {
      name: partner,
      timeout: false,
      rollingPercentilesEnabled: false,
      // Long enough to count five requests to a partner that lets each run into its deadline.
      rollingCountTimeout: 60_000,
      volumeThreshold: 5,
      errorThresholdPercentage: 50,
      resetTimeout: breakerResetMs,
    });
  }

  get circuit(): 'closed' | 'halfOpen' | 'open' {
    if (this.breaker.halfOpen) return 'halfOpen';
    return this.breaker.opened ? 'open' : 'closed';
  }

  /** The only way an offer leaves: it costs a permit. Undefined where the circuit was open, so that nothing was sent. */
  async send(permit: Permit, message: Message, to: Destination, flight: Flight): Promise<Sent | undefined> {
    permit.spend();
    try {
      return await this.breaker.fire(() => this.exchange(message, to, flight));
    } catch (error) {
      if (error instanceof Outage) return error.sent;
      if (isShortCircuit(error)) return undefined;
      throw error;
    }
  }

  /** The endpoint is another one, or said to be well: what is known of it counts no more. */
  forgetOutages(): void {
    this.breaker.close();
  }

  async close(): Promise<void> {
    this.breaker.shutdown();
    await this.http.close();
  }

  private async exchange(message: Message, { url, signer }: Destination, flight: Flight): Promise<Sent> {
    const at = new Date();
    const exchange = this.http.post(url, webhookRequest(message, signer, at));
    flight.attach(exchange);
    const outcome = await exchange.done;
    return { at, outcome, result: resultOf(outcome, new Date()) };
  }
}

async function counted(request: () => Promise<Sent>): Promise<Sent> {
  const sent = await request();
  if (sent.result.kind === 'failed' && sent.result.outage) throw new Outage(sent);
  return sent;
}

/** The breaker's own refusals: the request was not begun. */
const isShortCircuit = (error: unknown): boolean =>
  ['EOPENBREAKER', 'ESHUTDOWN'].includes(Reflect.get(Object(error), 'code'));
