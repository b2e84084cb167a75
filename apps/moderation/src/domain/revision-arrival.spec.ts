import fc from 'fast-check';

import { onRevised, type Arrival } from './revision-arrival.js';

const known = { version: 4, revision: 2 };
const arriving = (
  version: number,
  revision: number,
  intent: 'show' | 'suspended' | 'filled' | 'withdrawn' = 'show',
) => ({
  is: (arrival: Arrival) => expect(onRevised(known, { version, revision, intent })).toEqual(arrival),
});
const stale: Arrival = { kind: 'known' };
const verify: Arrival = { kind: 'newer', verification: 'verify', closesReviews: true };

describe('a version of an offer', () => {
  it('is verified when it is the first', () =>
    expect(onRevised(undefined, { version: 1, revision: 1, intent: 'show' })).toEqual(verify));
  it('is verified when its text is new', () => arriving(5, 3).is(verify));
  it('is verified when its text is new and suspended', () => arriving(5, 3, 'suspended').is(verify));
  it('changes nothing when it was seen before', () => arriving(4, 2).is(stale));
  it('changes nothing when it is late', () => arriving(3, 1, 'withdrawn').is(stale));
  it('keeps the verification of a text that is suspended', () =>
    arriving(5, 2, 'suspended').is({ kind: 'newer', verification: 'keep', closesReviews: false }));
  it('ends the verification of an offer that is withdrawn', () =>
    arriving(5, 2, 'withdrawn').is({ kind: 'newer', verification: 'stop', closesReviews: true }));

  it('is handled once, whatever the order and repetition of a history', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1 }), fc.array(fc.nat(4)), (order, repeats) => {
        let seen = 0;
        for (const version of [...order, ...repeats.map((at) => order[at % order.length] ?? 1)]) {
          const before = seen === 0 ? undefined : { version: seen, revision: seen };
          const arrival = onRevised(before, { version, revision: version, intent: 'show' });
          expect(arrival.kind).toBe(version > seen ? 'newer' : 'known');
          seen = Math.max(seen, version);
        }
      }),
    ));
});
