import { setTimeout as delay } from 'node:timers/promises';

import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import type { AdminSession } from './admin-session.js';
import type { PartitionBounds } from './kafka-port.js';
import { readStoredOffsets } from './stored-offsets.store.js';

const POLL_MS = 50;
const TELL_EVERY_MS = 30_000;

/**
 * Says whether a topic is read to where it ends, by whichever instances read it. The last record of a partition is never
 * compacted away (its segment is still written to), so whoever reads gets there.
 */
export class EndGate {
  private readonly logger = new Logger(EndGate.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly admin: AdminSession,
    private readonly prefix: string,
  ) {}

  /** To where it ends now. */
  async isRead(topic: string): Promise<boolean> {
    return this.isReadTo(topic, await this.endsOf(topic));
  }

  /** Waits until it is read to where it ended when the waiting began, or `goesOn` says no. */
  async readToEnd(topic: string, goesOn: () => boolean): Promise<void> {
    const ends = await this.endsOf(topic);
    let tellAt = performance.now() + TELL_EVERY_MS;
    while (goesOn() && !(await this.isReadTo(topic, ends))) {
      if (performance.now() > tellAt) {
        tellAt = performance.now() + TELL_EVERY_MS;
        this.logger.warn(`${topic} is not yet read to its end, others wait for it`);
      }
      await delay(POLL_MS);
    }
  }

  private async endsOf(topic: string): Promise<readonly PartitionBounds[]> {
    const bounds = await this.admin.use((admin) => admin.bounds(this.prefix + topic));
    if (bounds.length === 0) throw new Error(`${topic} is not there`);
    return bounds.filter(({ low, high }) => high > low);
  }

  private async isReadTo(topic: string, ends: readonly PartitionBounds[]): Promise<boolean> {
    const stored = await readStoredOffsets(this.dataSource, topic);
    return ends.every(({ partition, high }) => (stored.get(partition)?.next ?? -1n) >= high);
  }
}
