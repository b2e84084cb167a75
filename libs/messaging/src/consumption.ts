import { setTimeout as delay } from 'node:timers/promises';

import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { AdminSession } from './admin-session.js';
import { Assignment, AssignedPartition } from './assignment.js';
import { Backoff } from './backoff.js';
import { ChunkRunner, type ChunkHooks, type Outcome } from './chunk-runner.js';
import { lettersAhead } from './dead-letters.store.js';
import { messageOf } from './failure.js';
import type { FetchedBatch, KafkaPort, ReaderListener, RecordReader, TopicPartition } from './kafka-port.js';
import { KeepAlive } from './keep-alive.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { MessagingTuning } from './messaging-tuning.js';
import { OffsetLoader } from './offset-loader.js';
import { RankGate } from './rank-gate.js';
import { skipGap } from './stored-offsets.store.js';
import type { TopicReader } from './topic-reader.js';

export interface ConsumptionOptions {
  readonly service: string;
  readonly topicPrefix: string;
  readonly readers: readonly TopicReader[];
  readonly dataSource: DataSource;
  readonly kafka: KafkaPort;
  readonly tuning: MessagingTuning;
  readonly observer: MessagingObserver;
  readonly onDeadLetter: ChunkHooks['onDeadLetter'];
  readonly failpoint: (place: string) => void;
  /** The reader is beyond repair: the process is to end, and its supervisor to start another. */
  readonly onFatal: (reason: Error) => void;
}

/**
 * Reads a service's topics. Where to go on stands in the service's own database and is changed only together with what the
 * events changed; the broker's group offsets are told afterwards, for lag figures, and never trusted.
 */
export class Consumption implements ReaderListener {
  private readonly logger = new Logger(Consumption.name);
  private readonly admin: AdminSession;
  private readonly loader: OffsetLoader;
  private readonly gate: RankGate;
  private readonly runner: ChunkRunner;
  private reader: RecordReader | undefined;
  private current = new Assignment([]);
  private stopping = false;
  private aliveAt = performance.now();
  private ready = false;

  constructor(private readonly options: ConsumptionOptions) {
    const { dataSource, topicPrefix, observer, tuning } = options;
    this.admin = new AdminSession(options.kafka);
    this.loader = new OffsetLoader(dataSource, topicPrefix, observer);
    this.gate = new RankGate(dataSource, this.admin, topicPrefix);
    this.runner = new ChunkRunner(dataSource, tuning, {
      onDeadLetter: options.onDeadLetter,
      deadLettered: (letter) => {
        this.logger.warn(`dead letter ${letter.id} of ${letter.topic}: ${letter.reason}: ${letter.error}`);
        observer.deadLetter?.(letter.topic, letter.reason);
      },
      committed: ({ reader }, records, seconds) => {
        options.failpoint(`${options.service}.consumer.after-commit`);
        observer.committed?.(reader.topic.name, records.length, seconds);
      },
    });
  }

  get assignment(): Assignment {
    return this.current;
  }

  /** Milliseconds since the reader gave a sign of life. */
  get silentForMs(): number {
    return performance.now() - this.aliveAt;
  }

  /** Joined the group and found its places. */
  get isReady(): boolean {
    return this.ready;
  }

  get session(): AdminSession {
    return this.admin;
  }

  /** Settles when it has joined the group; tries until then. */
  async start(): Promise<void> {
    const { kafka, topicPrefix, service, readers, tuning } = this.options;
    const backoff = new Backoff(200, 5_000);
    while (!this.stopping) {
      this.reader = kafka.reader({ ...tuning, ...FETCH_SIZES, groupId: topicPrefix + service });
      try {
        await this.reader.start(
          readers.map(({ topic }) => topicPrefix + topic.name),
          this,
        );
        return;
      } catch (error) {
        this.logger.warn(`cannot read yet: ${messageOf(error)}`);
        await this.reader.stop().catch(() => undefined);
        await delay(backoff.next());
      }
    }
  }

  /** Finishes the transactions under way and leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.ready = false;
    await this.reader?.stop().catch((error: unknown) => this.logger.warn(`left the group badly: ${messageOf(error)}`));
    await this.admin.close();
  }

  alive(): void {
    this.aliveAt = performance.now();
  }

  crashed(error: Error, restarts: boolean): void {
    this.alive();
    this.ready = false;
    this.current = new Assignment([]);
    if (this.stopping) return;
    if (restarts) this.logger.warn(`the reader starts over: ${messageOf(error)}`);
    else this.options.onFatal(new Error('the reader crashed and does not start again', { cause: error }));
  }

  assigned(partitions: readonly TopicPartition[]): void {
    const { readers, topicPrefix, tuning } = this.options;
    this.ready = false;
    this.current = new Assignment(
      partitions.flatMap(({ topic, partition }) => {
        const reader = readers.find((each) => topicPrefix + each.topic.name === topic);
        return reader === undefined ? [] : [new AssignedPartition(topic, partition, reader, tuning)];
      }),
    );
    for (const partition of this.current.partitions) this.steer((reader) => reader.pause(partition));
    void this.prepare(this.current);
  }

  /** One found at its end though a record may be expected before it: there is none. */
  skipped(at: TopicPartition, offset: bigint): void {
    const partition = this.current.find(at);
    if (partition?.state === 'reading' && partition.fetchNext === offset) partition.fetchNext = offset + 1n;
  }

  async batch(batch: FetchedBatch): Promise<void> {
    const assignment = this.current;
    const partition = assignment.find(batch);
    if (partition === undefined || partition.state !== 'reading' || batch.isStale() || this.stopping) return;
    if (batch.fetchedFrom !== partition.fetchNext) {
      this.reload(assignment, partition);
      return;
    }
    const keepAlive = new KeepAlive(batch, this.options.tuning.heartbeatMs);
    const goesOn = () => this.holds(assignment) && !batch.isStale() && !keepAlive.lost;
    try {
      const outcome = await this.runner.run(partition, batch.records, batch.lastOffset + 1n, goesOn);
      partition.highWatermark = batch.highWatermark;
      partition.fetchNext = partition.next;
      if (!this.holds(assignment)) return;
      if (partition.next > batch.fetchedFrom) batch.resolve(partition.next - 1n);
      this.options.observer.lag?.(
        partition.reader.topic.name,
        partition.partition,
        Number(batch.highWatermark - partition.next),
      );
      this.conclude(assignment, partition, outcome);
    } finally {
      await keepAlive.end();
    }
  }

  /** Looks its place up anew, e.g. because an operator judged the record it waited at. */
  reload(assignment: Assignment, partition: AssignedPartition): void {
    if (!this.holds(assignment) || partition.state === 'waiting') return;
    partition.state = 'waiting';
    this.steer((reader) => reader.pause(partition));
    void this.untilDone(assignment, () => this.place(assignment, partition.reader, [partition]));
  }

  lookAgain(): void {
    for (const partition of this.current.partitions)
      if (partition.state === 'stopped') this.reload(this.current, partition);
  }

  holds(assignment: Assignment): boolean {
    return this.current === assignment && !this.stopping;
  }

  async tellOffsets(): Promise<void> {
    const moved = this.current.partitions.filter(({ state, next, told }) => state === 'reading' && next > told);
    if (moved.length === 0) return;
    const offsets = moved.map(({ topic, partition, next }) => ({ topic, partition, next }));
    await this.reader?.commit(offsets);
    for (const [at, partition] of moved.entries()) partition.told = offsets[at]?.next ?? partition.told;
  }

  private conclude(assignment: Assignment, partition: AssignedPartition, outcome: Outcome): void {
    const topic = partition.reader.topic.name;
    switch (outcome.kind) {
      case 'done':
        partition.backoff.reset();
        return;
      case 'superseded':
        return this.reload(assignment, partition);
      case 'postponed': {
        partition.state = 'postponed';
        this.steer((reader) => reader.pause(partition));
        this.logger.warn(`${topic}/${partition.partition} waits: ${messageOf(outcome.error)}`);
        this.options.observer.postponed?.(topic);
        setTimeout(() => this.reload(assignment, partition), partition.backoff.next()).unref();
        return;
      }
      case 'stopped':
        return this.stopPartition(partition, outcome.because);
    }
  }

  private stopPartition(partition: AssignedPartition, because: string): void {
    const topic = partition.reader.topic.name;
    partition.state = 'stopped';
    this.steer((reader) => reader.pause(partition));
    this.logger.error(`${topic}/${partition.partition} is stopped at ${partition.next}: ${because}`);
    this.options.observer.alarm?.({ kind: 'partition-stopped', topic, partition: partition.partition, because });
  }

  /** Rank by rank, each read to its end before the next is begun. */
  private async prepare(assignment: Assignment): Promise<void> {
    const { readers } = this.options;
    const ranks = [...new Set(readers.map(({ rank }) => rank))].sort((a, b) => a - b);
    for (const rank of ranks) {
      const own = readers.filter((each) => each.rank === rank);
      for (const reader of own)
        await this.untilDone(assignment, () => this.place(assignment, reader, assignment.of(reader)));
      if (rank !== ranks.at(-1)) await this.untilDone(assignment, () => this.readToEnd(assignment, own));
    }
    if (this.holds(assignment)) this.ready = true;
  }

  private readToEnd(assignment: Assignment, readers: readonly TopicReader[]): Promise<void> {
    const goesOn = () => this.holds(assignment);
    return this.gate.readToEnd(readers, goesOn, async (end) => {
      const partition = assignment.find(end);
      if (partition?.state !== 'reading') return;
      const at = { topic: partition.reader.topic.name, partition: end.partition };
      if (await skipGap(this.options.dataSource, at, partition, end.high)) this.reload(assignment, partition);
    });
  }

  private async place(
    assignment: Assignment,
    reader: TopicReader,
    partitions: readonly AssignedPartition[],
  ): Promise<void> {
    if (partitions.length === 0) return;
    const positions = await this.admin.use((admin) => this.loader.load(admin, reader));
    for (const partition of partitions) {
      const position = positions.get(partition.partition);
      if (position === undefined) throw new Error(`${partition.topic}/${partition.partition} is not there yet`);
      const at = { topic: reader.topic.name, partition: partition.partition, ...position };
      const { blocking, judged } = await lettersAhead(this.options.dataSource, at);
      if (!this.holds(assignment)) return;
      partition.place(position);
      for (const offset of judged) partition.judged.add(offset);
      if (judged.length > 0) partition.lettersInARow = 0;
      if (blocking) {
        this.stopPartition(partition, 'a record waits for an operator');
        continue;
      }
      partition.state = 'reading';
      this.steer((records) => {
        records.seek(partition, position.next);
        records.resume(partition);
      });
    }
  }

  private async untilDone(assignment: Assignment, work: () => Promise<void>): Promise<void> {
    const backoff = new Backoff(100, 5_000);
    while (this.holds(assignment)) {
      try {
        return await work();
      } catch (error) {
        this.logger.warn(`looks for its place again: ${messageOf(error)}`);
        await delay(backoff.next());
      }
    }
  }

  /** The reader refuses while it joins or leaves; it then asks for everything anew. */
  private steer(move: (reader: RecordReader) => void): void {
    try {
      if (this.reader !== undefined) move(this.reader);
    } catch (error) {
      this.logger.debug(`not steered: ${messageOf(error)}`);
    }
  }
}

/** Small, so that a service with many partitions stays small too; one event larger than them still comes. */
const FETCH_SIZES = { maxBytes: 1_048_576, maxBytesPerPartition: 262_144, metadataMaxAgeMs: 60_000 };
