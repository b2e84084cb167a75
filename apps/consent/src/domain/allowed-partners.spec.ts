import fc from 'fast-check';

import { someClauses, somePartners } from '../../test/arbitrary-clauses.js';
import { naivelyAllowed } from '../../test/naive-rule.js';
import { bakery, now, partnerP, partnerQ, readRuleTable } from '../../test/rule-table.js';
import { allowedPartners } from './allowed-partners.js';
import type { Clause } from './clause.js';

const rows = readRuleTable();
const allowed = (clauses: readonly Clause[]) =>
  allowedPartners(bakery, clauses, [partnerP, partnerQ], now).map((answer) => answer.allowed);

describe('the rule, as docs/agreements.md has it', () => {
  it('has a table worth the name', () => expect(rows.length).toBeGreaterThanOrEqual(50));
  it.each(rows)('$text', ({ clauses, p, q }) => expect(allowed(clauses)).toEqual([p, q]));
});

describe('the rule', () => {
  it('agrees with one written from the text alone', () =>
    fc.assert(
      fc.property(someClauses, somePartners, (clauses, partners) => {
        const answers = allowedPartners(bakery, clauses, partners, now);
        expect(answers.map((answer) => (answer.allowed ? answer.clause.id : undefined))).toEqual(
          partners.map((partner) => naivelyAllowed(bakery, clauses, partner, now)),
        );
      }),
      { numRuns: 2_000 },
    ));
  it('lets nobody in without an allow that is in force', () =>
    fc.assert(
      fc.property(someClauses, somePartners, (clauses, partners) => {
        const refusals = clauses.filter(({ effect }) => effect === 'refuse');
        expect(allowedPartners(bakery, refusals, partners, now).some((answer) => answer.allowed)).toBe(false);
      }),
    ));
  it('does not depend on the order in which clauses are read', () =>
    fc.assert(
      fc.property(someClauses, somePartners, (clauses, partners) => {
        const turned = [...clauses].reverse();
        expect(allowedPartners(bakery, turned, partners, now)).toEqual(allowedPartners(bakery, clauses, partners, now));
      }),
    ));
  it('never lets more in when a refusal is added', () =>
    fc.assert(
      fc.property(someClauses, someClauses, somePartners, (clauses, more, partners) => {
        const refusals = more.map((clause, at) => ({ ...clause, id: `more-${at}`, effect: 'refuse' as const }));
        const before = allowedPartners(bakery, clauses, partners, now);
        allowedPartners(bakery, [...clauses, ...refusals], partners, now).forEach((after, at) => {
          if (after.allowed) expect(before[at]?.allowed).toBe(true);
        });
      }),
    ));
  it('says which clause decided', () => {
    const [first] = allowedPartners(bakery, rows[5]?.clauses ?? [], [partnerP], now);
    expect(first).toMatchObject({ because: 'conditions-unmet', unmet: ['oneClick'], clause: { id: 'clause-0' } });
  });
  it('a partner that does not receive is let in by nothing', () => {
    const everyone = rows.find(({ text }) => text === 'allow all → all')?.clauses ?? [];
    expect(allowedPartners(bakery, everyone, [{ ...partnerP, receives: false }], now)).toEqual([
      { partner: 'p', allowed: false, because: 'partner-inactive' },
    ]);
  });
  it('takes less than 5 ms for 1,000 clauses and 100 partners', () => {
    const clauses = Array.from({ length: 1_000 }, (_, at): Clause => {
      const row = rows[1 + (at % (rows.length - 1))];
      const clause = row?.clauses[0];
      if (clause === undefined) throw new Error('the table is empty');
      return {
        ...clause,
        id: `clause-${at}`,
        audience: at % 3 === 0 ? { kind: 'partners', partners: [`p${at % 100}`] } : clause.audience,
      };
    });
    const partners = Array.from({ length: 100 }, (_, at) => ({ ...partnerP, partner: `p${at}` }));
    const times = Array.from({ length: 50 }, () => {
      const started = performance.now();
      allowedPartners(bakery, clauses, partners, now);
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(5);
  });
});
