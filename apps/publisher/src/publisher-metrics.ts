import { Metrics } from '@accord/service/metrics';
import { Injectable } from '@nestjs/common';

import type { Delivered } from './deliver-posting.js';
import type { Posting } from './domain/posting.js';
import type { Backlog } from './backlog.store.js';

/** Figures a partner: partners are a bounded set of names, offers never stand in a label. */
@Injectable()
export class PublisherMetrics {
  private readonly attempts;
  private readonly unsent;
  private readonly seconds;
  private readonly lag;
  private readonly due;
  private readonly oldest;
  private readonly inFlight;
  private readonly session;
  private readonly unclosed;

  constructor(private readonly metrics: Metrics) {
    this.attempts = metrics.counter('publisher_attempts_total', 'Requests to a partner, by how they ended', [
      'partner',
      'kind',
      'result',
    ]);
    this.unsent = metrics.counter('publisher_unsent_total', 'Postings given back without a request, by why', [
      'partner',
      'why',
    ]);
    this.seconds = metrics.histogram('publisher_attempt_seconds', 'From the call to the end of the answer', [
      'partner',
    ]);
    this.lag = metrics.histogram('publisher_lag_seconds', 'From the decision to the partner’s receipt', ['partner']);
    this.due = metrics.gauge('publisher_due_postings', 'Postings that are due, counted up to 10,000', ['partner']);
    this.oldest = metrics.gauge('publisher_oldest_due_seconds', 'How long the oldest has been due', ['partner']);
    this.inFlight = metrics.gauge('publisher_in_flight', 'Postings on their way', ['partner']);
    this.session = metrics.gauge('publisher_permit_session', '1 while permits can be asked for');
    this.unclosed = metrics.gauge('publisher_unclosed_permits', 'Permits that are over and not yet acknowledged so');
  }

  delivered({ partner, wanted, wantedAt }: Posting, delivered: Delivered): void {
    if (delivered.kind === 'unsent') {
      this.unsent.inc({ partner, why: delivered.unsent.kind });
      return;
    }
    const { result, outcome } = delivered.requested.sent;
    this.attempts.inc({ partner, kind: wanted.kind, result: result.kind });
    if (outcome.kind !== 'refused') this.seconds.observe({ partner }, outcome.durationMs / 1_000);
    if (result.kind === 'received') this.lag.observe({ partner }, Math.max(0, Date.now() - wantedAt.getTime()) / 1_000);
  }

  backlog(all: readonly Backlog[]): void {
    this.due.reset();
    this.oldest.reset();
    for (const { partner, due, oldestSeconds } of all) {
      this.due.set({ partner }, due);
      this.oldest.set({ partner }, oldestSeconds);
    }
  }

  load(lanes: readonly { readonly partner: string; readonly busy: number }[]): void {
    this.inFlight.reset();
    for (const { partner, busy } of lanes) this.inFlight.set({ partner }, busy);
  }

  permits(usable: boolean, unclosed: number): void {
    this.session.set(usable ? 1 : 0);
    this.unclosed.set(unclosed);
  }
}
