import fc from 'fast-check';

import { tokens } from './tokens.js';

const words = (text: string) => tokens(text).map(({ word }) => word);

describe('the words of a text', () => {
  it.each([
    ["L'infirmière de l’hôpital", ['l', 'infirmiere', 'de', 'l', 'hopital']],
    ['aide-soignant(e) D.E.', ['aide', 'soignant', 'd', 'e']],
    ['Employé(e), vendeur (se), chargé·e·s', ['employe', 'vendeur', 'charge']],
    ['conseiller/ère, directeur(trice), agent-e', ['conseiller', 'directeur', 'agent']],
    ['technicien(ne)s et infirmier(ère)', ['technicien', 'et', 'infirmier']],
    ['C++, C#, .NET et Node.js', ['cplusplus', 'csharp', 'dotnet', 'et', 'node', 'js']],
    ['Bac+5, 35h, 3x8', ['bac', '5', '35h', '3x8']],
    ['œuvre ﬁbre', ['oeuvre', 'fibre']],
    ['', []],
    ['—?!', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('stand where they say, whatever the text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let last = 0;
        for (const { start, end } of tokens(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}#+.]/u);
          last = end;
        }
      }),
    ));

  it.each(['a(', "a'", 'é·e', '(((((', 'c++'])('takes time that grows with the length alone: %j many times', (part) => {
    const started = performance.now();
    tokens(part.repeat(40_000 / part.length));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
