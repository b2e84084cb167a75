import { randomUUID } from 'node:crypto';

import type { TopicDefinition } from '@accord/contracts/define-event';

import { headersOf } from './envelope.js';
import type { KafkaSettings } from './kafka-config.js';
import type { KafkaPort, TopicAdmin } from './kafka-port.js';
import { kafkajsPort } from './kafkajs/kafkajs-port.js';
import { topicMade, type TopicMade } from './topic-made.js';
import { accordTopics, policyOf } from './topic-policy.js';

/** A topic stands in the way as it is; trying again does not help. */
export class TopicMismatch extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TopicMismatch';
  }
}

/**
 * Makes the topics that are missing, as their contracts have them, and brings the settings of the others into line. May be
 * repeated and run from several places at once. With each topic made, a new incarnation is announced on `accord.topics`.
 * @throws TopicMismatch for a topic with another number of partitions: changing it would break the order of keys
 */
export async function ensureTopics(
  kafka: KafkaSettings,
  prefix: string,
  topics: readonly TopicDefinition[],
): Promise<void> {
  await ensureTopicsThrough(kafkajsPort(kafka), prefix, topics);
}

export async function ensureTopicsThrough(
  port: KafkaPort,
  prefix: string,
  topics: readonly TopicDefinition[],
): Promise<void> {
  const admin = port.admin();
  await admin.connect();
  try {
    const named = new Map([accordTopics, ...topics].map((topic) => [prefix + topic.name, topic]));
    const existing = await admin.existing([...named.keys()]);
    const missing = [...named].filter(([name]) => !existing.has(name)).map(([, topic]) => topic);
    await makeMissing(port, admin, { prefix, missing });
    assertPartitions(named, existing);
    await alignPolicies(admin, new Map([...named].filter(([name]) => existing.has(name))));
  } finally {
    await admin.close();
  }
}

/** The announcement goes first: a crash between leaves an announcement too many, never a topic that passes for its predecessor. */
async function makeMissing(
  port: KafkaPort,
  admin: TopicAdmin,
  { prefix, missing }: { readonly prefix: string; readonly missing: readonly TopicDefinition[] },
): Promise<void> {
  if (missing.length === 0) return;
  const make = (topics: readonly TopicDefinition[]) =>
    admin.make(
      topics.map((topic) => ({ topic: prefix + topic.name, partitions: topic.partitions, config: policyOf(topic) })),
    );
  if (missing.some(({ name }) => name === accordTopics.name)) await make([accordTopics]);
  const others = missing.filter(({ name }) => name !== accordTopics.name);
  if (others.length === 0) return;
  const sender = port.sender();
  await sender.connect();
  try {
    await sender.send(others.map((topic) => announcement(prefix, topic)));
  } finally {
    await sender.close();
  }
  await make(others);
}

function announcement(prefix: string, topic: TopicDefinition) {
  const data: TopicMade = { topic: topic.name, incarnation: randomUUID(), complete: false, saidAtMs: Date.now() };
  const headers = headersOf({
    id: randomUUID(),
    type: topicMade.type,
    source: topic.writer,
    occurredAt: new Date(data.saidAtMs),
    key: topic.name,
    version: data.saidAtMs,
  });
  return {
    topic: prefix + accordTopics.name,
    key: Buffer.from(topic.name),
    value: Buffer.from(JSON.stringify(data)),
    headers,
  };
}

function assertPartitions(named: ReadonlyMap<string, TopicDefinition>, existing: ReadonlyMap<string, number>): void {
  const wrong = [...existing].flatMap(([name, count]) => {
    const wanted = named.get(name)?.partitions;
    return wanted === count ? [] : [`${name} has ${count} partitions, its contract says ${wanted}`];
  });
  if (wrong.length > 0)
    throw new TopicMismatch(
      `${wrong.join('; ')}. Changing the number would break the order of keys: ` +
        'delete the topic once all of it is read (its owner fills the new one), or correct the contract.',
    );
}

async function alignPolicies(admin: TopicAdmin, topics: ReadonlyMap<string, TopicDefinition>): Promise<void> {
  const present = await admin.configs([...topics.keys()]);
  for (const [name, topic] of topics) {
    const wanted = policyOf(topic);
    const config = present.get(name) ?? {};
    if (Object.entries(wanted).some(([setting, value]) => config[setting] !== value))
      await admin.setConfig(name, wanted);
  }
}
