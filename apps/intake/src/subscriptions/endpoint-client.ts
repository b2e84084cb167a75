import { type Destination, webhookRequest } from '@accord/receipts/webhook-request';
import { isOutage, parseRetryAfter } from '@accord/receipts/webhook-retry';
import type { Answered, SafeOutcome } from '@accord/safe-http/outcome';
import { SafeHttp } from '@accord/safe-http/safe-http';
import type { SafeHttpOptions } from '@accord/safe-http/settings';
import CircuitBreaker from 'opossum';

import type { DeliveryResult } from '../domain/after-delivery.js';
import { REQUESTS_AT_ONCE } from './delivery-queue.store.js';

/** One request and how it ended. */
export interface Sent {
  readonly result: DeliveryResult;
  readonly durationMs: number;
}

/** An outage, carried through the breaker, which counts what is thrown. */
class Outage extends Error {
  constructor(readonly sent: Sent) {
    super('outage');
  }
}

/**
 * The way to one employer's endpoint: its own connections and its own circuit, so that what it does costs the others nothing.
 * The circuit counts outages only, and has no time-out of its own, for that would not end the request.
 */
export class EndpointClient {
  private readonly http: SafeHttp;
  private readonly breaker: CircuitBreaker<[() => Promise<Sent>], Sent>;
  private inFlight = 0;
  private usedAt = performance.now();

  constructor(options: SafeHttpOptions, breakerResetMs: number) {
    this.http = new SafeHttp({ ...options, maxConnectionsPerOrigin: REQUESTS_AT_ONCE });
    this.breaker = new CircuitBreaker(counted, {
      timeout: false,
      rollingPercentilesEnabled: false,
      rollingCountTimeout: 60_000,
      volumeThreshold: 5,
      errorThresholdPercentage: 50,
      resetTimeout: breakerResetMs,
    });
  }

  /** Calls back when the endpoint answers again after an outage. */
  onBack(back: () => void): void {
    this.breaker.on('close', back);
  }

  /** How many of its requests are under way; all of them while the circuit is open, all but one while it is tried. */
  get used(): number {
    if (this.breaker.halfOpen) return REQUESTS_AT_ONCE - 1 + this.inFlight;
    return this.breaker.opened ? REQUESTS_AT_ONCE : this.inFlight;
  }

  idleMs(): number {
    return this.inFlight > 0 ? 0 : performance.now() - this.usedAt;
  }

  /** Undefined where the circuit was open: nothing was sent. */
  async send(id: string, body: string, to: Destination): Promise<Sent | undefined> {
    this.inFlight += 1;
    try {
      return await this.breaker.fire(() => this.exchange(id, body, to));
    } catch (error) {
      if (error instanceof Outage) return error.sent;
      if (isShortCircuit(error)) return undefined;
      throw error;
    } finally {
      this.inFlight -= 1;
      this.usedAt = performance.now();
    }
  }

  async close(): Promise<void> {
    this.breaker.shutdown();
    await this.http.close();
  }

  private async exchange(id: string, body: string, { url, signer }: Destination): Promise<Sent> {
    const outcome = await this.http.post(url, webhookRequest({ id, body }, signer, new Date())).done;
    return sentOf(outcome, new Date());
  }
}

/** What an endpoint's answer means: 2xx received, 410 gone, anything else is tried again. */
const sentOf = (outcome: SafeOutcome, now: Date): Sent => ({
  result: outcome.kind === 'answered' ? answered(outcome, now) : { ...failure, error: outcome.message },
  durationMs: outcome.kind === 'refused' ? 0 : outcome.durationMs,
});

const failure = { kind: 'failed', outage: true } as const;

function answered({ status, headers }: Answered, now: Date): DeliveryResult {
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status === 410) return { kind: 'gone', status };
  const retryAfterMs = parseRetryAfter(headers['retry-after'], now);
  return {
    kind: 'failed',
    status,
    error: `The endpoint answered ${status}.`,
    outage: isOutage(status),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

async function counted(request: () => Promise<Sent>): Promise<Sent> {
  const sent = await request();
  if (sent.result.kind === 'failed' && sent.result.outage) throw new Outage(sent);
  return sent;
}

/** The breaker's own refusals: the request was not begun. */
const isShortCircuit = (error: unknown): boolean =>
  ['EOPENBREAKER', 'ESHUTDOWN'].includes(String(Reflect.get(Object(error), 'code')));
