import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { send, type Exit, type RunningProcess } from '../infrastructure/child-process.ts';
import { isAlive, isPaused } from '../infrastructure/process-identity.ts';
import { waitUntil } from '../infrastructure/wait-until.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { forEver, killStartedAfterAll, runScript, stubborn } from '../test/fixtures/processes.ts';
import { Supervisor, type ChildSpec } from './supervisor.ts';

const folder = temporaryFolder();
killStartedAfterAll();

/** Records what the supervisor tells. */
function watched() {
  const started: { name: string; child: RunningProcess }[] = [];
  const died: { name: string; exit: Exit; again: boolean }[] = [];
  const loops: string[] = [];
  const failures: string[] = [];
  const supervisor = new Supervisor({
    started: (name, child) => started.push({ name, child }),
    died: (name, _child, exit, nextStartMs) => died.push({ name, exit, again: nextStartMs !== undefined }),
    crashLoop: (name) => loops.push(name),
    startFailed: (_name, error) => failures.push(String(error)),
  });
  return { supervisor, started, died, loops, failures };
}

const spec = (name: string, script: string, more: Partial<ChildSpec> = {}): ChildSpec => ({
  name,
  stops: 1,
  start: () => runScript(script, join(folder, `${name}.log`)),
  ...more,
});
const until = (what: string, condition: () => boolean) =>
  waitUntil(what, async () => condition(), { timeoutMs: 15_000 });

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}

describe('a supervisor', () => {
  it('starts a child again that dies', async () => {
    const { supervisor, started, died } = watched();
    await supervisor.keep(spec('again', forEver));
    send(at(started, 0).child.identity, 'SIGKILL');
    await until('a second start', () => started.length === 2);
    expect(died).toEqual([{ name: 'again', exit: { code: null, signal: 'SIGKILL' }, again: true }]);
    expect(isAlive(at(started, 1).child.identity)).toBe(true);
    await supervisor.stop();
  });

  it('tells the child that it is started again', async () => {
    const { supervisor, started } = watched();
    const starts: boolean[] = [];
    await supervisor.keep(
      spec('told', forEver, {
        start: (again) => {
          starts.push(again);
          return runScript(forEver, join(folder, 'told.log'));
        },
      }),
    );
    send(at(started, 0).child.identity, 'SIGKILL');
    await until('a second start', () => started.length === 2);
    expect(starts).toEqual([false, true]);
    await supervisor.stop();
  });

  it('shows a crash loop', async () => {
    const { supervisor, loops } = watched();
    await supervisor.keep(spec('loop', 'process.exit(3)'));
    await until('a crash loop', () => loops.length > 0);
    expect(loops).toEqual(['loop']);
    await supervisor.stop();
  });

  it('does not start one again that refuses its configuration', async () => {
    const { supervisor, started, died } = watched();
    await supervisor.keep(spec('refusing', 'process.exit(78)'));
    await until('its end', () => died.length === 1);
    await sleep(400);
    expect(died[0]).toMatchObject({ again: false });
    expect(started).toHaveLength(1);
  });

  it('tries on when starting again fails', async () => {
    const { supervisor, started, failures } = watched();
    let tries = 0;
    await supervisor.keep(
      spec('unlucky', forEver, {
        start: () => {
          tries += 1;
          return tries === 2 ? Promise.reject(new Error('no memory')) : runScript(forEver, join(folder, 'unlucky.log'));
        },
      }),
    );
    send(at(started, 0).child.identity, 'SIGKILL');
    await until('a third try', () => started.length === 2);
    expect(failures).toEqual(['Error: no memory']);
    await supervisor.stop();
  });

  it('ends children in their order, and starts none of them again', async () => {
    const { supervisor, died, started } = watched();
    await supervisor.keep(spec('last', forEver, { stops: 9 }));
    await supervisor.keep(spec('first', forEver, { stops: 1 }));
    await supervisor.keep(spec('between', forEver, { stops: 3 }));
    await supervisor.stop();
    expect(died.map(({ name, again }) => [name, again])).toEqual([
      ['first', false],
      ['between', false],
      ['last', false],
    ]);
    expect(started.some(({ child }) => isAlive(child.identity))).toBe(false);
  });

  it('kills one that does not end in time, and one that is paused at once', async () => {
    const { supervisor, died, started } = watched();
    await supervisor.keep(spec('deaf', stubborn, { stopGraceMs: 200 }));
    await supervisor.keep(spec('paused', forEver, { stopGraceMs: 60_000 }));
    const heard = () => readFileSync(join(folder, 'deaf.log'), 'utf8').includes('deaf');
    await until('its deafness', heard);
    send(at(started, 1).child.identity, 'SIGSTOP');
    await until('the pause', () => isPaused(at(started, 1).child.identity));
    await supervisor.stop();
    expect(died.map(({ exit }) => exit.signal)).toEqual(['SIGKILL', 'SIGKILL']);
  });

  it('ends a child that comes while everything stops', async () => {
    const { supervisor } = watched();
    await supervisor.stop();
    const late = await runScript(forEver, join(folder, 'late.log'));
    await supervisor.adopt(spec('late', forEver), late);
    expect(isAlive(late.identity)).toBe(false);
    await expect(supervisor.keep(spec('later', forEver))).rejects.toThrow('Stopped before it was started.');
  });
});
