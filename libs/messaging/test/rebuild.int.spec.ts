import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingSetup, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { EventContext } from '../src/event-context.js';
import { keepHighest } from '../src/keep-highest.js';
import type { Alarm } from '../src/messaging-observer.js';
import { OnEvent } from '../src/on-event.js';
import { liftRelayHalt, relayHalt } from '../src/relay-halt.js';
import { forge, write } from './forge.js';
import { asStopped, cook, kitchenMeals, mealCooked, Meals1800000000000, versionsIn, type MealCooked } from './meals.js';

/** Lets keepHighest remember versions; erases rows. */
@Controller()
class Listeners {
  @OnEvent(mealCooked)
  async onCooked(@Payload() data: MealCooked | null, @Ctx() event: EventContext): Promise<void> {
    if (!(await keepHighest(event, data))) return;
    await event.tx.query(
      `insert into meal (meal, version, erased) values ($1, $2, $3)
       on conflict (meal) do update set version = excluded.version, erased = excluded.erased, times = meal.times + 1`,
      [event.key, event.version, data === null],
    );
  }
}

const deployment = new TestDeployment();
const rebuilds: string[] = [];
const alarms: Alarm[] = [];
let kitchen: MessagingUnderTest;
let hall: MessagingUnderTest;

const startKitchen = (more: Partial<MessagingSetup> = {}) =>
  startMessaging(deployment, {
    service: 'kitchen',
    migrations: [Meals1800000000000],
    writes: [mealCooked],
    owns: [kitchenMeals],
    observer: { alarm: (alarm) => void alarms.push(alarm) },
    ...more,
  });
const startHall = (more: Partial<MessagingSetup> = {}) =>
  startMessaging(deployment, {
    service: 'hall',
    migrations: [Meals1800000000000],
    controllers: [Listeners],
    observer: { rebuild: (topic, reason) => void rebuilds.push(`${topic}: ${reason}`) },
    ...more,
  });
const urlOf = (under: MessagingUnderTest): string => under.messaging.options.databaseUrl;
const isComplete = (under: MessagingUnderTest) =>
  eventually(async () =>
    expect(await under.dataSource.query(`select complete from topic_incarnation where topic = 'meals'`)).toEqual([
      { complete: true },
    ]),
  );
const topic = `${deployment.topicPrefix}meals`;
const removeTopic = () => deployment.administer((admin) => admin.remove([topic]));
const isGone = () =>
  eventually(async () => expect((await deployment.administer((a) => a.existing([topic]))).size).toBe(0));

beforeAll(async () => {
  kitchen = await startKitchen();
  hall = await startHall();
  for (const meal of ['soup', 'stew', 'pie']) await cook(kitchen.dataSource, meal, 2);
  await eventually(async () => expect(await versionsIn(hall.dataSource)).toEqual({ pie: 2, soup: 2, stew: 2 }));
  await isComplete(hall);
});
beforeEach(() => {
  rebuilds.length = 0;
  alarms.length = 0;
});
afterAll(async () => {
  await kitchen?.stop();
  await hall?.stop();
  await deployment.dispose();
});

describe('a topic deleted and made anew', () => {
  it('is filled by its owner and read anew by its readers; what the owner has no more is erased', async () => {
    await Promise.all([kitchen.stop(), hall.stop()]);
    await removeTopic();
    await isGone();
    await asStopped(urlOf(kitchen), `delete from meal where meal = 'stew'`);

    // The reader comes first: the topic is empty, and that alone must erase nothing.
    hall = await startHall({ appUrl: urlOf(hall) });
    await eventually(() => expect(rebuilds).toEqual(['meals: topic-made-anew']));
    await eventually(async () => expect(await hall.dataSource.query('select topic from rebuild')).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await versionsIn(hall.dataSource)).toEqual({ pie: 2, soup: 2, stew: 2 });

    kitchen = await startKitchen({ appUrl: urlOf(kitchen) });
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toEqual({ pie: 2, soup: 2 }));
    await eventually(async () => expect(await hall.dataSource.query('select topic from rebuild')).toEqual([]));
    expect(await hall.dataSource.query(`select meal, times from meal where meal = 'pie'`)).toEqual([
      { meal: 'pie', times: 1 },
    ]);
  });

  it('while it is read is noticed, though it holds more than was read before', async () => {
    await removeTopic();
    await isGone();
    await deployment.makeTopics([mealCooked.topic]);
    await write(deployment, Array.from({ length: 60 }, (_, n) => forge(`pie`, 3 + n)).concat(forge('soup', 3)));
    await kitchen.dataSource.query(`update meal set version = case meal when 'pie' then 62 else 3 end`);
    await eventually(() => expect(rebuilds).toContain('meals: topic-made-anew'), { timeoutMs: 25_000 });
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toEqual({ pie: 62, soup: 3 }), {
      timeoutMs: 25_000,
    });
    await Promise.all([kitchen, hall].map(isComplete));
    expect(alarms).toEqual([]);
  }, 60_000);
});

describe('a stored offset', () => {
  it.each([
    ['behind the end of the topic', 'offset-out-of-range', 'next = 1000000'],
    ['of another cluster', 'other-cluster', `cluster_id = 'another'`],
  ])('%s means reading anew, which changes nothing', async (_what, reason, change) => {
    await hall.stop();
    await asStopped(urlOf(hall), `update stored_offset set ${change} where topic = 'meals'`);
    hall = await startHall({ appUrl: urlOf(hall) });
    await eventually(() => expect(rebuilds).toEqual([`meals: ${reason}`]));
    await eventually(async () => expect(await hall.dataSource.query('select topic from rebuild')).toEqual([]));
    expect(await versionsIn(hall.dataSource)).toEqual({ pie: 62, soup: 3 });
  });
});

describe('an owner whose database was set back', () => {
  it('finds newer records than its rows, stops sending and rings, through restarts, until its versions are raised', async () => {
    await cook(kitchen.dataSource, 'roast', 7);
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ roast: 7 }));
    await kitchen.stop();
    // As a backup of an hour ago: the row, what was read back, and the event it was about to send.
    await asStopped(
      urlOf(kitchen),
      `update meal set version = 5 where meal = 'roast';
       update stored_offset set next = 0 where topic = 'meals';
       insert into outbox (topic, key, value, headers, size)
       values ('meals', 'roast', '{"meal":"roast","version":5}', '{"accord_version": "5"}', 10)`,
    );
    kitchen = await startKitchen({ appUrl: urlOf(kitchen) });
    await eventually(() =>
      expect(alarms).toContainEqual(expect.objectContaining({ kind: 'owner-restored', key: 'roast' })),
    );
    await kitchen.stop();
    kitchen = await startKitchen({ appUrl: urlOf(kitchen) });
    await cook(kitchen.dataSource, 'soup', 4);
    expect(await relayHalt(kitchen.dataSource)).toMatchObject({ topic: 'meals', key: 'roast' });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const last = (await deployment.readAll('meals')).filter(({ key }) => key?.toString() === 'roast').at(-1);
    expect(last?.headers['accord_version']?.toString()).toBe('7');
    expect(await kitchen.dataSource.query('select id from outbox')).toHaveLength(2);

    await cook(kitchen.dataSource, 'roast', 1_000_001);
    await kitchen.dataSource.transaction(liftRelayHalt);
    await eventually(async () =>
      expect(await versionsIn(hall.dataSource)).toMatchObject({ roast: 1_000_001, soup: 4, pie: 62 }),
    );
  });
});
