import { retryDelayMs } from './retry-schedule.js';

describe('the next attempt', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [6, 30_000],
    [50, 30_000],
  ])('after %i failures waits %i ms', (failed, ms) => expect(retryDelayMs(failed, 0)).toBe(ms));
  it('comes up to a third earlier, by chance', () => expect(retryDelayMs(6, 1)).toBeCloseTo(20_000));
  it('is shortened for tests', () => expect(retryDelayMs(6, 0, 0.001)).toBe(30));
});
