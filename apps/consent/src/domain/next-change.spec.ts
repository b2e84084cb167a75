import { bakery, now } from '../../test/rule-table.js';
import { clausesDue, nextClauseChange, nextOfferChange } from './next-change.js';
import type { OfferFacts } from './offer-facts.js';
import { epochOf, nextVersion, versionOf } from './version.js';

const at = (ms: number) => new Date(now.getTime() + ms);
const timed = (from?: number, until?: number, begun = from === undefined) => ({
  begun,
  from: from === undefined ? undefined : at(from),
  until: until === undefined ? undefined : at(until),
});

describe('the clock’s next change of a holder’s clauses', () => {
  it('is the earliest beginning or end', () =>
    expect(nextClauseChange([timed(5), timed(undefined, 3), timed(1, 9, true)])).toEqual(at(3)));
  it('is none where nothing has a window', () => expect(nextClauseChange([timed(), timed()])).toBeUndefined());
  it('may be past: then it is due', () => expect(nextClauseChange([timed(undefined, -1)])).toEqual(at(-1)));
  it('forgets what has ended', () =>
    expect(nextClauseChange([{ ...timed(undefined, 3), ended: 'withdrawn' }])).toBeUndefined());
});

describe('what the clock has changed', () => {
  it('begins, and lapses', () => {
    const [begins, lapses, both, later] = [timed(-1, 5), timed(undefined, 0), timed(-5, -1), timed(1, 5)];
    expect(clausesDue([begins, lapses, both, later], now)).toEqual({ beginning: [begins], lapsing: [lapses, both] });
  });
  it('is nothing once it is stored', () =>
    expect(clausesDue([timed(-1, 5, true), { ...timed(undefined, -1), ended: 'lapsed' }], now)).toEqual({
      beginning: [],
      lapsing: [],
    }));
});

describe('the clock’s next change of an offer', () => {
  const shown = { revision: 1, digest: '', traits: bakery.traits, closesAt: at(9), lapsed: false };
  const offer: OfferFacts = { offerId: bakery.offerId, holder: 'h', intent: 'show', verdict: 'other', shown };

  it('is its opening, then its end', () => {
    expect(nextOfferChange({ ...offer, shown: { ...shown, opensAt: at(2) } }, now)).toEqual(at(2));
    expect(nextOfferChange({ ...offer, shown: { ...shown, opensAt: at(-2) } }, now)).toEqual(at(9));
  });
  it('is none once it lapsed, was withdrawn, or shows nothing', () => {
    expect(nextOfferChange({ ...offer, shown: { ...shown, lapsed: true } }, now)).toBeUndefined();
    expect(nextOfferChange({ ...offer, intent: 'withdrawn' }, now)).toBeUndefined();
    expect(nextOfferChange({ ...offer, shown: undefined }, now)).toBeUndefined();
  });
});

describe('a version', () => {
  it('grows by one', () => expect(nextVersion(41, 0)).toBe(42));
  it('of a new epoch is above all of the epochs before', () => {
    expect(nextVersion(41, 1)).toBe(versionOf(1, 1));
    expect(nextVersion(versionOf(1, 41), 1)).toBe(versionOf(1, 42));
    expect(epochOf(versionOf(3, 4_000_000_000))).toBe(3);
  });
  it('is a safe integer for two million restores', () =>
    expect(Number.isSafeInteger(versionOf(2_000_000, 1))).toBe(true));
});
