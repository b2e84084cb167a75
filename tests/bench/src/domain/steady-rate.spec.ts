import { steadyRate } from './steady-rate.js';

const every = (ms: number, count: number): number[] => Array.from({ length: count }, (_, at) => at * ms * 1_000);

describe('a steady rate', () => {
  it('is how many came a second', () => expect(steadyRate(every(10, 501))).toBeCloseTo(100, 5));
  it('knows no order', () => expect(steadyRate(every(10, 501).reverse())).toBeCloseTo(100, 5));
  it('leaves the first second out, however full it was', () =>
    expect(steadyRate([...every(1, 1_000), ...every(10, 501)])).toBeCloseTo(100, 5));
  it.each([[[]], [[5]], [every(10, 50)]])('is none where all was over within a second', (times) =>
    expect(steadyRate(times)).toBe(0),
  );
  it('takes a million times', () => expect(steadyRate(every(0.01, 1_000_000))).toBeCloseTo(100_000, -1));
});
