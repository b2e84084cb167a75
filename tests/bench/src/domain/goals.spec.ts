import { goalsOf } from './goals.js';
import type { BenchResults, LatencyFigures } from './results.js';

const usage = { cpuS: new Map(), residentMb: new Map() };
const latency = (p50: number, p99: number): LatencyFigures => {
  const received = { count: 1, p50, p95: p99, p99, max: p99 };
  return { offers: 1, errors: [], received, answered: received };
};
const met = (results: Omit<BenchResults, 'atRestMb'>) =>
  goalsOf({ atRestMb: new Map(), ...results }).map((goal) => goal.met);

describe('a goal', () => {
  it.each([
    [100, 500, [true, true]],
    [101, 500, [false, true]],
    [100, 501, [true, false]],
  ])('of latency: median %d ms, 99 of 100 in %d ms', (p50, p99, expected) =>
    expect(met({ latency: { ...latency(p50, p99), usage } })).toEqual(expected),
  );

  it.each([
    [200, true],
    [199, false],
  ])('of offers: %d a second', (deliveriesPerSecond, expected) => {
    const sustained = { offers: 1, errors: [], deliveriesPerSecond, usage };
    expect(met({ sustained, bulk: { ...sustained, acceptedPerSecond: 1 } })).toEqual([expected, expected]);
  });

  it.each([
    [20, 44, true],
    [20, 46, false],
    [400, 499, true],
    [400, 501, false],
  ])('of isolation: a median of %d ms while all is well, of %d ms while not', (healthy, disturbed, expected) => {
    const isolation = { ratePerSecond: 1, healthy: latency(healthy, 1), disturbed: latency(disturbed, 1) };
    expect(met({ portals: { offers: 1, errors: [], deliveriesPerSecond: 1, usage, isolation } })).toEqual([expected]);
  });

  it.each([
    [150, true],
    [151, false],
  ])('of search: 99 of 100 in %d ms', (p99, expected) => {
    const answered = { count: 1, p50: 1, p95: 1, p99, max: p99 };
    const index = { tableMb: 1, termsMb: 1, filledInS: 1 };
    const search = { ads: 1, clients: 20, errors: [], answered, requestsPerSecond: 1, kinds: [], index, usage };
    expect(met({ search })).toEqual([expected]);
  });

  it.each([
    [40, 60, true],
    [41, 60, false],
  ])('of a permit: %d µs of the process and %d µs of the database', (processUs, databaseUs, expected) =>
    expect(met({ permits: { permits: 100, processUs, databaseUs } })).toEqual([expected]),
  );

  it.each([
    [3_000, 60_000, [true, true]],
    [3_001, 60_000, [false, true]],
    [3_000, 60_001, [true, false]],
  ])('of a withdrawal: effective in %d ms, told in %d ms', (effectiveMs, toldMs, expected) => {
    const figures = { offers: 134, errors: [], postings: 10_050, portals: 75, answeredMs: 1, effectiveMs, toldMs };
    expect(met({ withdrawal: { ...figures, usage } })).toEqual(expected);
  });

  it('is none where nothing was measured', () => expect(met({})).toEqual([]));
});
