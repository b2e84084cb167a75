import { join } from 'node:path';
import { services } from '../services.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { environmentOf, urlOf, type SystemFacts } from './environment.ts';
import { layoutOf } from './files.ts';
import { makePlan } from './plan.ts';
import { runFile, pidsFile } from './run-file.ts';
import { Secrets } from './secrets.ts';

const folder = temporaryFolder();
const secrets = new Secrets(join(folder, 'secrets.json'));

async function factsOf(given: NodeJS.ProcessEnv = {}): Promise<SystemFacts> {
  const publishers = [
    { name: 'publisher-a', lanes: ['x', 'y'] },
    { name: 'publisher-b', lanes: [] },
  ];
  const { processes } = await makePlan(services, { portBase: 0, publishers });
  return {
    profile: 'production',
    demo: true,
    host: '127.0.0.1',
    processes,
    kafkaBrokers: '127.0.0.1:9092',
    databaseUrl: 'postgres://admin:top@127.0.0.1:5432/accord',
    layout: layoutOf(folder),
    compileCache: join(folder, 'cache'),
    given,
  };
}

async function environment(name: string, given: NodeJS.ProcessEnv = {}) {
  const facts = await factsOf(given);
  const planned = facts.processes.find((process) => process.name === name);
  if (planned === undefined) throw new Error(`no ${name}`);
  return { env: environmentOf(planned, facts, secrets), facts, planned };
}

describe('the environment of a service', () => {
  it('says where it listens and where everybody else does', async () => {
    const { env, facts, planned } = await environment('intake');
    expect(env).toMatchObject({ HOST: '127.0.0.1', PORT: String(planned.port), KAFKA_BROKERS: '127.0.0.1:9092' });
    expect(env).toMatchObject({ CONSENT_URL: urlOf(facts, 'consent'), SANDBOX_URL: urlOf(facts, 'sandbox') });
  });

  it('has the database of its own role, never the administrator’s', async () => {
    const { env } = await environment('intake', { DATABASE_URL: 'postgres://admin:top@127.0.0.1:5432/accord' });
    expect(env['DATABASE_URL']).toBe(`postgres://intake_app:${secrets.role('intake_app')}@127.0.0.1:5432/accord`);
    expect(
      (await environment('web', { DATABASE_URL: 'postgres://admin:top@db/a' })).env['DATABASE_URL'],
    ).toBeUndefined();
  });

  it('lets in the services that may call it, and no other', async () => {
    const { env } = await environment('intake');
    const callers = env['SERVICE_TOKENS']?.split(',').map((pair) => pair.split(':')[0]);
    expect(callers).toEqual(['publisher', 'portal', 'web']);
    expect(env['SERVICE_TOKENS']).toContain(`publisher:${secrets.serviceToken('publisher')}`);
    expect(env['SERVICE_TOKEN']).toBe(secrets.serviceToken('intake'));
  });

  it('has its own secrets alone', async () => {
    expect((await environment('consent')).env['CONSENT_SIGNING_KEY']).toContain('PRIVATE KEY');
    expect((await environment('intake')).env['CONSENT_SIGNING_KEY']).toBeUndefined();
    expect((await environment('intake', { CONTACT_VAULT_KEY: 'given' })).env['CONTACT_VAULT_KEY']).toBe('given');
  });

  it('passes on what was given for services, and nothing of npm’s or of another’s port', async () => {
    const given = {
      LOG_LEVEL: 'debug',
      RETRY_SCALE: '0.001',
      npm_config_x: '1',
      PORT: '1',
      FAILPOINT: 'consent.x:exit',
      INSTANCE: 'z',
    };
    const { env, planned } = await environment('intake', given);
    expect(env).toMatchObject({
      LOG_LEVEL: 'debug',
      RETRY_SCALE: '0.001',
      PORT: String(planned.port),
      INSTANCE: 'intake',
    });
    expect(env).not.toHaveProperty('npm_config_x');
    expect(env).not.toHaveProperty('FAILPOINT');
  });

  it('trusts the sandbox’s provider unless a real one is given', async () => {
    const { env, facts } = await environment('intake');
    expect(env['ISSUER_URL']).toBe(urlOf(facts, 'sandbox'));
    expect((await environment('intake', { ISSUER_URL: 'https://login.example' })).env).toMatchObject({
      ISSUER_URL: 'https://login.example',
      JWKS_URL: undefined,
    });
  });

  it('tells a publisher whose rows it sends', async () => {
    expect((await environment('publisher-a')).env).toMatchObject({
      LANES: 'x,y',
      SERVICE_TOKEN: secrets.serviceToken('publisher'),
    });
    expect((await environment('publisher-b')).env['LANES']).toBeUndefined();
  });

  it('gives the sandbox its clients, with the secrets that run.json tells', async () => {
    const { env, facts } = await environment('sandbox');
    const clients: unknown = JSON.parse(env['SANDBOX_CLIENTS'] ?? '');
    expect(clients).toContainEqual({
      name: 'partner',
      id: 'partner',
      role: 'partner',
      subject: 'emploi-public',
      secret: secrets.client('partner'),
    });
    expect(runFile(facts, secrets)).toMatchObject({
      clients: { partner: { id: 'partner', secret: secrets.client('partner'), subject: 'emploi-public' } },
    });
  });
});

describe('var/run.json', () => {
  it('tells a program outside all it needs', async () => {
    const facts = await factsOf();
    const sandbox = urlOf(facts, 'sandbox');
    expect(runFile(facts, secrets)).toMatchObject({
      gateway: urlOf(facts, 'web'),
      issuer: sandbox,
      kafka: '127.0.0.1:9092',
      database: facts.databaseUrl,
      services: { consent: urlOf(facts, 'consent'), 'publisher-b': urlOf(facts, 'publisher-b') },
    });
    expect(runFile(facts, secrets)).toHaveProperty('sandboxPartners.0', {
      id: 'emploi-public',
      endpoint: `${sandbox}/partners/emploi-public/webhook`,
      inbox: `${sandbox}/partners/emploi-public/inbox`,
    });
  });

  it('names the clients that the public surface promises', async () => {
    const names = ['employer', 'employer2', 'moderator', 'partner', 'partner2', 'operator', 'jobseeker'];
    const content = runFile(await factsOf(), secrets);
    expect(content).toMatchObject({ clients: Object.fromEntries(names.map((name) => [name, { id: name }])) });
  });
});

it('var/pids.json names each process with its number and start time', () => {
  const children = new Map([['broker', { pid: 7, startTime: '99', boot: 'b' }]]);
  expect(pidsFile(children)).toEqual({ broker: { pid: 7, startTime: '99' } });
});
