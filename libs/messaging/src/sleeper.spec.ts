import { Backoff } from './backoff.js';
import { Sleeper } from './sleeper.js';

describe('a sleep', () => {
  it('ends when its time is over', async () => expect(await new Sleeper().sleep(5)).toBe(false));
  it('is cut short by a wake', async () => {
    const sleeper = new Sleeper();
    const sleep = sleeper.sleep(60_000);
    sleeper.wake();
    expect(await sleep).toBe(true);
  });
  it('does not begin when the wake came before it, once', async () => {
    const sleeper = new Sleeper();
    sleeper.wake();
    sleeper.wake();
    expect(await sleeper.sleep(60_000)).toBe(true);
    expect(await sleeper.sleep(5)).toBe(false);
  });
});

describe('a backoff', () => {
  it('doubles up to its longest, shortened by up to a half, and starts over', () => {
    const backoff = new Backoff(100, 800);
    for (const full of [100, 200, 400, 800, 800]) {
      const wait = backoff.next();
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThanOrEqual(full);
    }
    backoff.reset();
    expect(backoff.next()).toBeLessThanOrEqual(100);
  });
});
