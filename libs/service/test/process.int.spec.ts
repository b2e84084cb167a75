import { randomBytes } from 'node:crypto';

import { dropService, migrateService } from '@accord/database/migrate';
import { adminDatabaseUrl, kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { ServiceProcess } from '@accord/testing/service-process';

import { demoService } from './demo-service.js';

const suffix = `t${randomBytes(5).toString('hex')}`;
const main = new URL('./demo-main.ts', import.meta.url);
let env: Record<string, string>;
const started: ServiceProcess[] = [];

const start = (more: Record<string, string> = {}): ServiceProcess => {
  const one = ServiceProcess.start(main, { ...env, ...more });
  started.push(one);
  return one;
};

beforeAll(async () => {
  const schema = { service: demoService.name, migrations: demoService.migrations };
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

const says = (one: ServiceProcess, event: string): Promise<string> =>
  eventually(
    () => {
      const line = one.lines.find((said) => said.event === event);
      if (line === undefined) throw new Error(`no ${event} yet: ${one.stdout}${one.stderr}`);
      return line.url ?? '';
    },
    { timeoutMs: 60_000 },
  );

it('wrong configuration: exits with 78 and one message that names all of it, and no value', async () => {
  const one = start({ DATABASE_URL: 'postgres:/hunter22', PORT: 'http', KAFKA_BROKERS: '', LOG_LEVEL: 'loud' });
  expect(await one.exited).toEqual({ code: 78, signal: null });
  expect(one.stderr).toMatch(/^kitdemo cannot start: 4 settings are wrong:\n( {2}\w+: .+\n){4}$/);
  expect(one.stderr).not.toContain('hunter22');
  expect(one.stdout).toBe('');
});

it('SIGTERM: finishes the answer it is working on, takes no more, ends its streams, exits with 0', async () => {
  const one = start();
  const url = await one.ready();
  const slow = fetch(`${url}/v1/slow`);
  const stream = await fetch(`${url}/v1/stream`);
  await eventually(async () =>
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/http_requests_in_flight\{.*\} 3/),
  );
  one.signal('SIGTERM');
  await says(one, 'service.stopping');
  await expect(fetch(`${url}/v1/things`)).rejects.toThrow();
  expect(await (await slow).json()).toEqual({ finished: true });
  expect((await slow).headers.get('connection')).toBe('close');
  expect(await stream.text()).toBe('data: begun\n\ndata: ended\n\n');
  expect(await one.exited).toEqual({ code: 0, signal: null });
  expect(one.lines.at(-1)?.event).toBe('service.stopped');
});

it('no database yet: live, not ready, tells everyone to come back, and can be stopped', async () => {
  const one = start({ DATABASE_URL: 'postgres://kitdemo_app:x@127.0.0.1:9/accord' });
  await says(one, 'database.waiting');
  const url = await says(one, 'service.listening');
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const ready = await fetch(`${url}/health/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({ status: 'down', checks: { started: 'down' } });
  const other = await fetch(`${url}/v1/things`);
  expect(other.status).toBe(503);
  expect(other.headers.get('retry-after')).toBe('1');
  expect(await other.json()).toMatchObject({ detail: 'kitdemo is starting.' });
  one.signal('SIGTERM');
  expect(await one.exited).toEqual({ code: 0, signal: null });
});

it('no broker yet: not ready, and can be stopped', async () => {
  const one = start({ KAFKA_BROKERS: '127.0.0.1:9' });
  const url = await says(one, 'service.listening');
  await eventually(async () =>
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({
      checks: { database: 'up', messaging: 'down' },
    }),
  );
  one.signal('SIGTERM');
  expect(await one.exited).toEqual({ code: 0, signal: null });
});

it('an error nobody caught: exits with 1 and says which', async () => {
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

it('at rest, after its documents were asked for, it needs less than 200 MB', async () => {
  const one = start();
  const url = await one.ready();
  for (const path of ['/openapi.json', '/docs', '/v1/things', '/metrics']) await (await fetch(`${url}${path}`)).text();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(one.residentMb()).toBeLessThan(200);
  expect(one.residentMb()).toBeGreaterThan(30);
});
