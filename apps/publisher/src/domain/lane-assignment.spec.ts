import fc from 'fast-check';

import { type LaneRunner, runnerOf } from './lane-assignment.js';

const all = (id: string): LaneRunner => ({ id, lanes: 'all' });
const partners = Array.from({ length: 75 }, (_, index) => `partner-${index}`);

describe('a partner’s lane', () => {
  it('is nobody’s where nobody may run it', () => {
    expect(runnerOf('jobs-prive', [])).toBeUndefined();
    expect(runnerOf('jobs-prive', [{ id: 'a', lanes: ['emploi-public'] }])).toBeUndefined();
  });
  it('is run by a process that names it', () =>
    expect(
      runnerOf('jobs-prive', [
        { id: 'a', lanes: ['emploi-public'] },
        { id: 'b', lanes: ['jobs-prive'] },
      ]),
    ).toBe('b'));
  it('is run by the same process whoever works it out', () =>
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 1 }),
        fc.constantFrom(...partners),
        (ids, partner) => {
          const runners = ids.map(all);
          return runnerOf(partner, runners) === runnerOf(partner, runners.toReversed());
        },
      ),
    ));
  it('stays where it is when another process goes', () =>
    fc.assert(
      fc.property(fc.constantFrom(...partners), (partner) => {
        const runner = runnerOf(partner, ['a', 'b', 'c'].map(all));
        const leaver = ['a', 'b', 'c'].find((id) => id !== runner);
        return runnerOf(partner, ['a', 'b', 'c'].filter((id) => id !== leaver).map(all)) === runner;
      }),
    ));
  it('is one of a fair share', () => {
    const runners = partners.map((partner) => runnerOf(partner, ['a', 'b', 'c'].map(all)));
    for (const id of ['a', 'b', 'c']) expect(runners.filter((one) => one === id).length).toBeGreaterThan(12);
  });
});
