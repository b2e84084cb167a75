import 'reflect-metadata';

import { randomBytes } from 'node:crypto';

import { closeConnection, openConnection } from '@accord/database/connection';
import { dropService, migrateService } from '@accord/database/migrate';
import { CapturedLog } from '@accord/testing/captured-log';
import { adminDatabaseUrl, kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { ServiceHarness } from '@accord/testing/service-harness';

import { baseConfig, ConfigError, readConfig } from '../src/config.js';
import { SchemaMismatch } from '../src/database-wait.js';
import { type RunningService, startService } from '../src/start-service.js';
import { demoService } from './demo-service.js';

const suffix = `t${randomBytes(5).toString('hex')}`;
const passwords = { owner: 'owner-password', app: 'app-password' };
const running: RunningService[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  await dropService(adminDatabaseUrl, demoService.name, suffix);
});

const migrate = (migrations = demoService.migrations) =>
  migrateService({ adminUrl: adminDatabaseUrl, schema: { service: demoService.name, migrations }, suffix, passwords });

async function start(url: string, log: CapturedLog, more: Record<string, string> = {}): Promise<void> {
  const config = readConfig(baseConfig, {
    PORT: '0',
    DATABASE_URL: url,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    ISSUER_URL: 'http://127.0.0.1:9',
    TOPIC_PREFIX: `${suffix}.`,
    ...more,
  });
  running.push(await startService(demoService, config, log.log));
}

describe('a schema', () => {
  it('may be migrated after the service has been started', async () => {
    const { appUrl } = await migrate([]);
    const log = new CapturedLog('kitdemo');
    const starting = start(appUrl, log);
    await eventually(() => expect(log.of('database.waiting')).not.toEqual([]));
    await migrate();
    await starting;
    expect((await fetch(`${running[0]?.url}/v1/things`)).status).toBe(200);
  });

  it('that stays behind is refused in the end, and what to do is said', async () => {
    const { appUrl } = await migrate([]);
    const starting = start(appUrl, new CapturedLog('kitdemo'), { SCHEMA_WAIT_MS: '200' });
    await expect(starting).rejects.toThrow(SchemaMismatch);
    await expect(starting).rejects.toThrow('run "npm run migrate"');
  });

  it('of a newer build is refused at once', async () => {
    const { appUrl } = await migrate();
    const admin = await openConnection(adminDatabaseUrl, 'accord test');
    await admin.query(
      `insert into kitdemo_${suffix}.migration (timestamp, name) values (9999999999999, 'Later9999999999999')`,
    );
    await closeConnection(admin);
    const starting = start(appUrl, new CapturedLog('kitdemo'), { SCHEMA_WAIT_MS: '60000' });
    await expect(starting).rejects.toThrow('run the build that belongs to it');
  });

  it('whose role is refused is waited for as well', async () => {
    const { appUrl } = await migrate();
    const starting = start(appUrl.replace('kitdemo_app_', 'kitdemo_nobody_'), new CapturedLog('kitdemo'), {
      SCHEMA_WAIT_MS: '200',
    });
    await expect(starting).rejects.toThrow('correct DATABASE_URL');
  });
});

it('the test profile is refused where anything of it is not on this machine', async () => {
  const more = { ACCORD_PROFILE: 'test', HOST: '0.0.0.0', ISSUER_URL: 'https://login.example' };
  const starting = start('postgres://x@db.example/x', new CapturedLog('kitdemo'), more);
  await expect(starting).rejects.toThrow(ConfigError);
  await expect(starting).rejects.toThrow(/HOST.*loopback[^]*DATABASE_URL.*loopback[^]*ISSUER_URL.*loopback/);
});

it('a service survives the end of all its database connections, idle and at work', async () => {
  const harness = await ServiceHarness.start(demoService);
  const anyone = await harness.as();
  const atWork = anyone.get('/v1/slow');
  await eventually(async () =>
    expect(
      await harness.adminQuery(`select 1 from pg_stat_activity where query like '%pg_sleep(1)%' and state = 'active'
      and application_name = 'accord-kitdemo'`),
    ).not.toEqual([]),
  );
  const [{ current_user: user } = {}] = await harness.dataSource.query('select current_user');
  await harness.adminQuery('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [user]);
  expect(await atWork).toMatchObject({ status: 500, body: { title: 'Something went wrong on our side' } });
  await eventually(async () => expect((await anyone.get('/v1/things')).status).toBe(200));
  await eventually(async () => expect((await anyone.get('/health/ready')).status).toBe(200));
  await harness.stop();
});
