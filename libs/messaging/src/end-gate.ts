import { setTimeout as delay } from 'node:timers/promises';

import type { DataSource } from 'typeorm';

import type { AdminSession } from './admin-session.js';
import type { PartitionBounds } from './kafka-port.js';
import { readStoredOffsets } from './stored-offsets.store.js';

const POLL_MS = 50;
/** Many fetches: a record that existed would have come. */
const STALLED_MS = 10_000;

/** Says whether a topic is read to where it ends, by whichever instances read it. */
export class EndGate {
  /** Where each partition last stood, and since when. */
  private readonly stood = new Map<string, { readonly next: bigint; readonly sinceMs: number }>();

  /** @param stalled called for a partition that does not move: what is left of it may be a gap */
  constructor(
    private readonly dataSource: DataSource,
    private readonly admin: AdminSession,
    private readonly prefix: string,
    private readonly stalled: (end: PartitionBounds) => Promise<void>,
  ) {}

  /** To where it ends now. */
  async isRead(topic: string): Promise<boolean> {
    return this.isReadTo(topic, await this.endsOf(topic));
  }

  /** Waits until it is read to where it ended when the waiting began, or `goesOn` says no. */
  async readToEnd(topic: string, goesOn: () => boolean): Promise<void> {
    const ends = await this.endsOf(topic);
    while (goesOn() && !(await this.isReadTo(topic, ends))) await delay(POLL_MS);
  }

  private async endsOf(topic: string): Promise<readonly PartitionBounds[]> {
    const bounds = await this.admin.use((admin) => admin.bounds(this.prefix + topic));
    return bounds.filter(({ low, high }) => high > low);
  }

  private async isReadTo(topic: string, ends: readonly PartitionBounds[]): Promise<boolean> {
    const stored = await readStoredOffsets(this.dataSource, topic);
    let all = true;
    for (const end of ends) {
      const next = stored.get(end.partition)?.next;
      if (next !== undefined && next >= end.high) continue;
      all = false;
      if (next !== undefined && this.standsStill(end, next)) await this.stalled(end);
    }
    return all;
  }

  private standsStill({ topic, partition }: PartitionBounds, next: bigint): boolean {
    const at = `${topic}/${partition}`;
    const before = this.stood.get(at);
    if (before?.next === next) return performance.now() - before.sinceMs > STALLED_MS;
    this.stood.set(at, { next, sinceMs: performance.now() });
    return false;
  }
}
