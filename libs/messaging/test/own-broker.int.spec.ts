import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';

import { startKafkaBroker, type KafkaBroker } from '../../../tools/infrastructure/kafka-broker.ts';
import { forge, write } from './forge.js';
import {
  asStopped,
  cook,
  hallMeals,
  kitchenMeals,
  MealHandlers,
  mealCooked,
  Meals1800000000000,
  versionsIn,
} from './meals.js';

/** A broker that compacts at once, and may be killed. */
const dir = mkdtempSync(join(tmpdir(), 'accord-broker-'));
let broker: KafkaBroker;
let deployment: TestDeployment;
let kitchen: MessagingUnderTest;
let hall: MessagingUnderTest;
const reemitted: number[] = [];
const fatal: Error[] = [];

const startKitchen = (appUrl?: string) =>
  startMessaging(deployment, {
    service: 'kitchen',
    migrations: [Meals1800000000000],
    writes: [mealCooked],
    owns: [kitchenMeals],
    observer: { reemitted: (_topic, count) => void reemitted.push(count) },
    onFatal: (reason) => void fatal.push(reason),
    ...(appUrl !== undefined && { appUrl }),
  });
const startHall = (service = 'hall', appUrl?: string) =>
  startMessaging(deployment, {
    service,
    migrations: [Meals1800000000000],
    controllers: [MealHandlers],
    knownKeys: [hallMeals],
    onFatal: (reason) => void fatal.push(reason),
    ...(appUrl !== undefined && { appUrl }),
  });
const urlOf = (under: MessagingUnderTest): string => under.messaging.options.databaseUrl;

const recordsOf = async (meal: string) =>
  (await deployment.readAll('meals'))
    .filter(({ key }) => key?.toString() === meal)
    .map(({ headers }) => Number(headers['accord_version']?.toString()));

/** A group whose member was lost with a broker waits for it, on a busy machine for a while. */
const soon = (assertion: () => Promise<void>): Promise<void> => eventually(assertion, { timeoutMs: 60_000 });

const FILLERS = Array.from({ length: 12 }, (_, n) => `filler ${n}`);

/** Rolls the segments of all partitions, so that what is before them is compacted. */
async function compactUntil(assertion: () => Promise<void>): Promise<void> {
  await eventually(
    async () => {
      await write(
        deployment,
        Array.from({ length: 12 }, (_, n) => forge(`filler ${n}`, 1)),
      );
      await assertion();
    },
    { timeoutMs: 60_000, everyMs: 400 },
  );
}

beforeAll(async () => {
  const overrides = {
    'log.cleaner.backoff.ms': '200',
    'log.cleaner.min.cleanable.ratio': '0.001',
    'log.roll.ms': '300',
    'log.cleaner.max.compaction.lag.ms': '300',
  };
  broker = await startKafkaBroker({ dir, overrides });
  deployment = new TestDeployment([broker.brokers]);
  kitchen = await startKitchen();
  hall = await startHall();
  for (const meal of FILLERS) await cook(kitchen.dataSource, meal, 1);
}, 60_000);
afterAll(async () => {
  await kitchen?.stop();
  await hall?.stop();
  await deployment?.dispose();
  await broker?.stop();
  rmSync(dir, { recursive: true, force: true });
}, 60_000);

it('loses nothing when the broker is killed while events are sent', async () => {
  let cooking = true;
  const cooked: Record<string, number> = Object.fromEntries(FILLERS.map((meal) => [meal, 1]));
  const chef = (async () => {
    for (let n = 0; cooking; n += 1) {
      cooked[`dish ${n % 100}`] = n;
      await cook(kitchen.dataSource, `dish ${n % 100}`, n);
      await delay(2);
    }
  })();
  for (let kills = 0; kills < 2; kills += 1) {
    await delay(700);
    await broker.kill();
    await broker.start();
    await broker.ready();
  }
  await delay(500);
  cooking = false;
  await chef;
  await eventually(
    async () => {
      expect(await kitchen.dataSource.query('select id from outbox')).toEqual([]);
      expect(await versionsIn(hall.dataSource)).toEqual(cooked);
    },
    { timeoutMs: 40_000, everyMs: 200 },
  );
  expect(fatal).toEqual([]);
}, 90_000);

describe('a record sent late, behind a newer one of its key', () => {
  it('is what compaction keeps; its owner emits the newer again, and readers old and new hold it', async () => {
    await cook(kitchen.dataSource, 'pie', 1, 'half done');
    await cook(kitchen.dataSource, 'pie', 2, 'done');
    await soon(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ pie: 2 }));
    await kitchen.stop();
    await write(deployment, [forge('pie', 1)]);
    await compactUntil(async () => expect(await recordsOf('pie')).toEqual([1]));

    reemitted.length = 0;
    kitchen = await startKitchen(urlOf(kitchen));
    await soon(async () => expect((await recordsOf('pie')).at(-1)).toBe(2));
    expect(reemitted.reduce((sum, count) => sum + count, 0)).toBe(1);
    await compactUntil(async () => expect(await recordsOf('pie')).toEqual([2]));

    const inn = await startHall('inn');
    await soon(async () => expect(await versionsIn(inn.dataSource)).toMatchObject({ pie: 2 }));
    expect(await versionsIn(hall.dataSource)).toMatchObject({ pie: 2 });
    await inn.stop();
  }, 180_000);
});

describe('a reader that was away for longer than tombstones are kept', () => {
  it('does not bring back what was erased meanwhile', async () => {
    await cook(kitchen.dataSource, 'secret', 1);
    await cook(kitchen.dataSource, 'menu', 1);
    await soon(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ secret: 1, menu: 1 }));
    await hall.stop();
    // Erased, compacted, and the tombstone gone as after thirty days.
    const topic = `${deployment.topicPrefix}meals`;
    await deployment.administer((admin) => admin.setConfig(topic, { 'delete.retention.ms': '0' }));
    await kitchen.dataSource.query(`delete from meal where meal = 'secret'`);
    await write(deployment, [forge('secret', 2, { value: null })]);
    await compactUntil(async () => expect(await recordsOf('secret')).toEqual([]));
    await asStopped(urlOf(hall), `update stored_offset set seen_at = now() - interval '40 days' where topic = 'meals'`);
    hall = await startHall('hall', urlOf(hall));
    await soon(async () => expect(await versionsIn(hall.dataSource)).not.toHaveProperty('secret'));
    expect(await versionsIn(hall.dataSource)).toMatchObject({ menu: 1, pie: 2 });
  }, 180_000);
});
