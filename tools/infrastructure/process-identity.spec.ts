import { join } from 'node:path';
import { runScript, forEver, killStartedAfterAll } from '../test/fixtures/processes.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { send } from './child-process.ts';
import { identify, isAlive, isPaused, parseStat, startTimeFromPs } from './process-identity.ts';
import { waitUntil } from './wait-until.ts';

const folder = temporaryFolder();
const log = join(folder, 'log');
killStartedAfterAll();

describe('the identity of a process', () => {
  it('is read behind a command that holds spaces and parentheses', () => {
    const fields = ['S', ...Array.from({ length: 18 }, (_, index) => String(index)), '4711', '0'];
    expect(parseStat(`12 (a) b (c)) ${fields.join(' ')}`)).toEqual({ state: 'S', startTime: '4711' });
  });

  it('is none where there is no line', () => expect(parseStat('')).toBeUndefined());

  it('holds while the process runs, and no longer', async () => {
    const running = await runScript(forEver, log);
    expect(isAlive(running.identity)).toBe(true);
    send(running.identity, 'SIGKILL');
    await running.exited;
    expect(isAlive(running.identity)).toBe(false);
  });

  it('is not that of another process with the same number', () => {
    const own = identify(process.pid);
    expect(own && isAlive(own)).toBe(true);
    expect(own && isAlive({ ...own, startTime: '1' })).toBe(false);
    expect(own && isAlive({ ...own, boot: 'an earlier one' })).toBe(false);
  });

  it('is nobody’s where nobody runs', () => expect(identify(2 ** 22 + 1)).toBeUndefined());

  it('can be had from ps, too, where there is no /proc', () => {
    expect(startTimeFromPs(process.pid)).toMatch(/\d{4}$/);
    expect(startTimeFromPs(2 ** 22 + 1)).toBeUndefined();
  });

  it('knows a paused process from a running one', async () => {
    const running = await runScript(forEver, log);
    expect(isPaused(running.identity)).toBe(false);
    send(running.identity, 'SIGSTOP');
    await waitUntil('the pause', async () => isPaused(running.identity), { timeoutMs: 5000 });
  });
});
