import type { ServerResponse } from 'node:http';

import { CONFIG } from '@accord/service/kit.module';
import { Log } from '@accord/service/logging';
import { Loop } from '@accord/service/loop';
import { Metrics } from '@accord/service/metrics';
import { Problem } from '@accord/service/problem';
import { Stopping } from '@accord/service/stopping';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Gauge } from 'prom-client';

import type { IntakeConfig } from '../intake.config.js';
import { EVENTS_AT_ONCE, OfferEventStore } from './offer-event.store.js';
import { OfferStream } from './offer-stream.js';

/** How late an event is at most, beside the time to read it: whichever instance wrote it. */
const LOOK_EVERY_MS = 200;
/** As long as an access token lives: who comes back shows a fresh one. */
const LONGEST_MS = 10 * 60_000;
const BLOCKED_MS = 60_000;

/** Who opens a stream. */
export interface StreamOwner {
  /** Whose streams are counted together. */
  readonly owner: string;
  readonly mandate: string | undefined;
  readonly offerId: string;
  readonly after: number;
}

/** Where streams are told of. */
@Injectable()
export class StreamParts {
  constructor(
    readonly log: Log,
    readonly metrics: Metrics,
  ) {}
}

/**
 * The open streams of this process, all fed by one look at the database. A look, not a notification: PostgreSQL queues
 * notifying commits behind each other, and submitting is a hot path.
 */
@Injectable()
export class OfferStreams implements OnApplicationShutdown {
  private readonly open = new Map<OfferStream, string>();
  private readonly loop: Loop;
  private readonly gauge: Gauge;

  constructor(
    private readonly events: OfferEventStore,
    private readonly stopping: Stopping,
    @Inject(CONFIG) private readonly config: IntakeConfig,
    { log, metrics }: StreamParts,
  ) {
    this.loop = new Loop('event-streams', LOOK_EVERY_MS, () => this.look(), log);
    this.gauge = metrics.gauge('event_streams_open', 'Server-sent event streams that are open');
    stopping.signal.addEventListener('abort', () => this.endAll());
  }

  /** @throws Problem too-many-requests, unavailable */
  start({ owner, ...from }: StreamOwner, response: ServerResponse): void {
    if (this.stopping.signal.aborted) throw new Problem('unavailable', 'Intake is stopping.', [], { retryAfterS: 1 });
    const own = [...this.open.values()].filter((one) => one === owner).length;
    const { EVENT_STREAMS: most } = this.config;
    if (own >= most) {
      const detail = `You have ${own} streams open here, as many as you may: close one first, or use a subscription.`;
      throw new Problem('too-many-requests', detail, [], { retryAfterS: 10 });
    }
    const stream = new OfferStream(response, from);
    this.open.set(stream, owner);
    response.once('close', () => this.forget(stream));
    this.gauge.set(this.open.size);
    this.loop.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** Tells each stream what it has not told yet. */
  private async look(): Promise<boolean> {
    for (const stream of this.open.keys()) this.tend(stream);
    const ready = [...this.open.keys()].filter((stream) => stream.ready);
    if (ready.length === 0) return false;
    const found = await this.events.after(ready);
    let more = false;
    for (const [stream, events] of found) {
      for (const event of events) stream.tell(event);
      more ||= events.length === EVENTS_AT_ONCE;
    }
    return more;
  }

  private tend(stream: OfferStream): void {
    if (stream.ageMs() > LONGEST_MS) stream.end();
    else if (!stream.ready && stream.silentMs() > BLOCKED_MS) stream.cut();
    else if (stream.ready && stream.silentMs() > this.config.EVENT_HEARTBEAT_MS) stream.beat();
  }

  private forget(stream: OfferStream): void {
    this.open.delete(stream);
    this.gauge.set(this.open.size);
  }

  private endAll(): void {
    for (const stream of this.open.keys()) stream.end();
  }
}
