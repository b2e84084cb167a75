import type { PermitItem } from '@accord/contracts/internal/permits';

import { postingKey } from '../domain/gate-statements.js';
import type { Answered } from '../domain/judge-permit.js';

const WAITS_AFTER = 5;
const REMEMBERED = 20_000;

/**
 * Counts how often a posting's ask met a locked row. New lockers join past whoever waits, so an ask that keeps meeting one has
 * to wait for its turn; the count is this process's own, and nothing but patience depends on it.
 */
export class Retried {
  private readonly counts = new Map<string, number>();

  note(answers: readonly Answered[]): void {
    for (const { item, judged } of answers) {
      const key = postingKey(item);
      const before = this.counts.get(key) ?? 0;
      this.counts.delete(key);
      if (judged.answer === 'retry' && judged.because === 'locked') this.counts.set(key, before + 1);
    }
    for (const key of this.counts.keys()) {
      if (this.counts.size <= REMEMBERED) break;
      this.counts.delete(key);
    }
  }

  isStarved(item: PermitItem): boolean {
    return (this.counts.get(postingKey(item)) ?? 0) >= WAITS_AFTER;
  }
}
