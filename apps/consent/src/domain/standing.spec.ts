import { bakery, now } from '../../test/rule-table.js';
import type { OfferFacts } from './offer-facts.js';
import { standingOf } from './standing.js';

const at = (ms: number) => new Date(now.getTime() + ms);
const shown = { revision: 1, digest: 'a'.repeat(64), traits: bakery.traits, closesAt: at(1), lapsed: false };
const offer: OfferFacts = { offerId: bakery.offerId, holder: 'h', intent: 'show', verdict: 'other', shown };
const standing = (change: Partial<OfferFacts>, halted = false) => standingOf({ ...offer, ...change }, halted, now);

describe('an offer', () => {
  it('is published while it is wanted, verified and within its window', () => expect(standing({})).toBe('published'));
  it.each(['suspended', 'filled', 'withdrawn'] as const)('that is %s is just that, whatever else is true', (intent) => {
    expect(standing({ intent })).toBe(intent);
    expect(standing({ intent, shown: { ...shown, closesAt: at(-1) } }, true)).toBe(intent);
  });
  it('that is erased was withdrawn', () => expect(standing({ intent: 'erased' })).toBe('withdrawn'));
  it('waits for its verification', () => expect(standing({ shown: undefined, verdict: 'none' })).toBe('waiting'));
  it('is rejected where nothing of it was ever approved', () =>
    expect(standing({ shown: undefined, verdict: 'rejected' })).toBe('rejected'));
  it('keeps its approved text while an edit is rejected', () =>
    expect(standing({ verdict: 'rejected' })).toBe('published'));
  it('waits for its opening', () => expect(standing({ shown: { ...shown, opensAt: at(1) } })).toBe('waiting'));
  it('ends with the instant it closes', () =>
    expect(standing({ shown: { ...shown, closesAt: at(0) } })).toBe('expired'));
  it('that lapsed stays so, whatever the clock says now', () =>
    expect(standing({ shown: { ...shown, lapsed: true } })).toBe('expired'));
  it('is held by an order to stop', () => {
    expect(standing({}, true)).toBe('held');
    expect(standing({ shown: undefined }, true)).toBe('held');
  });
});
