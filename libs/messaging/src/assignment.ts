import { Backoff } from './backoff.js';
import type { ReadingState } from './chunk-runner.js';
import type { TopicPartition } from './kafka-port.js';
import type { MessagingTuning } from './messaging-tuning.js';
import type { Position, StoredPosition } from './stored-offsets.store.js';
import type { TopicReader } from './topic-reader.js';

export type PartitionState =
  /** Its place is being looked up, or it waits for topics of a lower rank. */
  | 'waiting'
  | 'reading'
  /** A dependency is out of order. */
  | 'postponed'
  /** Waits for an operator's word. */
  | 'stopped';

/** One partition given to this process, as long as the assignment lasts. */
export class AssignedPartition implements ReadingState, TopicPartition {
  state: PartitionState = 'waiting';
  next = 0n;
  epoch = 0;
  incarnation: string | null = null;
  /** Where the client's next fetch starts: ahead of `next` where it found records that are not shown. */
  fetchNext = 0n;
  lettersInARow = 0;
  readonly judged = new Set<bigint>();
  readonly backoff: Backoff;
  /** As told to the broker, for its lag figures. */
  told = -1n;
  highWatermark = 0n;

  /** @param topic with the deployment's prefix */
  constructor(
    readonly topic: string,
    readonly partition: number,
    readonly reader: TopicReader,
    tuning: Pick<MessagingTuning, 'postponeMs' | 'postponeMaxMs'>,
  ) {
    this.backoff = new Backoff(tuning.postponeMs, tuning.postponeMaxMs);
  }

  /** As it stands in the database: without the deployment's prefix. */
  get stored(): TopicPartition & Position {
    return { topic: this.reader.topic.name, partition: this.partition, next: this.next, epoch: this.epoch };
  }

  /** @param judged records an operator has judged: they are passed over */
  place({ next, epoch, incarnation }: StoredPosition, judged: readonly bigint[]): void {
    this.next = next;
    this.fetchNext = next;
    this.epoch = epoch;
    this.incarnation = incarnation;
    this.judged.clear();
    for (const offset of judged) this.judged.add(offset);
    if (judged.length > 0) this.lettersInARow = 0;
  }

  get atEnd(): boolean {
    return this.state === 'reading' && this.next >= this.highWatermark;
  }
}

/** What the group gave to this process. A new one replaces it as a whole. */
export class Assignment {
  constructor(readonly partitions: readonly AssignedPartition[]) {}

  find({ topic, partition }: TopicPartition): AssignedPartition | undefined {
    return this.partitions.find((each) => each.partition === partition && each.topic === topic);
  }

  of(reader: TopicReader): AssignedPartition[] {
    return this.partitions.filter((each) => each.reader === reader);
  }
}
