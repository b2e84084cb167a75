import { join } from 'node:path';
import kafkajs from 'kafkajs';
import { type KafkaBroker, startKafkaBroker } from '../infrastructure/kafka-broker.ts';
import { temporaryFolder } from './fixtures/folder.ts';

const dir = join(temporaryFolder(), 'kafka');
const overrides = { 'log.cleaner.backoff.ms': '200' };
let broker: KafkaBroker;
beforeAll(async () => {
  broker = await startKafkaBroker({ dir, overrides });
}, 120_000);
afterAll(() => broker.stop());

const clientOf = ({ brokers }: KafkaBroker) =>
  new kafkajs.Kafka({
    brokers: brokers.split(','),
    logLevel: kafkajs.logLevel.NOTHING,
    retry: { initialRetryTime: 100, retries: 20 },
  });

async function topics(): Promise<string[]> {
  const admin = clientOf(broker).admin();
  await admin.connect();
  const listed = await admin.listTopics();
  await admin.disconnect();
  return listed;
}

describe('a broker of our own', () => {
  it('has the settings it was given', async () => {
    const admin = clientOf(broker).admin();
    await admin.connect();
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: [{ type: kafkajs.ConfigResourceTypes.BROKER, name: '1', configNames: ['log.cleaner.backoff.ms'] }],
    });
    await admin.disconnect();
    expect(resources[0]?.configEntries[0]).toMatchObject({ configValue: '200' });
  });

  it('makes no topic that nobody asked for', async () => {
    const producer = new kafkajs.Kafka({
      brokers: [broker.brokers],
      logLevel: kafkajs.logLevel.NOTHING,
      retry: { retries: 0 },
    }).producer();
    await producer.connect();
    await expect(producer.send({ topic: 'typing-error', messages: [{ value: 'x' }] })).rejects.toThrow();
    await producer.disconnect();
    expect(await topics()).not.toContain('typing-error');
  });

  it('keeps its topics and its port when it is killed and started again', async () => {
    const admin = clientOf(broker).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1, replicationFactor: 1 }] });
    await admin.disconnect();
    const before = broker.brokers;
    await broker.kill();
    await broker.start();
    await broker.ready();
    expect(broker.brokers).toBe(before);
    expect(await topics()).toContain('kept');
  }, 60_000);
});
