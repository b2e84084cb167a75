import { armFailpoint, failpoint } from './failpoint.js';

let killed: [number, unknown][] = [];
const kill = process.kill.bind(process);
beforeEach(() => {
  killed = [];
  process.kill = (pid, signal) => {
    killed.push([pid, signal]);
    return true;
  };
});
afterEach(() => {
  process.kill = kill;
  armFailpoint({ ACCORD_PROFILE: 'test', FAILPOINT: undefined });
});

describe('a failpoint', () => {
  it('kills this process at its place, and nowhere else', () => {
    armFailpoint({ ACCORD_PROFILE: 'test', FAILPOINT: 'consent.stop.after-commit:exit' });
    failpoint('consent.stop.before-commit');
    expect(killed).toEqual([]);
    failpoint('consent.stop.after-commit');
    expect(killed).toEqual([[process.pid, 'SIGKILL']]);
  });

  it('freezes it, once: it goes on where it stood', () => {
    armFailpoint({ ACCORD_PROFILE: 'test', FAILPOINT: 'publisher.after-permit:pause' });
    failpoint('publisher.after-permit');
    failpoint('publisher.after-permit');
    expect(killed).toEqual([[process.pid, 'SIGSTOP']]);
  });

  it('does not exist outside the test profile', () => {
    armFailpoint({ ACCORD_PROFILE: 'production', FAILPOINT: 'consent.stop.after-commit:exit' });
    failpoint('consent.stop.after-commit');
    expect(killed).toEqual([]);
  });
});
