import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

import { processIdentity } from '@accord/contracts/internal/sessions';

import { isProvablyDead, ownIdentity, parseStat } from './process-identity.js';

describe('a process', () => {
  it('knows itself as the contract has it, and is alive', () => {
    expect(processIdentity.parse(ownIdentity())).toEqual(ownIdentity());
    expect(isProvablyDead(ownIdentity())).toBe(false);
  });
  it('is not another one that had its pid', () =>
    expect(isProvablyDead({ ...ownIdentity(), startTime: '1' })).toBe(true));
  it.each([
    ['of another host', { host: 'elsewhere' }],
    ['of another boot', { boot: 'another' }],
  ])('%s is never proven dead from here', (_where, change) =>
    expect(isProvablyDead({ ...ownIdentity(), startTime: '1', ...change })).toBe(false),
  );
  it('that is stopped is alive; once killed it is dead', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    const startTime = startOf(pid);
    const identity = { ...ownIdentity(), pid, startTime };
    child.kill('SIGSTOP');
    expect(isProvablyDead(identity)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isProvablyDead(identity)).toBe(true);
  });
});

describe('a line of stat', () => {
  it('is read though the command holds spaces and parentheses', () => {
    const rest = ['S', ...Array.from({ length: 18 }, (_, at) => String(at)), '4242', '9'];
    expect(parseStat(`17 (a) b (c)) ${rest.join(' ')}`)).toEqual({ state: 'S', startTime: '4242' });
  });
  it('that is too short is none', () => expect(parseStat('17 (a) S 1')).toBeUndefined());
});

function startOf(pid: number): string {
  return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.startTime ?? '';
}
