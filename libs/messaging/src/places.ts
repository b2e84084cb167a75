import { setTimeout as delay } from 'node:timers/promises';

import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { AdminSession } from './admin-session.js';
import type { AssignedPartition, Assignment } from './assignment.js';
import { Backoff } from './backoff.js';
import { lettersAhead } from './dead-letters.store.js';
import { EndGate } from './end-gate.js';
import { messageOf } from './failure.js';
import type { KafkaPort, RecordReader } from './kafka-port.js';
import type { MessagingObserver } from './messaging-observer.js';
import { OffsetLoader } from './offset-loader.js';
import type { TopicReader } from './topic-reader.js';

export interface PlacesOptions {
  readonly topicPrefix: string;
  readonly readers: readonly TopicReader[];
  readonly dataSource: DataSource;
  readonly kafka: KafkaPort;
  readonly observer: MessagingObserver;
  /** The assignment is still the one in force. */
  readonly holds: (assignment: Assignment) => boolean;
  readonly current: () => Assignment;
  readonly steer: (move: (reader: RecordReader) => void) => void;
  readonly reload: (partition: AssignedPartition) => void;
  readonly stop: (partition: AssignedPartition, because: string) => void;
}

/** Finds where the partitions given to this process go on, and lets them be read from there. */
export class Places {
  private readonly logger = new Logger('Consumption');
  private readonly admin: AdminSession;
  private readonly loader: OffsetLoader;
  private readonly gate: EndGate;

  constructor(private readonly options: PlacesOptions) {
    const { kafka, dataSource, topicPrefix, observer } = options;
    this.admin = new AdminSession(kafka);
    this.loader = new OffsetLoader(dataSource, topicPrefix, observer);
    this.gate = new EndGate(dataSource, this.admin, topicPrefix);
  }

  /** Of all partitions, rank by rank: one rank is read to its end before the next is begun. */
  async find(assignment: Assignment): Promise<void> {
    const { readers, holds } = this.options;
    const ranks = [...new Set(readers.map(({ rank }) => rank))].sort((a, b) => a - b);
    for (const rank of ranks) {
      const own = readers.filter((each) => each.rank === rank);
      for (const reader of own) {
        const partitions = assignment.of(reader);
        await this.untilDone(assignment, () => this.place(assignment, reader, partitions));
      }
      if (rank === ranks.at(-1)) return;
      for (const { topic } of own)
        await this.untilDone(assignment, () => this.gate.readToEnd(topic.name, () => holds(assignment)));
    }
  }

  async findAgain(assignment: Assignment, partition: AssignedPartition): Promise<void> {
    await this.untilDone(assignment, () => this.place(assignment, partition.reader, [partition]));
  }

  /** Partitions that wait for an operator go on once there is a word. */
  async lookAgain(): Promise<void> {
    for (const partition of this.options.current().partitions) {
      if (partition.state !== 'stopped') continue;
      const { blocking } = await lettersAhead(this.options.dataSource, partition.stored);
      if (!blocking) this.options.reload(partition);
    }
  }

  /** Whether all instances together have read the topic to where it ends now. */
  isReadToEnd(topic: string): Promise<boolean> {
    return this.gate.isRead(topic);
  }

  readToEnd(topic: string, goesOn: () => boolean): Promise<void> {
    return this.gate.readToEnd(topic, goesOn);
  }

  close(): Promise<void> {
    return this.admin.close();
  }

  private async place(
    assignment: Assignment,
    reader: TopicReader,
    partitions: readonly AssignedPartition[],
  ): Promise<void> {
    if (partitions.length === 0) return;
    const { dataSource, holds, steer, stop } = this.options;
    const positions = await this.admin.use((admin) => this.loader.load(admin, reader));
    for (const partition of partitions) {
      const position = positions.get(partition.partition);
      if (position === undefined) throw new Error(`${partition.topic}/${partition.partition} is not there yet`);
      const { blocking, judged } = await lettersAhead(dataSource, { ...partition.stored, ...position });
      if (!holds(assignment)) return;
      partition.place(position, judged);
      if (blocking) {
        stop(partition, 'a record waits for an operator');
        continue;
      }
      partition.state = 'reading';
      steer((records) => {
        records.seek(partition, position.next);
        records.resume(partition);
      });
    }
  }

  private async untilDone(assignment: Assignment, work: () => Promise<void>): Promise<void> {
    const backoff = new Backoff(100, 5_000);
    while (this.options.holds(assignment)) {
      try {
        return await work();
      } catch (error) {
        this.logger.warn(`looks for its place again: ${messageOf(error)}`);
        await delay(backoff.next());
      }
    }
  }
}
