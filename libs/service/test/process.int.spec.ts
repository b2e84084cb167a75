import { randomBytes } from 'node:crypto';

import { closeConnection, openConnection } from '@accord/database/connection';
import { dropService, migrateService } from '@accord/database/migrate';
import { adminDatabaseUrl, kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { ServiceProcess } from '@accord/testing/service-process';

import { demoService } from './demo-service.js';

const suffix = `t${randomBytes(5).toString('hex')}`;
const main = new URL('./demo-main.ts', import.meta.url);
const schema = { service: demoService.name, migrations: demoService.migrations };
let env: Record<string, string>;
const started: ServiceProcess[] = [];

const start = (more: Record<string, string> = {}): ServiceProcess => {
  const one = ServiceProcess.start(main, { ...env, ...more });
  started.push(one);
  return one;
};

beforeAll(async () => {
  const { appUrl } = await migrateService({ adminUrl: adminDatabaseUrl, schema, suffix });
  env = {
    DATABASE_URL: appUrl,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    ISSUER_URL: 'http://127.0.0.1:9/oidc',
    TOPIC_PREFIX: `${suffix}.`,
  };
});
afterEach(async () => void (await Promise.all(started.splice(0).map((one) => one.end()))));
afterAll(() => dropService(adminDatabaseUrl, demoService.name, suffix));

const asAdministrator = async (sql: string): Promise<void> => {
  const admin = await openConnection(adminDatabaseUrl, 'accord test');
  await admin.query(sql);
  await closeConnection(admin);
};

describe('a process whose configuration is wrong', () => {
  it('exits with 78 and one message that names all of it, and no value', async () => {
    const one = start({ DATABASE_URL: 'postgres:/hunter22', PORT: 'http', KAFKA_BROKERS: '', LOG_LEVEL: 'loud' });
    expect(await one.exited).toEqual({ code: 78, signal: null });
    expect(one.stderr).toMatch(/^kitdemo cannot start: 4 settings are wrong:\n( {2}\w+: .+\n){4}$/);
    expect(one.stderr).not.toContain('hunter22');
    expect(one.stdout).toBe('');
  });

  it('exits with 78 when the test profile would reach beyond this machine', async () => {
    const one = start({ ACCORD_PROFILE: 'test', HOST: '0.0.0.0', ISSUER_URL: 'https://login.example' });
    expect(await one.exited).toEqual({ code: 78, signal: null });
    expect(one.stderr).toMatch(/HOST.*loopback[^]*ISSUER_URL.*loopback/);
  });
});

describe('a process that is asked to stop', () => {
  it('finishes the answer it is working on, takes no more, ends its streams, and exits with 0', async () => {
    const one = start();
    const url = await one.ready();
    const slow = fetch(`${url}/v1/slow`);
    const stream = await fetch(`${url}/v1/stream`);
    await eventually(async () =>
      expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/http_requests_in_flight\{.*\} 3/),
    );
    one.signal('SIGTERM');
    await eventually(() => expect(one.lines.some(({ event }) => event === 'service.stopping')).toBe(true));
    await expect(fetch(`${url}/v1/things`)).rejects.toThrow();
    expect(await (await slow).json()).toEqual({ finished: true });
    expect((await slow).headers.get('connection')).toBe('close');
    expect(await stream.text()).toBe('data: begun\n\ndata: ended\n\n');
    expect(await one.exited).toEqual({ code: 0, signal: null });
    expect(one.lines.at(-1)?.event).toBe('service.stopped');
  });

  it('cuts what takes longer than it may', async () => {
    const one = start({ SHUTDOWN_TIMEOUT_MS: '100' });
    const url = await one.ready();
    const slow = fetch(`${url}/v1/slow`).catch(() => 'cut');
    await eventually(async () =>
      expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/http_requests_in_flight\{.*\} 2/),
    );
    one.signal('SIGINT');
    expect(await slow).toBe('cut');
    expect(await one.exited).toEqual({ code: 0, signal: null });
  });

  it('stops also while it still waits for its database', async () => {
    const one = start({ DATABASE_URL: 'postgres://kitdemo_app:x@127.0.0.1:9/accord' });
    await eventually(() => expect(one.lines.some(({ event }) => event === 'database.waiting')).toBe(true));
    one.signal('SIGTERM');
    expect(await one.exited).toEqual({ code: 0, signal: null });
  });
});

describe('a database that is not there yet', () => {
  it('is waited for: live at once, not ready, everything else told to come back', async () => {
    const one = start({ DATABASE_URL: 'postgres://kitdemo_app:x@127.0.0.1:9/accord' });
    await eventually(() => expect(one.lines.some(({ event }) => event === 'database.waiting')).toBe(true));
    const url = await listening(one);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${url}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ status: 'down', checks: { started: 'down' } });
    const other = await fetch(`${url}/v1/things`);
    expect(other).toMatchObject({ status: 503 });
    expect(other.headers.get('retry-after')).toBe('1');
    expect(await other.json()).toMatchObject({ detail: 'kitdemo is starting.' });
  });

  it('may be migrated after the service has been started', async () => {
    const late = `${suffix}l`;
    const passwords = { owner: 'owner-password', app: 'app-password' };
    const { appUrl } = await migrateService({
      adminUrl: adminDatabaseUrl,
      schema: { ...schema, migrations: [] },
      suffix: late,
      passwords,
    });
    const one = start({ DATABASE_URL: appUrl });
    await eventually(() => expect(one.lines.some(({ event }) => event === 'database.waiting')).toBe(true));
    await migrateService({ adminUrl: adminDatabaseUrl, schema, suffix: late, passwords });
    await one.ready();
    await one.end();
    await dropService(adminDatabaseUrl, demoService.name, late);
  });
});

describe('a schema at another version', () => {
  it('that is behind for too long ends the process, saying what to do', async () => {
    const behind = `${suffix}b`;
    const { appUrl } = await migrateService({
      adminUrl: adminDatabaseUrl,
      schema: { ...schema, migrations: [] },
      suffix: behind,
    });
    const one = start({ DATABASE_URL: appUrl, SCHEMA_WAIT_MS: '300' });
    expect(await one.exited).toEqual({ code: 1, signal: null });
    expect(one.stdout).toContain('run \\"npm run migrate\\"');
    await dropService(adminDatabaseUrl, demoService.name, behind);
  });

  it('that is newer is refused at once', async () => {
    await asAdministrator(
      `insert into kitdemo_${suffix}.migration (timestamp, name) values (9999999999999, 'Later9999999999999')`,
    );
    const one = start();
    expect(await one.exited).toEqual({ code: 1, signal: null });
    expect(one.stdout).toContain('run the build that belongs to it');
    await asAdministrator(`delete from kitdemo_${suffix}.migration where name = 'Later9999999999999'`);
  });
});

describe('a running process', () => {
  it('survives the end of all its database connections, idle and at work', async () => {
    const one = start();
    const url = await one.ready();
    const atWork = fetch(`${url}/v1/slow`);
    await eventually(async () =>
      expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/http_requests_in_flight\{.*\} 2/),
    );
    await asAdministrator(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kitdemo_app_${suffix}'`,
    );
    expect((await atWork).status).toBe(500);
    await eventually(async () => expect((await fetch(`${url}/v1/things`)).status).toBe(200));
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
  });

  it('ends with 1 on an error nobody caught, and says which', async () => {
    const one = start();
    const url = await one.ready();
    await fetch(`${url}/v1/uncaught`).catch(() => undefined);
    expect(await one.exited).toEqual({ code: 1, signal: null });
    expect(one.lines.at(-1)).toMatchObject({
      level: 'fatal',
      event: 'process.uncaught-exception',
      err: { message: 'nobody caught this' },
    });
  });

  it('needs less than 200 MB at rest', async () => {
    const first = start();
    await first.ready();
    await first.end();
    const one = start();
    const url = await one.ready();
    await fetch(`${url}/openapi.json`);
    await fetch(`${url}/docs`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(one.residentMb()).toBeLessThan(200);
    expect(one.residentMb()).toBeGreaterThan(30);
  });
});

const listening = async (one: ServiceProcess): Promise<string> => {
  const line = one.lines.find(({ event }) => event === 'service.listening');
  if (line?.url === undefined) throw new Error(`it says nowhere that it listens: ${one.stdout}`);
  return line.url;
};
