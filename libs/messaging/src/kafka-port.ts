/** What we need of a Kafka client: everything else of ours knows only this, so that the client can be exchanged. */
export interface KafkaPort {
  /** A sender of its own connection, not yet connected. */
  sender(): RecordSender;
  reader(options: ReaderOptions): RecordReader;
  admin(): TopicAdmin;
}

export interface OutgoingRecord {
  /** With the deployment's prefix. */
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | string>>;
}

export interface RecordSender {
  connect(): Promise<void>;
  /**
   * Settles when all in-sync replicas have every record. A failure says nothing about single records: any may be there.
   * @throws RecordsRefused, and others when the broker cannot be reached
   */
  send(records: readonly OutgoingRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** The broker will not have these records, now or later, as things stand: too large, not allowed, no such topic. */
export class RecordsRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'RecordsRefused';
  }
}

export interface IncomingRecord {
  readonly offset: bigint;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer>>;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** Records of one partition, in order. */
export interface FetchedBatch extends TopicPartition {
  /** The offset that was asked for: the batch continues from there, whatever its first record's offset. */
  readonly fetchedFrom: bigint;
  readonly records: readonly IncomingRecord[];
  /** Of the last record, those that are not shown (control records) included. */
  readonly lastOffset: bigint;
  readonly highWatermark: bigint;
  /** A seek has been asked for since it was fetched, or the reader stops: drop it. */
  isStale(): boolean;
  heartbeat(): Promise<void>;
  /** The next fetch starts behind this offset. */
  resolve(offset: bigint): void;
}

export interface ReaderOptions {
  readonly groupId: string;
  readonly sessionTimeoutMs: number;
  readonly heartbeatMs: number;
  readonly rebalanceTimeoutMs: number;
  /** How long the broker may hold a fetch that finds nothing; also the pause while every partition is paused. */
  readonly maxWaitMs: number;
  readonly maxBytes: number;
  readonly maxBytesPerPartition: number;
  readonly partitionsAtOnce: number;
  readonly metadataMaxAgeMs: number;
}

export interface ReaderListener {
  /** Called before anything is fetched of the new assignment. */
  assigned(partitions: readonly TopicPartition[]): void;
  /** What it throws makes the reader join again, or crash. */
  batch(batch: FetchedBatch): Promise<void>;
  /** A fetch from this offset held only records that are not shown; the next one starts behind it. */
  skipped(at: TopicPartition, offset: bigint): void;
  /** A sign of life of the reader itself. */
  alive(): void;
  /** It stopped by itself. `restarts`: it starts again by itself too. */
  crashed(error: Error, restarts: boolean): void;
}

export interface RecordReader {
  start(topics: readonly string[], listener: ReaderListener): Promise<void>;
  stop(): Promise<void>;
  pause(partition: TopicPartition): void;
  resume(partition: TopicPartition): void;
  seek(partition: TopicPartition, offset: bigint): void;
  /** For the brokers' lag figures only. */
  commit(offsets: readonly (TopicPartition & { readonly next: bigint })[]): Promise<void>;
}

export interface PartitionBounds extends TopicPartition {
  /** The first offset there is. */
  readonly low: bigint;
  /** The offset the next record will get. */
  readonly high: bigint;
}

export interface TopicToMake {
  readonly topic: string;
  readonly partitions: number;
  readonly config: Readonly<Record<string, string>>;
}

export interface TopicAdmin {
  connect(): Promise<void>;
  close(): Promise<void>;
  clusterId(): Promise<string>;
  /** Partition counts of those that exist. */
  existing(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** False when someone else made one of them meanwhile. */
  make(topics: readonly TopicToMake[]): Promise<boolean>;
  configs(topics: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>>;
  setConfig(topic: string, config: Readonly<Record<string, string>>): Promise<void>;
  bounds(topic: string): Promise<readonly PartitionBounds[]>;
  /** Names of all topics that begin so. */
  list(prefix: string): Promise<readonly string[]>;
  remove(topics: readonly string[]): Promise<void>;
}
