import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { createDataSource } from '@accord/database/connect';
import { setting } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { startMessaging, testTuning } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

import type { KafkaPort, ReaderListener, RecordReader } from '../src/kafka-port.js';
import type { Route } from '../src/event-router.js';
import { kafkajsPort } from '../src/kafkajs/kafkajs-port.js';
import { Messaging } from '../src/messaging.js';
import { messagingMigrations } from '../src/migrations.js';
import { forge, write } from './forge.js';
import { MealHandlers, mealCooked, Meals1800000000000, totalOf } from './meals.js';

const deployment = new TestDeployment();
const route: Route = { contract: mealCooked, kind: 'each', handle: () => Promise.resolve() };
let appUrl: string;
let dataSource: DataSource;

/** The real broker, but for a reader that tells nothing and does what the test says. */
class Puppet implements RecordReader {
  listener: ReaderListener | undefined;

  async start(_topics: readonly string[], listener: ReaderListener): Promise<void> {
    this.listener = listener;
  }
  async stop(): Promise<void> {}
  pause(): void {}
  resume(): void {}
  seek(): void {}
  async commit(): Promise<void> {}
}

function puppeteer(tuning = {}) {
  const puppet = new Puppet();
  const fatal: Error[] = [];
  const port: KafkaPort = { ...kafkajsPort(deployment.kafka), reader: () => puppet };
  const { kafka, topicPrefix } = deployment;
  const options = {
    service: 'hall',
    kafka,
    topicPrefix,
    databaseUrl: appUrl,
    writes: [],
    onFatal: (reason: Error) => void fatal.push(reason),
    tuning: { ...testTuning, ...tuning },
  };
  return { puppet, fatal, messaging: new Messaging(options, dataSource, port) };
}

Logger.overrideLogger(false);

beforeAll(async () => {
  appUrl = await deployment.migrate({ service: 'hall', migrations: [...messagingMigrations, Meals1800000000000] });
  dataSource = await createDataSource({ url: appUrl, applicationName: 'reader faults', poolSize: 3 }).initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await deployment.dispose();
});

describe('a reader', () => {
  it('that crashes and does not start again ends the process; one that starts again does not', async () => {
    const { puppet, fatal, messaging } = puppeteer();
    await messaging.start([route]);
    puppet.listener?.crashed(new Error('broker away'), true);
    expect(fatal).toEqual([]);
    expect(() => messaging.assertWorking()).toThrow('has not joined');
    puppet.listener?.crashed(new Error('bug'), false);
    expect(fatal).toEqual([expect.objectContaining({ cause: new Error('bug') })]);
    await messaging.stopReading();
    await messaging.stopSending();
  });

  it('that stops without a word ends the process; one that gives signs of life does not', async () => {
    const { puppet, fatal, messaging } = puppeteer({ silentMs: 400 });
    await messaging.start([route]);
    const signs = setInterval(() => puppet.listener?.alive(), 50);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(fatal).toEqual([]);
    clearInterval(signs);
    await eventually(() => expect(fatal[0]?.message).toContain('no sign of life'));
    await messaging.stopReading();
    await messaging.stopSending();
  });

  it('of kafkajs says that it does not start again where kafkajs gives up without a retry', async () => {
    await deployment.makeTopics([mealCooked.topic]);
    const reader = kafkajsPort(deployment.kafka).reader({
      ...READER,
      groupId: `${deployment.topicPrefix}crash`,
    });
    const crashes: boolean[] = [];
    await reader.start([`${deployment.topicPrefix}meals`], {
      assigned: () => undefined,
      alive: () => undefined,
      skipped: () => undefined,
      crashed: (_error, restarts) => void crashes.push(restarts),
      batch: () => Promise.reject(new TypeError('a bug of ours')),
    });
    await write(deployment, [forge('crash', 1)]);
    await eventually(() => expect(crashes).toEqual([false]));
    await reader.stop();
  });
});

it('a handler that hangs ends the process', async () => {
  const fatal: Error[] = [];
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  MealHandlers.before = () => held;
  const inn = await startMessaging(deployment, {
    service: 'inn',
    migrations: [Meals1800000000000],
    controllers: [MealHandlers],
    onFatal: (reason) => void fatal.push(reason),
    tuning: { silentMs: 800 },
  });
  await write(deployment, [forge('hang', 1)]);
  await eventually(() => expect(fatal[0]?.message).toContain('one batch is under way for'));
  release();
  await inn.stop();
});

it('a handler that takes longer than the session keeps its place in the group, and its effect', async () => {
  const slowly = new Promise((resolve) => setTimeout(resolve, 7_000));
  MealHandlers.before = async () => void (await slowly);
  const bar = await startMessaging(deployment, {
    service: 'bar',
    migrations: [Meals1800000000000],
    controllers: [MealHandlers],
  });
  const { length } = await deployment.readAll('meals');
  await eventually(async () => expect(await totalOf(bar.dataSource)).toBe(length));
  const tries = await bar.dataSource.query('select max(times) as times from meal');
  expect(tries).toEqual([{ times: 1 }]);
  await bar.stop();
});

it('warnings of negative timeouts, and only they, are kept out of the log', async () => {
  const loader = new URL('../../testing/register-ts.mjs', import.meta.url).href;
  const script = fileURLToPath(new URL('./connect.process.ts', import.meta.url));
  const env = { PATH: setting('PATH'), BROKERS: deployment.kafka.brokers.join(',') };
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', loader, script], { env });
  expect(stderr).toContain('others pass');
  expect(stderr).not.toContain('TimeoutNegativeWarning');
});

const READER = {
  sessionTimeoutMs: 6_000,
  heartbeatMs: 500,
  rebalanceTimeoutMs: 6_000,
  maxWaitMs: 50,
  maxBytes: 1_048_576,
  maxBytesPerPartition: 1_048_576,
  partitionsAtOnce: 1,
  metadataMaxAgeMs: 60_000,
};
