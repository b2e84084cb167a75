import kafkajs, { type Admin } from 'kafkajs';

import type { PartitionBounds, TopicAdmin, TopicToMake } from '../kafka-port.js';

const TOPIC = kafkajs.ConfigResourceTypes.TOPIC;

export class KafkajsAdmin implements TopicAdmin {
  constructor(private readonly admin: Admin) {}

  connect(): Promise<void> {
    return this.admin.connect();
  }

  close(): Promise<void> {
    return this.admin.disconnect();
  }

  async clusterId(): Promise<string> {
    return (await this.admin.describeCluster()).clusterId;
  }

  async existing(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const present = new Set(await this.admin.listTopics());
    const wanted = topics.filter((topic) => present.has(topic));
    if (wanted.length === 0) return new Map();
    const metadata = await this.admin.fetchTopicMetadata({ topics: wanted });
    return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
  }

  make(topics: readonly TopicToMake[]): Promise<boolean> {
    return this.admin.createTopics({
      waitForLeaders: true,
      topics: topics.map(({ topic, partitions, config }) => ({
        topic,
        numPartitions: partitions,
        // The broker's default: one in development, three in production.
        replicationFactor: -1,
        configEntries: entriesOf(config),
      })),
    });
  }

  async configs(topics: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
    if (topics.length === 0) return new Map();
    const answer = await this.admin.describeConfigs({
      includeSynonyms: false,
      resources: topics.map((name) => ({ type: TOPIC, name })),
    });
    return new Map(
      answer.resources.map(({ resourceName, configEntries }) => [
        resourceName,
        Object.fromEntries(configEntries.map(({ configName, configValue }) => [configName, configValue])),
      ]),
    );
  }

  /** Kafka replaces every setting of a topic at once, so those that the topic has of its own are repeated. */
  async setConfig(topic: string, config: Readonly<Record<string, string>>): Promise<void> {
    const answer = await this.admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: TOPIC, name: topic }],
    });
    const own = (answer.resources[0]?.configEntries ?? [])
      .filter(({ configSource }) => configSource === kafkajs.ConfigSource.TOPIC_CONFIG)
      .map(({ configName, configValue }) => [configName, configValue]);
    const configEntries = entriesOf({ ...Object.fromEntries(own), ...config });
    await this.admin.alterConfigs({ validateOnly: false, resources: [{ type: TOPIC, name: topic, configEntries }] });
  }

  async list(prefix: string): Promise<readonly string[]> {
    return (await this.admin.listTopics()).filter((topic) => topic.startsWith(prefix));
  }

  remove(topics: readonly string[]): Promise<void> {
    return this.admin.deleteTopics({ topics: [...topics] });
  }

  async bounds(topic: string): Promise<readonly PartitionBounds[]> {
    const offsets = await this.admin.fetchTopicOffsets(topic);
    return offsets.map(({ partition, low, high }) => ({ topic, partition, low: BigInt(low), high: BigInt(high) }));
  }
}

const entriesOf = (config: Readonly<Record<string, string>>) =>
  Object.entries(config).map(([name, value]) => ({ name, value }));
