import { randomBytes } from 'node:crypto';

import type { TopicDefinition } from '@accord/contracts/define-event';
import { dropService, migrateService, type ServiceSchema } from '@accord/database/migrate';
import { ensureTopics } from '@accord/messaging/ensure-topics';
import type { KafkaSettings } from '@accord/messaging/kafka-config';
import type { IncomingRecord, TopicAdmin } from '@accord/messaging/kafka-port';
import { kafkajsPort } from '@accord/messaging/kafkajs/kafkajs-port';

import { adminDatabaseUrl, kafkaBrokers } from './environment.js';
import { eventually } from './eventually.js';

export type ReadRecord = IncomingRecord & { readonly partition: number };

const READ_ALL = {
  sessionTimeoutMs: 6_000,
  heartbeatMs: 500,
  rebalanceTimeoutMs: 6_000,
  maxWaitMs: 50,
  maxBytes: 1_048_576,
  maxBytesPerPartition: 1_048_576,
  partitionsAtOnce: 1,
  metadataMaxAgeMs: 60_000,
};

/**
 * A test file's own place on the shared broker and database: schemas, roles, topics and groups of a random name, all gone
 * with `dispose`.
 */
export class TestDeployment {
  readonly suffix: string;
  readonly topicPrefix: string;
  readonly kafka: KafkaSettings;
  private readonly services = new Set<string>();

  /** @param suffix of a deployment that another process made, and disposes of */
  constructor(brokers: readonly string[] = kafkaBrokers, suffix = `t${randomBytes(5).toString('hex')}`) {
    this.suffix = suffix;
    this.topicPrefix = `${suffix}.`;
    this.kafka = { brokers, clientId: this.suffix };
  }

  /** Answers the url of the service's application role. */
  async migrate(schema: ServiceSchema): Promise<string> {
    this.services.add(schema.service);
    return (await migrateService({ adminUrl: adminDatabaseUrl, schema, suffix: this.suffix })).appUrl;
  }

  async makeTopics(topics: readonly TopicDefinition[]): Promise<void> {
    await ensureTopics(this.kafka, this.topicPrefix, topics);
  }

  async administer<T>(work: (admin: TopicAdmin) => Promise<T>): Promise<T> {
    const admin = kafkajsPort(this.kafka).admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.close();
    }
  }

  /** Every record on a topic now, in the order of partitions and offsets. */
  async readAll(topic: string): Promise<readonly ReadRecord[]> {
    const name = this.topicPrefix + topic;
    const ends = await this.administer((admin) => admin.bounds(name));
    const open = new Map(ends.filter(({ low, high }) => high > low).map(({ partition, high }) => [partition, high]));
    const records: ReadRecord[] = [];
    if (open.size === 0) return records;
    const reader = kafkajsPort(this.kafka).reader({
      ...READ_ALL,
      groupId: `${name}.${randomBytes(4).toString('hex')}`,
    });
    await reader.start([name], {
      assigned: () => undefined,
      alive: () => undefined,
      crashed: () => undefined,
      skipped: () => undefined,
      batch: async (batch) => {
        records.push(...batch.records.map((record) => ({ ...record, partition: batch.partition })));
        batch.resolve(batch.lastOffset);
        if (batch.lastOffset + 1n >= (open.get(batch.partition) ?? 0n)) open.delete(batch.partition);
      },
    });
    try {
      await eventually(() => {
        if (open.size > 0) throw new Error(`${name} is not read to its end`);
      });
    } finally {
      await reader.stop();
    }
    return records.sort((a, b) => a.partition - b.partition || Number(a.offset - b.offset));
  }

  async dispose(): Promise<void> {
    for (const service of this.services) await dropService(adminDatabaseUrl, service, this.suffix);
    await this.administer(async (admin) => {
      const topics = await admin.list(this.topicPrefix);
      if (topics.length > 0) await admin.remove(topics);
    });
  }
}
