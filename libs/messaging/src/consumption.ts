import { setTimeout as delay } from 'node:timers/promises';

import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import { AssignedPartition, Assignment } from './assignment.js';
import { Backoff } from './backoff.js';
import { ChunkRunner, type ChunkHooks, type Outcome } from './chunk-runner.js';
import { messageOf } from './failure.js';
import type { FetchedBatch, KafkaPort, ReaderListener, RecordReader, TopicPartition } from './kafka-port.js';
import { Gathering } from './gathering.js';
import { KeepAlive } from './keep-alive.js';
import type { MessagingObserver } from './messaging-observer.js';
import type { MessagingTuning } from './messaging-tuning.js';
import { Places } from './places.js';
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

/** Small, so that a service with many partitions stays small too; one event larger than them still comes. */
const FETCH_SIZES = { maxBytes: 1_048_576, maxBytesPerPartition: 262_144, metadataMaxAgeMs: 60_000 };
/** As many as there are, mostly: those of a topic are handled together. */
const PARTITIONS_AT_ONCE = 64;

/**
 * Reads a service's topics. Where to go on stands in the service's own database and is changed only together with what the
 * events changed; the broker's group offsets are told afterwards, for lag figures, and never trusted.
 */
export class Consumption implements ReaderListener {
  private readonly logger = new Logger(Consumption.name);
  readonly places: Places;
  private readonly gathering: Gathering;
  private reader: RecordReader | undefined;
  private current = new Assignment([]);
  private stopping = false;
  private ready = false;
  private aliveAt = performance.now();
  /** Batches under way, and since when. */
  private readonly busy = new Map<FetchedBatch, number>();

  constructor(private readonly options: ConsumptionOptions) {
    this.places = new Places({
      ...options,
      holds: (assignment) => this.holds(assignment),
      current: () => this.current,
      steer: (move) => this.steer(move),
      reload: (partition) => this.reload(this.current, partition),
      stop: (partition, because) => this.stopPartition(partition, because),
    });
    const runner = new ChunkRunner(options.dataSource, options.tuning, this.hooks());
    this.gathering = new Gathering((shares) => runner.runTogether(shares), options.tuning.transactionsAtOnce);
  }

  get assignment(): Assignment {
    return this.current;
  }

  /** Joined the group, and reads or waits at known places. */
  get isReady(): boolean {
    return this.ready;
  }

  /** Milliseconds since the client gave a sign of life. */
  get silentForMs(): number {
    return performance.now() - this.aliveAt;
  }

  /** Milliseconds the oldest batch under way has taken. */
  get busyForMs(): number {
    return this.busy.size === 0 ? 0 : performance.now() - Math.min(...this.busy.values());
  }

  /** Settles when it has joined the group; tries until then. */
  async start(): Promise<void> {
    const { kafka, topicPrefix, service, readers, tuning } = this.options;
    const backoff = new Backoff(200, 5_000);
    while (!this.stopping) {
      this.reader = kafka.reader({
        ...tuning,
        ...FETCH_SIZES,
        partitionsAtOnce: PARTITIONS_AT_ONCE,
        groupId: topicPrefix + service,
      });
      try {
        const topics = readers.map(({ topic }) => topicPrefix + topic.name);
        return await this.reader.start(topics, this);
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
    await this.places.close();
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
    const assigned = partitions.flatMap(({ topic, partition }) => {
      const reader = readers.find((each) => topicPrefix + each.topic.name === topic);
      return reader === undefined ? [] : [new AssignedPartition(topic, partition, reader, tuning)];
    });
    const assignment = new Assignment(assigned);
    this.ready = false;
    this.current = assignment;
    for (const partition of assigned) this.steer((reader) => reader.pause(partition));
    void this.places.find(assignment).then(() => {
      if (this.holds(assignment)) this.ready = true;
    });
  }

  skipped(at: TopicPartition, offset: bigint): void {
    const partition = this.current.find(at);
    if (partition?.state === 'reading' && partition.fetchNext === offset) partition.fetchNext = offset + 1n;
  }

  async batch(batch: FetchedBatch): Promise<void> {
    const assignment = this.current;
    const partition = assignment.find(batch);
    if (partition?.state !== 'reading' || batch.isStale() || this.stopping) return;
    // Fetched for a place that is no more, e.g. because the client went back to its default by itself.
    if (batch.fetchedFrom !== partition.fetchNext) return this.reload(assignment, partition);
    const keepAlive = new KeepAlive(batch, this.options.tuning.heartbeatMs);
    const goesOn = () => this.holds(assignment) && !batch.isStale() && !keepAlive.lost;
    this.busy.set(batch, performance.now());
    try {
      const { records, lastOffset } = batch;
      const outcome = await this.gathering.run({ state: partition, records, end: lastOffset + 1n, goesOn });
      if (this.holds(assignment)) this.conclude(assignment, partition, batch, outcome);
    } finally {
      this.busy.delete(batch);
      await keepAlive.end();
    }
  }

  /** Looks its place up anew, e.g. because an operator judged the record it waited at. */
  reload(assignment: Assignment, partition: AssignedPartition): void {
    if (!this.holds(assignment) || partition.state === 'waiting') return;
    partition.state = 'waiting';
    this.steer((reader) => reader.pause(partition));
    void this.places.findAgain(assignment, partition);
  }

  async tellOffsets(): Promise<void> {
    const moved = this.current.partitions.filter(({ state, next, told }) => state === 'reading' && next > told);
    if (moved.length === 0) return;
    const offsets = moved.map(({ topic, partition, next }) => ({ topic, partition, next }));
    await this.reader?.commit(offsets);
    for (const [at, partition] of moved.entries()) partition.told = offsets[at]?.next ?? partition.told;
  }

  private holds(assignment: Assignment): boolean {
    return this.current === assignment && !this.stopping;
  }

  private conclude(assignment: Assignment, partition: AssignedPartition, batch: FetchedBatch, outcome: Outcome): void {
    const topic = partition.reader.topic.name;
    partition.highWatermark = batch.highWatermark;
    partition.fetchNext = partition.next;
    if (partition.next > batch.fetchedFrom) batch.resolve(partition.next - 1n);
    this.options.observer.lag?.(topic, partition.partition, Number(batch.highWatermark - partition.next));
    if (outcome.kind === 'done') {
      partition.backoff.reset();
      return this.rest(assignment, partition);
    }
    if (outcome.kind === 'superseded') return this.reload(assignment, partition);
    if (outcome.kind === 'stopped') {
      this.stopPartition(partition, outcome.because);
      if (outcome.until === 'an operator judges') return;
    } else {
      this.logger.warn(`${topic}/${partition.partition} waits: ${messageOf(outcome.error)}`);
      this.options.observer.postponed?.(topic);
    }
    partition.state = 'postponed';
    this.steer((reader) => reader.pause(partition));
    setTimeout(() => this.reload(assignment, partition), partition.backoff.next()).unref();
  }

  /** What a service wrote itself is read back without hurry, so that one transaction has much of it. */
  private rest(assignment: Assignment, partition: AssignedPartition): void {
    if (partition.reader.handle !== undefined || !partition.atEnd) return;
    this.steer((reader) => reader.pause(partition));
    setTimeout(() => {
      if (this.holds(assignment) && partition.state === 'reading') this.steer((reader) => reader.resume(partition));
    }, this.options.tuning.ownRestMs).unref();
  }

  private stopPartition(partition: AssignedPartition, because: string): void {
    const topic = partition.reader.topic.name;
    partition.state = 'stopped';
    this.steer((reader) => reader.pause(partition));
    this.logger.error(`${topic}/${partition.partition} is stopped at ${partition.next}: ${because}`);
    this.options.observer.alarm?.({ kind: 'partition-stopped', topic, partition: partition.partition, because });
  }

  private hooks(): ChunkHooks {
    const { observer, failpoint, onDeadLetter } = this.options;
    return {
      onDeadLetter,
      deadLettered: (letter) => {
        this.logger.warn(`dead letter ${letter.id} of ${letter.topic}: ${letter.reason}: ${letter.error}`);
        observer.deadLetter?.(letter.topic, letter.reason);
      },
      committed: ({ reader }, records, seconds) => {
        failpoint('consumer.after-commit');
        observer.committed?.(reader.topic.name, records.length, seconds);
      },
    };
  }

  /** The client refuses while it joins or leaves; it asks for everything anew after that. */
  private steer(move: (reader: RecordReader) => void): void {
    try {
      if (this.reader !== undefined) move(this.reader);
    } catch (error) {
      this.logger.debug(`not steered: ${messageOf(error)}`);
    }
  }
}
