import fc from 'fast-check';

import { startingPoint, type PartitionNow, type StoredOffset } from './starting-point.js';

const DAY_MS = 86_400_000;
const stored: StoredOffset = { next: 50n, epoch: 0, clusterId: 'one', incarnation: 'a', awayMs: 0 };
const now: PartitionNow = { low: 10n, high: 100n, clusterId: 'one', incarnation: 'a', compacted: true };
const given = (change: Partial<StoredOffset>, changeNow: Partial<PartitionNow> = {}) =>
  startingPoint({ ...stored, ...change }, { ...now, ...changeNow });

describe('a partition', () => {
  it('never read begins at its first record', () =>
    expect(startingPoint(undefined, now)).toEqual({ kind: 'first', next: 10n }));
  it('goes on at what is stored', () => expect(given({})).toEqual({ kind: 'continue', next: 50n }));
  it.each([10n, 100n])('goes on at its very edge (%s)', (next) =>
    expect(given({ next })).toEqual({ kind: 'continue', next }),
  );
  it('of another cluster is read anew', () =>
    expect(given({ clusterId: 'two' })).toEqual({ kind: 'anew', because: 'other-cluster' }));
  it('of a topic made anew is read anew', () =>
    expect(given({ incarnation: 'b' })).toEqual({ kind: 'anew', because: 'topic-made-anew' }));
  it('of a topic whose making was announced only later is read anew', () =>
    expect(given({ incarnation: null })).toEqual({ kind: 'anew', because: 'topic-made-anew' }));
  it('goes on where nobody says which making it is', () =>
    expect(given({}, { incarnation: null })).toEqual({ kind: 'continue', next: 50n }));
  it.each([9n, 101n])('whose stored offset (%s) is not there is read anew', (next) =>
    expect(given({ next })).toEqual({ kind: 'anew', because: 'offset-out-of-range' }),
  );
  it('not read for longer than its tombstones are kept is read anew', () => {
    expect(given({ awayMs: 29.1 * DAY_MS })).toEqual({ kind: 'anew', because: 'away-too-long' });
    expect(given({ awayMs: 28 * DAY_MS })).toEqual({ kind: 'continue', next: 50n });
  });
  it('with nothing new, or that keeps everything, may be left for long', () => {
    expect(given({ awayMs: 90 * DAY_MS, next: 100n })).toEqual({ kind: 'continue', next: 100n });
    expect(given({ awayMs: 90 * DAY_MS }, { compacted: false })).toEqual({ kind: 'continue', next: 50n });
  });
  it('is never continued at an offset that is not there, nor on the word of another cluster', () =>
    fc.assert(
      fc.property(
        fc.record({ next: fc.bigInt(0n, 200n), clusterId: fc.constantFrom('one', 'two'), awayMs: fc.nat(40 * DAY_MS) }),
        fc.record({ low: fc.bigInt(0n, 100n), high: fc.bigInt(100n, 200n) }),
        (change, bounds) => {
          const point = given(change, bounds);
          if (point.kind !== 'continue') return true;
          return point.next >= bounds.low && point.next <= bounds.high && change.clusterId === 'one';
        },
      ),
    ));
});
