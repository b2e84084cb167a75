import { setTimeout as sleep } from 'node:timers/promises';
import { endOnSignals } from './signals.ts';

afterEach(() => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.removeAllListeners(signal)));

/** A system that takes its time to stop. */
function slowSystem() {
  const calls: string[] = [];
  let stopped: () => void = () => undefined;
  const stop = () => {
    calls.push('stop');
    return new Promise<void>((resolve) => (stopped = resolve));
  };
  const kill = async () => void calls.push('kill');
  return { calls, system: { stop, kill }, finish: () => stopped() };
}
const press = () => process.emit('SIGINT');

describe('Ctrl-C', () => {
  it('stops everything in order and ends well', async () => {
    const { calls, system, finish } = slowSystem();
    const ending = endOnSignals(system, () => undefined);
    expect(ending.begun()).toBe(false);
    press();
    expect(ending.begun()).toBe(true);
    finish();
    expect(await ending.done).toBe(0);
    expect(calls).toEqual(['stop']);
  });

  it('is one press when npm passes on what the terminal sent already', async () => {
    const { calls, system, finish } = slowSystem();
    const ending = endOnSignals(system, () => undefined);
    press();
    press();
    finish();
    expect(await ending.done).toBe(0);
    expect(calls).toEqual(['stop']);
  });

  it('kills at once when it is pressed again', async () => {
    const { calls, system } = slowSystem();
    const ending = endOnSignals(system, () => undefined);
    press();
    await sleep(700);
    press();
    expect(await ending.done).toBe(1);
    expect(calls).toEqual(['stop', 'kill']);
  });
});
