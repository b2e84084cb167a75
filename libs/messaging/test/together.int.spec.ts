import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';

import { headerNames } from '../src/envelope.js';
import type { EventBatch, ReceivedEvent } from '../src/event-batch.js';
import { OnEvents } from '../src/on-event.js';
import { addAllToOutbox } from '../src/outbox.js';
import { Poison } from '../src/poison.js';
import { forge, write } from './forge.js';
import { type MealCooked, mealCooked, Meals1800000000000, totalOf, versionsIn } from './meals.js';

/** What each call was given, in order, whatever became of its transaction. */
let calls: string[][] = [];
let before: (all: readonly ReceivedEvent<MealCooked>[], batch: EventBatch) => Promise<void> | void = () => undefined;

@Controller()
class ManyMeals {
  @OnEvents(mealCooked)
  async onCooked(@Payload() all: readonly ReceivedEvent<MealCooked>[], @Ctx() batch: EventBatch): Promise<void> {
    calls.push(all.map(({ event }) => `${event.key}:${event.version}`));
    await before(all, batch);
    const { tx } = batch;
    await tx.query('update sum_of_versions set total = total + $1', [
      all.reduce((sum, { event }) => sum + event.version, 0),
    ]);
    await tx.query(
      `insert into meal (meal, version, erased) select * from unnest($1::text[], $2::bigint[], $3::boolean[])
       on conflict (meal) do update set version = greatest(meal.version, excluded.version), erased = excluded.erased`,
      [all.map(({ event }) => event.key), all.map(({ event }) => event.version), all.map(({ data }) => data === null)],
    );
  }
}

let deployment: TestDeployment;
let canteen: MessagingUnderTest | undefined;

/** A canteen that finds all of this when it opens. */
async function open(records: Parameters<typeof write>[1]): Promise<MessagingUnderTest> {
  await deployment.makeTopics([mealCooked.topic]);
  // A topic just made has no leader for a moment.
  if (records.length > 0) await eventually(() => write(deployment, records));
  canteen = await startMessaging(deployment, {
    service: 'canteen',
    migrations: [Meals1800000000000],
    controllers: [ManyMeals],
    writes: [mealCooked],
  });
  return canteen;
}

beforeEach(() => {
  deployment = new TestDeployment();
  before = () => undefined;
  calls = [];
});
afterEach(async () => {
  await canteen?.stop();
  await deployment.dispose();
});

const meals = Array.from({ length: 60 }, (_, n) => `meal ${String(n).padStart(2, '0')}`);

describe('events that are handled together', () => {
  it('come from all partitions at once, in the order of their keys, each once', async () => {
    const partitions: number[] = [];
    before = (all) => void partitions.push(new Set(all.map(({ event }) => event.partition)).size);
    const { dataSource } = await open([]);
    let version = 0;
    await eventually(async () => {
      version += 1;
      const { length } = calls;
      await write(
        deployment,
        meals.map((meal) => forge(meal, version)),
      );
      await eventually(() => expect(calls.slice(length).flat()).toHaveLength(60));
      expect(Math.max(...partitions)).toBe(3);
    });
    for (const call of calls) expect(call).toEqual(call.toSorted());
    await eventually(async () => expect(await totalOf(dataSource)).toBe((60 * version * (version + 1)) / 2));
    expect(await versionsIn(dataSource)).toEqual(Object.fromEntries(meals.map((meal) => [meal, version])));
    const offsets: { next: string }[] = await dataSource.query(`select next from stored_offset where topic = 'meals'`);
    expect(offsets.reduce((sum, { next }) => sum + Number(next), 0)).toBe(60 * version);
  });

  it('of one key are handled one after the other', async () => {
    const { dataSource } = await open([
      forge('stew', 1),
      forge('pie', 1),
      forge('stew', 2),
      forge('stew', 3, { value: null }),
    ]);
    await eventually(async () => expect(await totalOf(dataSource)).toBe(7));
    expect(calls.flat().filter((call) => call.startsWith('stew'))).toEqual(['stew:1', 'stew:2', 'stew:3']);
    for (const call of calls) expect(call.filter((one) => one.startsWith('stew')).length).toBeLessThan(2);
    expect(await versionsIn(dataSource)).toEqual({ pie: 1 });
  });

  it('lose one that cannot be read, and one that the handler refuses, to the dead letters, and no other', async () => {
    before = (all) => {
      if (all.some(({ event }) => event.key === 'meal 41')) throw new Poison('refused', 'nobody eats this');
    };
    const spoiled = (meal: string) =>
      meal === 'meal 07' ? forge(meal, 1, { value: Buffer.from('{') }) : forge(meal, 1);
    const { dataSource } = await open(meals.map(spoiled));
    await eventually(async () => expect(await totalOf(dataSource)).toBe(58));
    const letters = await dataSource.query('select key_text as key, reason, state from dead_letter order by key_text');
    expect(letters).toEqual([
      { key: 'meal 07', reason: 'not-json', state: 'open' },
      { key: 'meal 41', reason: 'refused', state: 'open' },
    ]);
  });

  it('are all undone where one of their transactions ends badly, and done once in the end', async () => {
    let failures = 2;
    before = async (_all, { tx }) => {
      await tx.query('update sum_of_versions set total = total + 1000');
      failures -= 1;
      if (failures >= 0) await tx.query('select pg_terminate_backend(pg_backend_pid())');
      await tx.query('update sum_of_versions set total = total - 1000');
    };
    const { dataSource } = await open(meals.map((meal) => forge(meal, 1)));
    await eventually(async () => expect(await totalOf(dataSource)).toBe(60));
    expect(await dataSource.query('select meal from meal where times > 1')).toEqual([]);
    expect(await dataSource.query('select id from dead_letter')).toEqual([]);
  });

  it('lead to events of their own traces', async () => {
    const parent = (n: number) => `00-${String(n).repeat(32)}-${'b'.repeat(16)}-01`;
    before = async (all, { tx }) => {
      const own = all.filter(({ event }) => event.version === 1);
      const next = own.map(({ event }) => ({ meal: event.key, version: 2, note: '' }));
      await addAllToOutbox(tx, mealCooked, next);
    };
    await open([1, 2].map((n) => forge(`course ${n}`, 1, { headers: { [headerNames.traceparent]: parent(n) } })));
    await eventually(async () => {
      const records = await deployment.readAll('meals');
      const sent = records.filter(({ headers }) => String(headers[headerNames.version]) === '2');
      const traces = sent.map(({ key, headers }) => [
        String(key),
        String(headers[headerNames.traceparent]).split('-')[1],
      ]);
      expect(Object.fromEntries(traces)).toEqual({ 'course 1': '1'.repeat(32), 'course 2': '2'.repeat(32) });
    });
  });
});
