import { arrivals } from './arrivals.js';

describe('arrivals', () => {
  it('come in order, within the time', () => {
    const due = arrivals(50, 10, 1);
    expect(due).toEqual(due.toSorted((a, b) => a - b));
    expect(due.every((at) => at > 0 && at < 10_000)).toBe(true);
  });
  it('come as often as was asked for', () => {
    const due = arrivals(50, 1_000, 7);
    // 50,000 independent arrivals: a deviation of 1 % is more than two standard deviations.
    expect(Math.abs(due.length / 50_000 - 1)).toBeLessThan(0.01);
  });
  it('come in bursts: about as many gaps are short as chance makes them', () => {
    const due = arrivals(50, 200, 3);
    const short = due.filter((at, index) => at - (due[index - 1] ?? 0) < 2).length;
    // 1 - e^(-0.1): a gap of less than 2 ms where the mean is 20.
    expect(short / due.length).toBeCloseTo(1 - Math.exp(-0.1), 1);
  });
  it('are the same for the same seed and others for another', () => {
    expect(arrivals(50, 5, 4)).toEqual(arrivals(50, 5, 4));
    expect(arrivals(50, 5, 4)).not.toEqual(arrivals(50, 5, 5));
  });
});
