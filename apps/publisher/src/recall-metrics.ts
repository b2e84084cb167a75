import { Metrics } from '@accord/service/metrics';
import { Injectable } from '@nestjs/common';

const SILENCE_SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200, 43_200, 259_200];

/** How fast partners fall silent, and which do not. */
@Injectable()
export class RecallMetrics {
  private readonly silence;
  private readonly escalations;
  private readonly unsilenced;

  constructor(metrics: Metrics) {
    this.silence = metrics.histogram(
      'publisher_recall_silence_seconds',
      'From the decision to take an ad down to the partner’s confirmation',
      ['partner'],
      SILENCE_SECONDS,
    );
    this.escalations = metrics.counter(
      'publisher_recalls_escalated_total',
      'Removals that a partner did not confirm in time, or whose ad stayed visible',
      ['partner'],
    );
    this.unsilenced = metrics.gauge('publisher_recalls_escalated', 'Of these, those that are not over', ['partner']);
  }

  /** @param ms from the decision to the confirmation */
  silent(partner: string, ms: number): void {
    this.silence.observe({ partner }, ms / 1_000);
  }

  escalated(partner: string): void {
    this.escalations.inc({ partner });
  }

  recalls(escalated: readonly { readonly partner: string; readonly count: number }[]): void {
    this.unsilenced.reset();
    for (const { partner, count } of escalated) this.unsilenced.set({ partner }, count);
  }
}
