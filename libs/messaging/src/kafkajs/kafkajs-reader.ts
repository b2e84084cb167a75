import type { Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';

import type {
  FetchedBatch,
  IncomingRecord,
  ReaderListener,
  ReaderOptions,
  RecordReader,
  TopicPartition,
} from '../kafka-port.js';

/** A member of a consumer group that decides nothing: where to read, and what was read, stand in our database. */
export class KafkajsReader implements RecordReader {
  private readonly consumer: Consumer;

  constructor(
    kafka: Kafka,
    private readonly options: ReaderOptions,
  ) {
    this.consumer = kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: options.sessionTimeoutMs,
      heartbeatInterval: options.heartbeatMs,
      rebalanceTimeout: options.rebalanceTimeoutMs,
      maxWaitTimeInMs: options.maxWaitMs,
      maxBytes: options.maxBytes,
      maxBytesPerPartition: options.maxBytesPerPartition,
      metadataMaxAge: options.metadataMaxAgeMs,
      allowAutoTopicCreation: false,
      retry: { restartOnFailure: () => Promise.resolve(true) },
    });
  }

  async start(topics: readonly string[], listener: ReaderListener): Promise<void> {
    this.observe(listener);
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.consumer.run({
      // With it, kafkajs would commit on a seek, and its own idea of where to read.
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: this.options.partitionsAtOnce,
      eachBatch: (payload) => listener.batch(batchOf(payload)),
    });
  }

  stop(): Promise<void> {
    return this.consumer.disconnect();
  }

  pause({ topic, partition }: TopicPartition): void {
    this.consumer.pause([{ topic, partitions: [partition] }]);
  }

  resume({ topic, partition }: TopicPartition): void {
    this.consumer.resume([{ topic, partitions: [partition] }]);
  }

  seek({ topic, partition }: TopicPartition, offset: bigint): void {
    this.consumer.seek({ topic, partition, offset: String(offset) });
  }

  async commit(offsets: readonly (TopicPartition & { readonly next: bigint })[]): Promise<void> {
    await this.consumer.commitOffsets(
      offsets.map(({ topic, partition, next }) => ({ topic, partition, offset: String(next) })),
    );
  }

  private observe(listener: ReaderListener): void {
    const { events } = this.consumer;
    for (const event of [events.HEARTBEAT, events.FETCH_START, events.FETCH, events.END_BATCH_PROCESS] as const)
      this.consumer.on(event, () => listener.alive());
    this.consumer.on(events.GROUP_JOIN, ({ payload }) => {
      listener.alive();
      listener.assigned(
        Object.entries(payload.memberAssignment).flatMap(([topic, partitions]) =>
          partitions.map((partition) => ({ topic, partition })),
        ),
      );
    });
    this.consumer.on(events.START_BATCH_PROCESS, ({ payload }) => {
      const { topic, partition, lastOffset } = payload;
      if (payload.batchSize === 0) listener.skipped({ topic, partition }, BigInt(lastOffset));
    });
    this.consumer.on(events.CRASH, ({ payload }) => listener.crashed(payload.error, payload.restart));
  }
}

function batchOf(payload: EachBatchPayload): FetchedBatch {
  const { batch } = payload;
  return {
    topic: batch.topic,
    partition: batch.partition,
    fetchedFrom: fetchedFrom(batch),
    records: batch.messages.map(recordOf),
    lastOffset: BigInt(batch.lastOffset()),
    highWatermark: BigInt(batch.highWatermark),
    isStale: () => payload.isStale() || !payload.isRunning(),
    heartbeat: () => payload.heartbeat(),
    resolve: (offset) => payload.resolveOffset(String(offset)),
  };
}

/** kafkajs keeps it in the batch and leaves it out of its types. */
function fetchedFrom(batch: object): bigint {
  const offset: unknown = Reflect.get(batch, 'fetchedOffset');
  if (typeof offset !== 'string') throw new Error('this kafkajs does not say from where a batch was fetched');
  return BigInt(offset);
}

const recordOf = (message: KafkaMessage): IncomingRecord => ({
  offset: BigInt(message.offset),
  key: message.key,
  value: message.value,
  headers: headersOf(message.headers),
});

/** The last of several values of one name. */
function headersOf(headers: IHeaders | undefined): Record<string, Buffer> {
  const last = Object.entries(headers ?? {}).flatMap(([name, values]) => {
    const value = Array.isArray(values) ? values.at(-1) : values;
    return value === undefined ? [] : [[name, Buffer.from(value)] as const];
  });
  return Object.fromEntries(last);
}
