import type { SystemFacts } from './environment.ts';

/** Deletes Accord's topics (those of the contracts, with TOPIC_PREFIX) from a broker that is not ours alone. @returns their names */
export async function emptyBroker({
  kafkaBrokers,
  given,
}: Pick<SystemFacts, 'kafkaBrokers' | 'given'>): Promise<string[]> {
  const [{ default: kafkajs }, { allTopics, deadLettersOf }] = await Promise.all([
    import('kafkajs'),
    import('@accord/contracts/topics'),
  ]);
  const prefix = given['TOPIC_PREFIX'] ?? '';
  const ours = allTopics.flatMap((topic) => [`${prefix}${topic.name}`, `${prefix}${deadLettersOf(topic).name}`]);
  const kafka = new kafkajs.Kafka({
    clientId: 'accord-launcher',
    brokers: kafkaBrokers.split(','),
    logLevel: kafkajs.logLevel.NOTHING,
  });
  const admin = kafka.admin();
  await admin.connect();
  try {
    const there = new Set(await admin.listTopics());
    const topics = ours.filter((topic) => there.has(topic));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    return topics;
  } finally {
    await admin.disconnect();
  }
}
