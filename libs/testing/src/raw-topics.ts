import kafkajs, { type Admin, type IHeaders, type Producer } from 'kafkajs';

import { eventually } from './eventually.js';

/** A record as it stands on a topic. */
export interface RawRecord {
  readonly topic: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: IHeaders;
}

/** Reads and writes topics past all that Accord does: for tests that replay, reorder and forge events. */
export class RawTopics {
  private constructor(
    private readonly kafka: kafkajs.Kafka,
    private readonly admin: Admin,
    private readonly producer: Producer,
  ) {}

  static async connect(brokers: string): Promise<RawTopics> {
    const kafka = new kafkajs.Kafka({
      clientId: 'raw-topics',
      brokers: brokers.split(','),
      logLevel: kafkajs.logLevel.NOTHING,
    });
    const admin = kafka.admin();
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await Promise.all([admin.connect(), producer.connect()]);
    return new RawTopics(kafka, admin, producer);
  }

  /** Every record that is on a topic now, by partition and offset. */
  async readAll(topic: string): Promise<RawRecord[]> {
    const ends = await this.admin.fetchTopicOffsets(topic);
    const missing = new Map(
      ends.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]),
    );
    if (missing.size === 0) return [];
    const records: RawRecord[] = [];
    const groupId = `raw-${process.pid}-${Math.random().toString(36).slice(2)}`;
    // Its end waits for the fetch that is under way.
    const consumer = this.kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        for (const { key, value, headers = {} } of batch.messages) records.push({ topic, key, value, headers });
        // The last offsets may be a compacted gap; the batch says how far it reached.
        if (BigInt(batch.lastOffset()) + 1n >= (missing.get(batch.partition) ?? 0n)) missing.delete(batch.partition);
      },
    });
    await eventually(() => {
      if (missing.size > 0) throw new Error(`${topic}: ${missing.size} partitions are not read to their end`);
    });
    await consumer.disconnect();
    return records;
  }

  /** Writes records as they are, in this order within each topic. */
  async write(records: readonly RawRecord[]): Promise<void> {
    const topics = [...new Set(records.map(({ topic }) => topic))];
    for (const topic of topics) {
      const messages = records
        .filter((record) => record.topic === topic)
        .map(({ key, value, headers }) => ({ key, value, headers }));
      await this.producer.send({ topic, acks: -1, messages });
    }
  }

  /** Waits until every consumer group has committed the end of every partition it reads. */
  async caughtUp(): Promise<void> {
    const { groups } = await this.admin.listGroups();
    const ids = groups.map(({ groupId }) => groupId).filter((id) => !id.startsWith('raw-'));
    await eventually(
      async () => {
        for (const groupId of ids) await this.assertCaughtUp(groupId);
      },
      { timeoutMs: 30_000, everyMs: 250 },
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.admin.disconnect(), this.producer.disconnect()]);
  }

  private async assertCaughtUp(groupId: string): Promise<void> {
    for (const { topic, partitions } of await this.admin.fetchOffsets({ groupId })) {
      const ends = await this.admin.fetchTopicOffsets(topic);
      for (const { partition, offset } of partitions) {
        const end = ends.find((one) => one.partition === partition)?.high ?? '0';
        if (offset !== '-1' && BigInt(offset) < BigInt(end)) {
          throw new Error(`${groupId} is at ${offset} of ${end} in ${topic}/${partition}`);
        }
      }
    }
  }
}
