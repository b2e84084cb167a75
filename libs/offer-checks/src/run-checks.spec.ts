import fc from 'fast-check';
import { finding } from '@accord/contracts/finding';

import { cleanOffer, inShort, now, offerWith } from '../test/given-offer.js';
import { allChecks } from './checks.js';
import { runChecks } from './run-checks.js';

const open = { kind: 'found', siret: cleanOffer.employer.siret, open: true, legalUnitActive: true } as const;

describe('all checks', () => {
  it('have nothing to say about a clean offer, with or without the register', () => {
    expect(runChecks(cleanOffer, { now })).toEqual([]);
    expect(runChecks(cleanOffer, { now, register: open })).toEqual([]);
  });

  it('have a name each', () => expect(new Set(allChecks.map(({ name }) => name)).size).toBe(allChecks.length));

  it('leave out what the context does not allow, and say the worst first', () => {
    const offer = offerWith({ employer: { siret: '00010001600014' }, pay: undefined, closesOn: '2026-11-01' });
    const closed = { ...open, siret: offer.employer.siret, open: false };
    expect(runChecks(offer, { now }).map(inShort)).toEqual([
      'block SIRET /employer/siret',
      'block DATES /closesOn',
      'advise FR-PAY /pay',
    ]);
    expect(runChecks(offer, { now, register: closed }).map(inShort)).toContain('block FR-EMPLOYER /employer/siret');
  });

  it('say what contracts allow a finding to say, whatever the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.nat(400_000), (text, cents) => {
        const words = `x${text} intérim cdi à l’issue ${text}`;
        const offer = {
          ...cleanOffer,
          title: words,
          description: words.repeat(3),
          employer: { ...cleanOffer.employer, name: text.padEnd(4, 'x'), anonymous: true },
          contract: { type: 'CDD', nature: 'E1', durationMonths: 40 } as const,
          pay: { min: cents, currency: 'EUR', unit: 'MONTH' } as const,
        };
        for (const found of runChecks(offer, { now })) {
          finding.parse(found);
          if (found.span) {
            const field = found.pointer === '/title' ? offer.title : offer.description;
            expect(found.span.start).toBeLessThan(found.span.end);
            expect(found.span.end).toBeLessThanOrEqual(field.length);
          }
        }
      }),
    ));

  it.each([
    ['100 kB of letters', 'a'.repeat(100_000)],
    ['20,000 almost-matches', 'evolution en cd '.repeat(6_000)],
    ['emoji', '🥖'.repeat(50_000)],
    ['accents apart from their letters', 'é'.repeat(50_000)],
    ['Arabic', 'نبحث عن خباز '.repeat(7_000)],
  ])('end soon on %s', (_, description) => {
    const offer = {
      ...cleanOffer,
      description,
      employer: { ...cleanOffer.employer, anonymous: true },
      contract: { type: 'CDD', nature: 'E1', durationMonths: 6 } as const,
      workingTime: { weeklyHours: 39 },
    };
    // The engine is linear: one that is not would not come back before the test's own time is over.
    expect(Array.isArray(runChecks(offer, { now }))).toBe(true);
  });
});
