import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { forEver, killStartedAfterAll, runScript, stubborn } from '../test/fixtures/processes.ts';
import { endProcess, send, startProcess } from './child-process.ts';
import { isAlive } from './process-identity.ts';
import { waitUntil } from './wait-until.ts';

const folder = temporaryFolder();
killStartedAfterAll();

describe('a child process', () => {
  it('writes its log itself, after what the last one wrote', async () => {
    const log = join(folder, 'deep/words.log');
    await (
      await runScript("console.log('one'); console.error('two')", log)
    ).exited;
    await (
      await runScript("console.log('three')", log)
    ).exited;
    expect(readFileSync(log, 'utf8').split('\n').sort()).toEqual(['', 'one', 'three', 'two']);
  });

  it('tells how it ended', async () => {
    const running = await runScript('process.exit(78)', join(folder, 'exit.log'));
    expect(await running.exited).toEqual({ code: 78, signal: null });
    expect(running.exit()).toEqual({ code: 78, signal: null });
  });

  it('ends by itself when it is asked to', async () => {
    const running = await runScript(forEver, join(folder, 'polite.log'));
    expect(await endProcess(running.identity, { signal: 'SIGTERM', graceMs: 5000 })).toBe(true);
  });

  it('is killed when it does not hear', async () => {
    const log = join(folder, 'stubborn.log');
    const running = await runScript(stubborn, log);
    await waitUntil('its deafness', async () => readFileSync(log, 'utf8').includes('deaf'), { timeoutMs: 10_000 });
    expect(await endProcess(running.identity, { signal: 'SIGTERM', graceMs: 300 })).toBe(false);
    expect(await running.exited).toEqual({ code: null, signal: 'SIGKILL' });
  });

  it('is left alone by a signal that was meant for an earlier process of its number', async () => {
    const running = await runScript(forEver, join(folder, 'other.log'));
    expect(send({ ...running.identity, startTime: '1' }, 'SIGKILL')).toBe(false);
    expect(isAlive(running.identity)).toBe(true);
  });

  it('is an error when its program does not exist', async () => {
    const start = startProcess({ command: '/no/such/program', args: [], logFile: join(folder, 'none.log') });
    await expect(start).rejects.toThrow('ENOENT');
  });
});
