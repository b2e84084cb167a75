import { adminDatabaseUrl } from '@accord/testing/environment';
import { closeConnection, openConnection } from '@accord/database/connection';
import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { ServiceProcess } from '@accord/testing/service-process';
import { TestDeployment } from '@accord/testing/test-deployment';
import { defineEvent } from '@accord/contracts/define-event';
import { z } from 'zod';

import type { Alarm } from '../src/messaging-observer.js';
import { messagingMigrations } from '../src/migrations.js';
import { addToOutbox } from '../src/outbox.js';
import { cook, mealCooked, Meals1800000000000 } from './meals.js';

const noise = defineEvent({
  type: 'kitchen.noise',
  topic: { name: 'noises', retention: { days: 1 }, partitions: 1, writer: 'kitchen' },
  data: z.strictObject({ sound: z.string() }),
  key: () => 'kitchen',
  version: () => 1,
  readers: [],
});

const deployment = new TestDeployment();
const alarms: Alarm[] = [];
const depths: number[] = [];
let appUrl: string;
let kitchen: MessagingUnderTest;

const start = (tuning = {}) =>
  startMessaging(deployment, {
    service: 'kitchen',
    appUrl,
    writes: [mealCooked, noise],
    observer: { alarm: (alarm) => void alarms.push(alarm), outbox: (depth) => void depths.push(depth) },
    tuning: { refusedMs: 300, ...tuning },
  });
const versionsOf = async (meal: string) =>
  (await deployment.readAll('meals'))
    .filter(({ key }) => key?.toString() === meal)
    .map(({ headers }) => Number(headers['accord_version']?.toString()));
const outboxIsEmpty = () =>
  eventually(async () => expect(await kitchen.dataSource.query('select id from outbox')).toEqual([]), {
    timeoutMs: 20_000,
  });

beforeAll(async () => {
  appUrl = await deployment.migrate({ service: 'kitchen', migrations: [...messagingMigrations, Meals1800000000000] });
  kitchen = await start();
});
afterAll(async () => {
  await kitchen?.stop();
  await deployment.dispose();
});

describe('the relay', () => {
  it('sends the events of a key in the order of its commits, many at once', async () => {
    for (let from = 1; from <= 400; from += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          kitchen.dataSource.transaction(async (tx) => {
            // The row's lock gives the order; the version is drawn under it.
            const [row] = await tx.query(
              `insert into meal (meal, version) values ('stew', 1)
               on conflict (meal) do update set version = meal.version + 1 returning version`,
            );
            await addToOutbox(tx, mealCooked, { meal: 'stew', version: Number(row.version), note: `${from}.${n}` });
          }),
        ),
      );
    await outboxIsEmpty();
    expect(await versionsOf('stew')).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
  });

  it('is woken by the commit: its longest pause is not waited for', async () => {
    await kitchen.stop();
    kitchen = await start({ relayPollMinMs: 60_000, relayPollMaxMs: 60_000 });
    await cook(kitchen.dataSource, 'woken 1', 1);
    await outboxIsEmpty();
    await cook(kitchen.dataSource, 'woken 2', 1);
    await outboxIsEmpty();
    await kitchen.stop();
    kitchen = await start();
  });

  it('finds what another process wrote by looking now and then', async () => {
    const admin = await openConnection(appUrl, 'another process');
    await admin.query(
      `insert into outbox (topic, key, value, headers, size) values ('meals', 'elsewhere', '{}', '{"accord_version": "1"}', 10)`,
    );
    await closeConnection(admin);
    await outboxIsEmpty();
    expect(await versionsOf('elsewhere')).toEqual([1]);
  });

  it('killed between acknowledgement and deletion sends again, and loses nothing', async () => {
    await kitchen.stop();
    const victim = ServiceProcess.start(new URL('./meals.process.ts', import.meta.url), {
      SERVICE: 'kitchen',
      APP_URL: appUrl,
      BROKERS: deployment.kafka.brokers.join(','),
      SUFFIX: deployment.suffix,
      DIE_AT: 'outbox.after-send:exit',
    });
    await eventually(() => expect(victim.lines.map((line) => line.event)).toContain('started'), { timeoutMs: 25_000 });
    const other = await openConnection(appUrl, 'another process');
    await other.query(
      `insert into outbox (topic, key, value, headers, size)
       select 'meals', 'twice', '{}', jsonb_build_object('accord_version', n::text), 10 from generate_series(1, 3) n`,
    );
    await closeConnection(other);
    expect((await victim.exited).signal).toBe('SIGKILL');
    kitchen = await start();
    await outboxIsEmpty();
    const versions = await versionsOf('twice');
    expect(versions.slice(-3)).toEqual([1, 2, 3]);
    expect(versions.length).toBeGreaterThan(3);
  });

  it('works once a schema, whoever else runs; its successor takes over', async () => {
    const second = await start();
    const relays = async () => {
      const admin = await openConnection(adminDatabaseUrl, 'relay test');
      const { rows } = await admin.query(
        `select l.granted from pg_locks l join pg_stat_activity a using (pid)
          where l.locktype = 'advisory' and a.usename = $1`,
        [`kitchen_app_${deployment.suffix}`],
      );
      await closeConnection(admin);
      return rows.length;
    };
    await eventually(async () => expect(await relays()).toBe(1));
    await kitchen.stop();
    kitchen = second;
    await cook(kitchen.dataSource, 'taken over', 1);
    await outboxIsEmpty();
    expect(await relays()).toBe(1);
    expect(await versionsOf('taken over')).toEqual([1]);
  });

  it('survives the loss of its connection', async () => {
    const admin = await openConnection(adminDatabaseUrl, 'relay test');
    for (let n = 0; n < 5; n += 1) {
      await cook(kitchen.dataSource, 'cut off', n + 1);
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where usename = 'kitchen_app_${deployment.suffix}' and application_name like '%relay'`);
    }
    await closeConnection(admin);
    await outboxIsEmpty();
    expect([...new Set(await versionsOf('cut off'))]).toEqual([1, 2, 3, 4, 5]);
  });

  it('sets aside what the broker refuses, rings, and offers it again; other topics flow', async () => {
    const limit = (bytes: string) =>
      deployment.administer((admin) =>
        admin.setConfig(`${deployment.topicPrefix}noises`, { 'max.message.bytes': bytes }),
      );
    await limit('1000');
    await kitchen.dataSource.transaction(async (tx) => {
      await addToOutbox(tx, noise, { sound: 'crash '.repeat(1_000) });
      await addToOutbox(tx, mealCooked, { meal: 'undisturbed', version: 1, note: '' });
    });
    await eventually(() =>
      expect(alarms).toContainEqual(expect.objectContaining({ kind: 'topic-refused', topic: 'noises' })),
    );
    await cook(kitchen.dataSource, 'undisturbed', 2);
    await eventually(async () => expect([...new Set(await versionsOf('undisturbed'))]).toEqual([1, 2]));
    expect(await kitchen.dataSource.query('select topic from outbox')).toEqual([{ topic: 'noises' }]);
    await limit('1048576');
    await outboxIsEmpty();
    expect(await deployment.readAll('noises')).toHaveLength(1);
  });
});
