import { setTimeout as delay } from 'node:timers/promises';

import type { DataSource } from 'typeorm';

import type { AdminSession } from './admin-session.js';
import type { PartitionBounds } from './kafka-port.js';
import { readStoredOffsets } from './stored-offsets.store.js';
import type { TopicReader } from './topic-reader.js';

/** Waits until topics are read to where they ended when the waiting began, by whichever instances read them. */
export class RankGate {
  constructor(
    private readonly dataSource: DataSource,
    private readonly admin: AdminSession,
    private readonly prefix: string,
  ) {}

  /** @param stalled called when nothing moves: the rest may be a gap */
  async readToEnd(
    readers: readonly TopicReader[],
    goesOn: () => boolean,
    stalled: (end: PartitionBounds) => Promise<void>,
  ): Promise<void> {
    for (const { topic } of readers) {
      const bounds = await this.admin.use((admin) => admin.bounds(this.prefix + topic.name));
      for (const end of bounds.filter(({ low, high }) => high > low)) {
        let seen: bigint | undefined;
        let sinceMs = performance.now();
        while (goesOn()) {
          const next = (await readStoredOffsets(this.dataSource, topic.name)).get(end.partition)?.next;
          if (next !== undefined && next >= end.high) break;
          if (next !== seen) sinceMs = performance.now();
          seen = next;
          if (performance.now() - sinceMs > STALLED_MS) await stalled(end);
          await delay(POLL_MS);
        }
      }
    }
  }
}

const POLL_MS = 50;
/** Many fetches: a record that existed would have come. */
const STALLED_MS = 10_000;
