import fc from 'fast-check';

import { fold } from './fold.js';

describe('folding words', () => {
  it.each([
    ['Infirmière DE', 'infirmiere de'],
    ['Chef d’œuvre', "chef d'oeuvre"],
    ['ÉLECTRICIEN', 'electricien'],
    ['ﬁbre', 'fibre'],
  ])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('changes nothing the second time', () =>
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text))));
});
