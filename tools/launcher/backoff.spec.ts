import { afterDeath, noDeaths } from './backoff.ts';

const waits = (runsMs: readonly number[]) => {
  let deaths = noDeaths;
  return runsMs.map((ranMs) => {
    const after = afterDeath(deaths, ranMs);
    deaths = after.deaths;
    return after.waitMs;
  });
};

describe('starting a child again', () => {
  it('waits twice as long each time, and never longer than ten seconds', () =>
    expect(waits([0, 0, 0, 0, 0, 0, 0, 0])).toEqual([200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]));

  it('begins anew after it ran well for a while', () =>
    expect(waits([0, 0, 0, 60_000, 0])).toEqual([200, 400, 800, 200, 400]));
});
