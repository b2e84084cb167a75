import type { PartnerEndpoint } from '@accord/contracts/events/partner-registered';

import { type LaneFacts, roomOf } from './domain/lane-pace.js';
import { fullBucket, refilled, taken, type TokenBucket, waitForTokenMs } from './domain/token-bucket.js';
import type { PartnerClient } from './partner-client.js';
import type { PartnerSettings } from './partner.store.js';

/** One partner's way out of this process: its own slots, rate, circuit and connections. */
export class Lane {
  private inFlight = 0;
  private bucket: TokenBucket;
  private pausedUntil = 0;
  private settings: PartnerSettings;

  constructor(
    settings: PartnerSettings,
    readonly client: PartnerClient,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.settings = settings;
    this.bucket = fullBucket(settings.ratePerSecond, now());
    this.configure(settings);
  }

  get partner(): string {
    return this.settings.partner;
  }

  get endpoint(): PartnerEndpoint | undefined {
    return this.settings.endpoint;
  }

  get busy(): number {
    return this.inFlight;
  }

  /** What the registry says now, and what was kept of the partner's own answers. */
  configure(settings: PartnerSettings): void {
    const moved = settings.endpoint?.url !== this.settings.endpoint?.url;
    const isBack = this.settings.gone && !settings.gone;
    this.settings = settings;
    this.pausedUntil = Math.max(this.pausedUntil, this.now() + settings.pausedForMs);
    if (!moved && !isBack) return;
    this.pausedUntil = 0;
    this.client.forgetOutages();
  }

  /** How many requests may be made now. */
  room(): number {
    this.bucket = refilled(this.bucket, this.settings.ratePerSecond, this.now());
    return roomOf(this.facts());
  }

  /** Until there may be room again for a reason that passes with time alone. */
  waitMs(): number | undefined {
    const facts = this.facts();
    if (facts.endpoint !== 'ready' || facts.circuit === 'open' || facts.inFlight >= facts.concurrency) return undefined;
    const wait = Math.max(facts.pausedForMs, waitForTokenMs(this.bucket, this.settings.ratePerSecond));
    return wait > 0 ? wait : undefined;
  }

  begin(): void {
    this.inFlight += 1;
    this.bucket = taken(this.bucket, 1);
  }

  /** A posting that was given back without a request has used nothing of the rate. */
  end(requested: boolean): void {
    this.inFlight -= 1;
    if (!requested) this.bucket = taken(this.bucket, -1);
  }

  /** The partner asked for it. */
  pauseFor(ms: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.now() + ms);
  }

  /** The partner answered 410. */
  gone(): void {
    this.settings = { ...this.settings, gone: true };
  }

  private facts(): LaneFacts {
    return {
      endpoint: this.endpointState(),
      circuit: this.client.circuit,
      tokens: this.bucket.tokens,
      concurrency: this.settings.concurrency,
      inFlight: this.inFlight,
      pausedForMs: Math.max(0, this.pausedUntil - this.now()),
    };
  }

  private endpointState(): LaneFacts['endpoint'] {
    const { endpoint, gone } = this.settings;
    if (endpoint === undefined) return 'absent';
    if (endpoint.paused) return 'paused';
    return gone ? 'gone' : 'ready';
  }
}
