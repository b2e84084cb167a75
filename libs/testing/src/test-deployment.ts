import { randomBytes } from 'node:crypto';

import type { TopicDefinition } from '@accord/contracts/define-event';
import { dropService, migrateService, type ServiceSchema } from '@accord/database/migrate';
import { ensureTopics } from '@accord/messaging/ensure-topics';
import type { KafkaSettings } from '@accord/messaging/kafka-config';
import type { TopicAdmin } from '@accord/messaging/kafka-port';
import { kafkajsPort } from '@accord/messaging/kafkajs/kafkajs-port';

import { adminDatabaseUrl, kafkaBrokers } from './environment.js';

/**
 * A test file's own place on the shared broker and database: schemas, roles, topics and groups of a random name, all gone
 * with `dispose`.
 */
export class TestDeployment {
  readonly suffix = `t${randomBytes(5).toString('hex')}`;
  readonly topicPrefix = `${this.suffix}.`;
  readonly kafka: KafkaSettings;
  private readonly services = new Set<string>();

  constructor(brokers: readonly string[] = kafkaBrokers) {
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

  async dispose(): Promise<void> {
    for (const service of this.services) await dropService(adminDatabaseUrl, service, this.suffix);
    await this.administer(async (admin) => {
      const topics = await admin.list(this.topicPrefix);
      if (topics.length > 0) await admin.remove(topics);
    });
  }
}
