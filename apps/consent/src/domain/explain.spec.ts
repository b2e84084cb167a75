import fc from 'fast-check';

import { someClauses, somePartners } from '../../test/arbitrary-clauses.js';
import { bakery, now, partnerP, readRuleTable } from '../../test/rule-table.js';
import { explain } from './explain.js';
import { type Halt, type ShowFacts, whereItMayBe } from './may-show.js';
import type { OfferFacts } from './offer-facts.js';
import { previewChange } from './preview.js';

const shown = { revision: 1, digest: '', traits: bakery.traits, closesAt: new Date(now.getTime() + 1), lapsed: false };
const offer: OfferFacts = { offerId: bakery.offerId, holder: 'h', intent: 'show', verdict: 'other', shown };
const halt = (kind: Halt['scope']['kind'], id: string): Halt => ({
  scope: { kind, id },
  setBy: 'operator',
  reason: 'x',
});

const someFacts: fc.Arbitrary<ShowFacts> = fc.record({
  offer: fc.constantFrom<OfferFacts>(
    offer,
    { ...offer, intent: 'suspended' },
    { ...offer, shown: undefined },
    { ...offer, shown: { ...shown, closesAt: now } },
  ),
  clauses: someClauses,
  partners: somePartners,
  halts: fc.subarray([halt('offer', bakery.offerId), halt('holder', 'h'), halt('partner', 'p'), halt('partner', 'zz')]),
});

describe('an explanation', () => {
  it('says what the decision says, always', () =>
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { partners } = whereItMayBe(facts, now);
        facts.partners.forEach((partner, at) => {
          expect(explain(facts, partner, now).allowed).toBe(partners[at]?.allowed);
        });
      }),
      { numRuns: 1_000 },
    ));
  it('names the clause that decides, and no other', () =>
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { partners } = whereItMayBe({ ...facts, offer, halts: [] }, now);
        facts.partners.forEach((partner, at) => {
          const answer = partners[at];
          if (answer?.allowed !== true) return;
          const { clauses } = explain({ ...facts, offer, halts: [] }, partner, now);
          expect(clauses.filter(({ outcome }) => outcome === 'decides').map(({ agreement }) => agreement)).toEqual([
            answer.clause.id,
          ]);
        });
      }),
      { numRuns: 1_000 },
    ));
  it('shows each gate with what it looked at', () => {
    const [, , , , , row] = readRuleTable();
    const told = explain(
      { offer, clauses: row?.clauses ?? [], partners: [partnerP], halts: [halt('partner', 'p')] },
      partnerP,
      now,
    );
    expect(told.gates.map(({ rule, passed }) => `${rule} ${passed ? 'passed' : 'failed'}`)).toEqual([
      'offer.wanted passed',
      'offer.verified passed',
      'offer.window passed',
      'halt.offer passed',
      'halt.partner failed',
      'partner.receives passed',
      'agreement failed',
    ]);
    expect(told.clauses).toEqual([
      { agreement: 'clause-0', effect: 'allow', rank: 3, outcome: 'conditions-unmet', unmet: ['oneClick'] },
    ]);
  });
});

describe('a preview', () => {
  it('is the difference between two answers', () =>
    fc.assert(
      fc.property(someFacts, someClauses, (facts, after) => {
        const before = whereItMayBe(facts, now).partners;
        const then = whereItMayBe({ ...facts, clauses: after }, now).partners;
        const changes = new Map(previewChange(facts, after, now).map((one) => [one.partner, one.change]));
        then.forEach(({ partner, allowed }, at) => {
          const was = before[at]?.allowed;
          if (allowed !== was) expect(changes.get(partner)).toBe(allowed ? 'appears' : 'disappears');
          else if (changes.has(partner)) expect(changes.get(partner)).toBe('under-another-agreement');
        });
      }),
    ));
});
