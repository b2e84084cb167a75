import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify } from '../infrastructure/process-identity.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { forEver, killStartedAfterAll, runScript } from '../test/fixtures/processes.ts';
import { AlreadyRunning, takeLock } from './lock.ts';

const folder = temporaryFolder();
killStartedAfterAll();

describe('the lock of a folder', () => {
  it('is one launcher’s, until it gives it back', () => {
    const lock = join(folder, 'one.lock');
    const giveBack = takeLock(lock);
    expect(() => takeLock(lock)).toThrow(AlreadyRunning);
    giveBack();
    expect(existsSync(lock)).toBe(false);
    takeLock(lock)();
  });

  it('says who has it and what to do', async () => {
    const lock = join(folder, 'theirs.lock');
    const other = await runScript(forEver, join(folder, 'log'));
    writeFileSync(lock, JSON.stringify(other.identity));
    expect(() => takeLock(lock)).toThrow(
      `Accord already runs in this folder (process ${other.identity.pid}): stop it with Ctrl-C in its window, or start another with --var <folder>.`,
    );
  });

  it.each([
    ['a process that ended', { pid: 2 ** 22 + 1, startTime: '5', boot: 'x' }],
    ['an earlier process of a number that is in use', { ...identify(process.pid), startTime: '1' }],
    ['an earlier boot', { ...identify(process.pid), boot: 'earlier' }],
    ['nobody: half a file', 'no identity'],
  ])('is taken over from %s', (_who, content) => {
    const lock = join(folder, 'stale.lock');
    writeFileSync(lock, JSON.stringify(content));
    const giveBack = takeLock(lock);
    expect(() => takeLock(lock)).toThrow(AlreadyRunning);
    giveBack();
  });

  it('leaves no other file behind', () =>
    expect(readdirSync(folder).filter((name) => name.includes('.lock.'))).toEqual([]));
});
