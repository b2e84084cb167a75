import { setTimeout as delay } from 'node:timers/promises';

import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { ServiceProcess } from '@accord/testing/service-process';
import { TestDeployment } from '@accord/testing/test-deployment';

import { messagingMigrations } from '../src/migrations.js';
import { forge, write } from './forge.js';
import { MealHandlers, Meals1800000000000, totalOf, versionsIn } from './meals.js';

const deployment = new TestDeployment();
let appUrl: string;
let hall: MessagingUnderTest;

const start = (tuning = {}) =>
  startMessaging(deployment, { service: 'hall', controllers: [MealHandlers], appUrl, tuning });
const startProcess = (env: Record<string, string>) =>
  ServiceProcess.start(new URL('./meals.process.ts', import.meta.url), {
    SERVICE: 'hall',
    APP_URL: appUrl,
    BROKERS: deployment.kafka.brokers.join(','),
    SUFFIX: deployment.suffix,
    ...env,
  });
const saidBy = (one: ServiceProcess, event: string) =>
  eventually(() => expect(one.lines.map((line) => line.event)).toContain(event), { timeoutMs: 25_000 });

/** Version 1 each, so that the sum of versions handled counts handlings whose effect was kept. */
let written = 0;
async function serve(count: number, name: string): Promise<void> {
  written += count;
  await write(
    deployment,
    Array.from({ length: count }, (_, n) => forge(`${name} ${n % 50}`, 1)),
  );
}
const allHandledOnce = () =>
  eventually(async () => expect(await totalOf(hall.dataSource)).toBe(written), { timeoutMs: 25_000 });

beforeAll(async () => {
  appUrl = await deployment.migrate({ service: 'hall', migrations: [...messagingMigrations, Meals1800000000000] });
  hall = await start();
});
beforeEach(() => {
  MealHandlers.before = () => undefined;
});
afterAll(async () => {
  await hall?.stop();
  await deployment.dispose();
});

describe('each record takes effect once', () => {
  it('while instances come and go', async () => {
    const storm = (async () => {
      for (let n = 0; n < 3; n += 1) {
        const other = await start();
        await delay(200);
        await other.stop();
      }
    })();
    for (let n = 0; n < 25; n += 1) await serve(100, `storm ${n}`);
    await storm;
    await serve(10, 'calm');
    await allHandledOnce();
  });

  it('when the broker was never told what was read', async () => {
    await hall.stop();
    hall = await start({ commitEveryMs: 3_600_000 });
    await serve(100, 'untold');
    await allHandledOnce();
    await hall.stop();
    hall = await start();
    await serve(1, 'told');
    await allHandledOnce();
  });

  it('when processes that handle them are killed, or freeze, lose their places and wake up', async () => {
    const frozenInside = startProcess({ PAUSE_IN: 'any' });
    const frozenBetween = startProcess({ DIE_AT: 'consumer.after-commit:pause' });
    const killed = startProcess({ DIE_AT: 'consumer.after-commit:exit' });
    try {
      await Promise.all([frozenInside, frozenBetween, killed].map((one) => saidBy(one, 'started')));
      await hall.stop();
      await serve(600, 'three');
      await Promise.all([saidBy(frozenInside, 'frozen'), saidBy(frozenBetween, 'frozen'), killed.exited]);
      hall = await start();
      await allHandledOnce();
      for (const zombie of [frozenInside, frozenBetween]) zombie.signal('SIGCONT');
      await serve(200, 'thawed');
      await allHandledOnce();
      await Promise.all([frozenInside, frozenBetween].map((one) => saidBy(one, 'thawed')));
    } finally {
      await Promise.all([frozenInside, frozenBetween, killed].map((one) => one.end()));
    }
    expect(await hall.dataSource.query('select * from dead_letter')).toEqual([]);
  });
});

it('the highest version stays, whatever is read twice, late and in any order', async () => {
  const versions = Array.from({ length: 30 }, (_, n) => n + 1);
  const records = versions.flatMap((version) => [0, 1, 2].map((meal) => forge(`shuffled ${meal}`, version)));
  const shuffled = [...records, ...records, ...records]
    .map((record) => ({ record, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ record }) => record);
  await write(deployment, shuffled);
  await write(
    deployment,
    [0, 1, 2].map((meal) => forge(`end ${meal}`, 1)),
  );
  await eventually(async () =>
    expect(await versionsIn(hall.dataSource)).toMatchObject({
      'shuffled 0': 30,
      'shuffled 1': 30,
      'shuffled 2': 30,
    }),
  );
});
