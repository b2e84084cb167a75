import { eventually } from './eventually.js';

describe('eventually', () => {
  it('answers what the assertion answers, once it passes', async () => {
    let tries = 0;
    const answer = await eventually(() => {
      if ((tries += 1) < 3) throw new Error('not yet');
      return tries;
    });
    expect(answer).toBe(3);
  });

  it('throws the last failure when the time is over', async () => {
    let tries = 0;
    const never = eventually(() => Promise.reject(new Error(`try ${(tries += 1)}`)), { timeoutMs: 30, everyMs: 5 });
    await expect(never).rejects.toThrow(/^try \d+$/);
    expect(tries).toBeGreaterThan(1);
  });
});
