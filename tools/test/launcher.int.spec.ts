import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, send, startProcess, type RunningProcess } from '../infrastructure/child-process.ts';
import { workspaceRoot } from '../infrastructure/paths.ts';
import { identify, isAlive, type ProcessIdentity } from '../infrastructure/process-identity.ts';
import { waitUntil } from '../infrastructure/wait-until.ts';
import { endStrays } from '../launcher/strays.ts';
import { temporaryFolder } from './fixtures/folder.ts';

const folder = temporaryFolder();
const launchers: RunningProcess[] = [];
afterAll(() =>
  Promise.all(launchers.map(({ identity }) => endProcess(identity, { signal: 'SIGTERM', graceMs: 20_000 }))),
);

interface Launcher {
  readonly process: RunningProcess;
  output(): string;
}

// No broker and no database: the services of this system need none.
const withoutBase = { KAFKA_BROKERS: '127.0.0.1:9', DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };

async function launch(
  name: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = withoutBase,
): Promise<Launcher> {
  const logFile = join(folder, `${name}.launcher-${launchers.length}.log`);
  const launched = await startProcess({
    command: process.execPath,
    args: [
      join(workspaceRoot, 'tools/test/fixtures/dummy-system.ts'),
      '--var',
      join(folder, name),
      '--port-base',
      '0',
      '--profile',
      'test',
      ...args,
    ],
    env: { PATH: process.env['PATH'], JAVA_HOME: process.env['JAVA_HOME'], ...env },
    logFile,
  });
  launchers.push(launched);
  return { process: launched, output: () => readFileSync(logFile, 'utf8') };
}

async function ready(name: string, args: readonly string[] = [], env?: NodeJS.ProcessEnv): Promise<Launcher> {
  const launcher = await launch(name, args, env);
  await waitUntil('the dummy system', async () => launcher.output().includes('Accord is ready'), {
    timeoutMs: 90_000,
    giveUp: () => launcher.process.exit() && launcher.output(),
  });
  return launcher;
}

const readFile = (name: string, file: string): unknown => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));

/** Who var/pids.json says runs. */
function processesOf(name: string): Map<string, ProcessIdentity> {
  const pids: Record<string, { pid: number; startTime: string }> = Object(readFile(name, 'pids.json'));
  const found = Object.entries(pids).map(([service, { pid, startTime }]) => {
    const identity = identify(pid);
    return identity?.startTime === startTime ? ([service, identity] as const) : undefined;
  });
  return new Map(found.filter((entry) => entry !== undefined));
}

function processOf(name: string, service: string): ProcessIdentity {
  const found = processesOf(name).get(service);
  if (found === undefined) throw new Error(`${service} does not run`);
  return found;
}

describe('a launched system', () => {
  it('is in run.json and pids.json once every service is ready', async () => {
    await ready('files');
    expect([...processesOf('files').keys()].sort()).toEqual(['intake', 'publisher', 'sandbox', 'web']);
    const run: { gateway: string; services: Record<string, string> } = Object(readFile('files', 'run.json'));
    expect((await fetch(`${run.services['intake']}/health/ready`)).ok).toBe(true);
    expect(run.gateway).toBe(run.services['web']);
  });

  it('ends in order on Ctrl-C, and leaves no process and no run file', async () => {
    const launcher = await ready('ctrl-c');
    const processes = [...processesOf('ctrl-c').values()];
    send(launcher.process.identity, 'SIGINT');
    expect(await launcher.process.exited).toEqual({ code: 0, signal: null });
    expect(processes.filter(isAlive)).toEqual([]);
    expect(existsSync(join(folder, 'ctrl-c/run.json'))).toBe(false);
    expect(readFileSync(join(folder, 'ctrl-c/logs/intake.log'), 'utf8')).toBe('asked to stop\n');
  });

  it('has a child again that died', async () => {
    await ready('restart');
    const before = processOf('restart', 'intake');
    send(before, 'SIGKILL');
    await waitUntil(
      'another intake',
      async () => (processesOf('restart').get('intake')?.pid ?? before.pid) !== before.pid,
      { timeoutMs: 15_000 },
    );
  });

  it('is one a folder: a second launcher says so and touches nothing', async () => {
    await ready('second');
    const before = processOf('second', 'intake');
    const other = await launch('second', [], { ...withoutBase, OTHER: '1' });
    expect((await other.process.exited).code).toBe(1);
    expect(other.output()).toContain('Accord already runs in this folder');
    expect(isAlive(before)).toBe(true);
  });

  it('arms a failpoint once: the process that comes after gets past it', async () => {
    const launcher = await ready('failpoint', [], { ...withoutBase, FAILPOINT: 'intake.somewhere:exit' });
    const run: { services: Record<string, string> } = Object(readFile('failpoint', 'run.json'));
    const environment = async (service: string) => Object(await (await fetch(`${run.services[service]}/env`)).json());
    expect(await environment('intake')).toHaveProperty('FAILPOINT', 'intake.somewhere:exit');
    expect(await environment('web')).not.toHaveProperty('FAILPOINT');
    const before = processOf('failpoint', 'intake');
    send(before, 'SIGKILL');
    await waitUntil(
      'another intake',
      async () => (processesOf('failpoint').get('intake')?.pid ?? before.pid) !== before.pid,
      { timeoutMs: 15_000 },
    );
    await waitUntil(
      'its readiness',
      async () => (await fetch(`${run.services['intake']}/health/ready`).catch(() => undefined))?.ok ?? false,
      { timeoutMs: 15_000 },
    );
    expect(await environment('intake')).not.toHaveProperty('FAILPOINT');
    expect(launcher.output()).toContain('intake ended (SIGKILL): starts again');
  });
});

describe('a launcher that crashes', () => {
  it('leaves children that the next one finds and ends', async () => {
    const launcher = await ready('crash');
    const left = [...processesOf('crash').values()];
    send(launcher.process.identity, 'SIGKILL');
    await launcher.process.exited;
    expect(left.filter(isAlive)).toEqual(left);
    const next = await ready('crash');
    expect(next.output()).toMatch(/ended what an earlier start left running: .*intake/);
    expect(left.filter(isAlive)).toEqual([]);
  });
});

describe('a system that cannot start', () => {
  it('says which option is wrong in a sentence', async () => {
    const launcher = await launch('usage', ['--port-base', 'many']);
    expect((await launcher.process.exited).code).toBe(2);
    expect(launcher.output()).toBe('--port-base takes a number from 0 to 65000, not many.\n');
  });

  it('shows what a service refuses, and ends the others', async () => {
    const launcher = await launch('refused', [], { ...withoutBase, REFUSING: 'intake' });
    expect((await launcher.process.exited).code).toBe(1);
    expect(launcher.output()).toContain('intake refuses its configuration:\nthe vault key is missing');
    expect(await endStrays(join(folder, 'refused'))).toEqual([]);
  });
});

describe('a system with a broker and a database of its own', () => {
  it('has both again after they are killed, on the same data', async () => {
    await ready('base', [], {});
    const [broker, database] = [processOf('base', 'broker'), processOf('base', 'database')];
    send(broker, 'SIGKILL');
    send(database, 'SIGKILL');
    const another = (service: string, before: ProcessIdentity) =>
      (processesOf('base').get(service)?.pid ?? before.pid) !== before.pid;
    await waitUntil('both again', async () => another('broker', broker) && another('database', database), {
      timeoutMs: 60_000,
    });
  }, 180_000);
});
