import type { DataSource, EntityManager } from 'typeorm';

import type { PartitionBounds, TopicAdmin } from './kafka-port.js';
import type { MessagingObserver } from './messaging-observer.js';
import { startingPoint, type StartingPoint, type StoredOffset } from './starting-point.js';
import {
  beginRebuild,
  inTransaction,
  readIncarnations,
  readStoredOffsets,
  storeFirstOffset,
  storeOffsetAnew,
  type StoredPosition,
} from './stored-offsets.store.js';
import type { TopicReader } from './topic-reader.js';

/** Finds out where the partitions of a topic go on, and begins a rebuild where what is stored says nothing any more. */
export class OffsetLoader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prefix: string,
    private readonly observer: MessagingObserver,
  ) {}

  /** Of all partitions of the topic, whoever reads them. */
  async load(admin: TopicAdmin, reader: TopicReader): Promise<Map<number, StoredPosition>> {
    const topic = reader.topic.name;
    const facts = await this.factsOf(admin, reader);
    for (const point of facts.points(await readStoredOffsets(this.dataSource, topic))) {
      if (point.kind === 'first') await storeFirstOffset(this.dataSource, point.offset);
      if (point.kind !== 'anew') continue;
      await inTransaction(this.dataSource, (tx) => this.startAnew(tx, reader, facts));
      break;
    }
    return readStoredOffsets(this.dataSource, topic);
  }

  private async factsOf(admin: TopicAdmin, { topic }: TopicReader): Promise<TopicFacts> {
    const bounds = await admin.bounds(this.prefix + topic.name);
    const incarnation = (await readIncarnations(this.dataSource)).get(topic.name)?.incarnation ?? null;
    const compacted = topic.retention === 'compact';
    return new TopicFacts(topic.name, bounds, { clusterId: await admin.clusterId(), incarnation, compacted });
  }

  /** Under the rows' locks it may turn out that another instance did it already. */
  private async startAnew(tx: EntityManager, reader: TopicReader, facts: TopicFacts): Promise<void> {
    const topic = reader.topic.name;
    const points = facts.points(await readStoredOffsets(tx, topic, true));
    const anew = points.find((point) => point.kind === 'anew');
    if (anew?.kind !== 'anew') return;
    if (facts.now.compacted) await beginRebuild(tx, topic, anew.because);
    // What was read back of an own topic is not there any more.
    await tx.query('delete from last_record where topic = $1', [topic]);
    for (const point of points) await (point.kind === 'first' ? storeFirstOffset : storeOffsetAnew)(tx, point.offset);
    this.observer.rebuild?.(topic, anew.because);
  }
}

class TopicFacts {
  constructor(
    private readonly topic: string,
    private readonly bounds: readonly PartitionBounds[],
    readonly now: { readonly clusterId: string; readonly incarnation: string | null; readonly compacted: boolean },
  ) {}

  /** For each partition what to do, and what to store where it does not just go on. */
  points(stored: ReadonlyMap<number, StoredOffset>) {
    const { clusterId, incarnation } = this.now;
    return this.bounds.map(({ partition, low, high }) => {
      const point: StartingPoint = startingPoint(stored.get(partition), { ...this.now, low, high });
      return { ...point, offset: { topic: this.topic, partition, next: low, clusterId, incarnation } };
    });
  }
}
