import { Log } from '@accord/service/logging';
import { Injectable } from '@nestjs/common';

import type { Claimed } from './claim.store.js';
import { type Delivered, DeliverPosting } from './deliver-posting.js';
import type { Attempted } from './domain/attempt-result.js';
import { EndPosting, type Work } from './end-posting.js';
import { Flights } from './flights.js';
import type { Lane } from './lane.js';
import { pauseAskedMs } from './partner-answer.js';
import { PublisherMetrics } from './publisher-metrics.js';
import type { Concluded } from './store-conclusions.js';

/** What a send works with. */
@Injectable()
export class SendParts {
  constructor(
    readonly deliver: DeliverPosting,
    readonly end: EndPosting,
    readonly metrics: PublisherMetrics,
  ) {}
}

/** Takes a claimed posting through its lane: the request, and what its answer means for the lane and for the posting. */
@Injectable()
export class SendPosting {
  constructor(
    private readonly flights: Flights,
    private readonly parts: SendParts,
    private readonly log: Log,
  ) {}

  /** Never rejects. Answers when the posting is due again. */
  async execute(claimed: Claimed, lane: Lane): Promise<Concluded> {
    const { endpoint } = lane;
    const attempted = attemptedOf(claimed);
    if (endpoint === undefined || attempted === undefined) return {};
    const flight = this.flights.begin(claimed.posting.id, attempted);
    const work = { claimed, attempted, lane, endpoint, flight };
    lane.begin();
    let requested = false;
    try {
      const delivered = await this.parts.deliver.execute(work);
      requested = delivered.kind === 'requested';
      this.heed(work, delivered);
      return await this.end(work, delivered);
    } catch (error) {
      // Its lease ends; then it is due again as if this process had vanished.
      this.log.error('posting.not-concluded', error, { postingId: claimed.posting.id, partner: lane.partner });
      return {};
    } finally {
      lane.end(requested);
      this.flights.end(flight);
    }
  }

  private end(work: Work, delivered: Delivered): Promise<Concluded> {
    return delivered.kind === 'requested'
      ? this.parts.end.requested(work, delivered.requested)
      : this.parts.end.unsent(work, delivered.unsent);
  }

  /** At once, before it is stored: the next request must not leave in between. */
  private heed(work: Work, delivered: Delivered): void {
    const { lane, claimed } = work;
    this.parts.metrics.delivered(claimed.posting, delivered);
    if (delivered.kind === 'unsent') return;
    const { result } = delivered.requested.sent;
    const pauseMs = pauseAskedMs(result);
    if (pauseMs !== undefined) lane.pauseFor(pauseMs);
    if (result.kind !== 'gone') return;
    lane.gone();
    this.log.warn('partner.endpoint-gone', { partner: lane.partner, endpoint: work.endpoint.id });
  }
}

function attemptedOf({ posting: { wanted } }: Claimed): Attempted | undefined {
  const { kind, version } = wanted;
  if (kind === 'nothing') return undefined;
  return kind === 'show' ? { kind, version, revision: wanted.revision } : { kind, version };
}
