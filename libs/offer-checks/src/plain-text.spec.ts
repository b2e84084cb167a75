import fc from 'fast-check';

import { plain, PlainText } from './plain-text.js';

describe('plain text', () => {
  it.each([
    ['Évolutif', 'evolutif'],
    ['L’ISSUE', "l'issue"],
    ['ﬁn', 'fin'],
    ['a\u00a0b\tc', 'a b c'],
    ['Ｉｎｔéｒｉｍ', 'interim'],
  ])('%p is compared as %p', (text, expected) => expect(plain(text)).toBe(expected));

  it('gives the place in the original, decomposed and astral characters counted as they are', () => {
    const text = '🥖🥖 e\u0301volution en CDI !';
    const span = new PlainText(text).find(['evolution en cdi']);
    expect(text.slice(span?.start, span?.end)).toBe('e\u0301volution en CDI');
  });

  it('finds whole words only', () => {
    expect(new PlainText('un raptor').find(['rapt'])).toBeUndefined();
    expect(new PlainText('un trapt').find(['rapt'])).toBeUndefined();
    expect(new PlainText('rapt').find(['rapt'])).toEqual({ start: 0, end: 4 });
    expect(new PlainText('rapto, rapt.').find(['rapt'])).toEqual({ start: 7, end: 11 });
  });

  it('finds a phrase wherever it stands', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} CDI à l’issue ${after}`;
        const span = new PlainText(text).find(["cdi a l'issue"]);
        expect(plain(text.slice(span?.start, span?.end))).toBe("cdi a l'issue");
      }),
    ));
});
