import { adminDatabaseUrl } from '@accord/testing/environment';
import { closeConnection, openConnection, type Connection } from '@accord/database/connection';
import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';

import { TemporaryFailure } from '../src/poison.js';
import { forge, write } from './forge.js';
import { MealHandlers, Meals1800000000000, totalOf } from './meals.js';

const deployment = new TestDeployment();
const postponed: string[] = [];
let hall: MessagingUnderTest;
let admin: Connection;
let written = 0;

async function serve(count: number, name: string): Promise<void> {
  written += count;
  await write(
    deployment,
    Array.from({ length: count }, (_, n) => forge(`${name} ${n}`, 1)),
  );
}
const lettersLeft = () => hall.dataSource.query('select reason, error from dead_letter');

beforeAll(async () => {
  admin = await openConnection(adminDatabaseUrl, 'dependencies test');
  hall = await startMessaging(deployment, {
    service: 'hall',
    migrations: [Meals1800000000000],
    controllers: [MealHandlers],
    observer: { postponed: (topic) => void postponed.push(topic) },
    tuning: { eventsAtOnce: 10 },
  });
});
beforeEach(() => {
  MealHandlers.before = () => undefined;
  postponed.length = 0;
});
afterAll(async () => {
  await hall?.stop();
  await closeConnection(admin);
  await deployment.dispose();
});

describe('a dependency out of order', () => {
  it('such as a database that ends connections is no fault of the events: all are handled, once', async () => {
    let handled = 0;
    MealHandlers.before = async () => {
      handled += 1;
      if (handled % 40 === 0)
        await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [
          `hall_app_${deployment.suffix}`,
        ]);
    };
    await serve(300, 'shaken');
    await eventually(async () => expect(await totalOf(hall.dataSource)).toBe(written), { timeoutMs: 20_000 });
    expect(await lettersLeft()).toEqual([]);
    expect(postponed).toContain('meals');
  });

  it('such as a lock held for long makes the partition wait, however often, and the others go on', async () => {
    let tries = 0;
    MealHandlers.before = (_data, { partition, key }) => {
      if (partition !== 0 || !key.startsWith('slow')) return;
      tries += 1;
      if (tries < 8) throw new TemporaryFailure('the cellar is locked', { cause: new Error('lock') });
    };
    await serve(60, 'slow');
    await eventually(async () => expect(await totalOf(hall.dataSource)).toBe(written));
    expect(tries).toBeGreaterThan(8);
    expect(await lettersLeft()).toEqual([]);
  });

  it('keeps an event back for as long as it lasts', async () => {
    let locked = true;
    let tries = 0;
    MealHandlers.before = (_data, { key }) => {
      if (key !== 'kept 0' || !locked) return;
      tries += 1;
      throw Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });
    };
    await serve(1, 'kept');
    await eventually(() => expect(tries).toBeGreaterThan(6));
    expect(await totalOf(hall.dataSource)).toBe(written - 1);
    locked = false;
    await eventually(async () => expect(await totalOf(hall.dataSource)).toBe(written));
  });
});

describe('a transaction', () => {
  it('that deadlocks with another is repeated', async () => {
    let first = true;
    MealHandlers.before = async (_data, { tx, key }) => {
      if (!first || key !== 'deadlock 0') return;
      first = false;
      await tx.query(`do $$ begin raise exception using errcode = '40P01'; end $$`);
    };
    await serve(5, 'deadlock');
    await eventually(async () => expect(await totalOf(hall.dataSource)).toBe(written));
    expect(await lettersLeft()).toEqual([]);
  });

  it('holds the rows of its keys in the order of keys', async () => {
    const orders: string[][] = [[]];
    MealHandlers.before = (_data, { key, partition }) => {
      if (key.startsWith('ordered') && partition === 1) orders.at(-1)?.push(key);
    };
    await serve(60, 'ordered');
    await eventually(async () => expect(await totalOf(hall.dataSource)).toBe(written));
    const [order = []] = orders;
    expect(order.length).toBeGreaterThan(10);
    for (let at = 0; at < order.length; at += 10) {
      const chunk = order.slice(at, at + 10);
      expect(chunk).toEqual(chunk.toSorted());
    }
  });
});
