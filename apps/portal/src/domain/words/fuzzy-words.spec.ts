import fc from 'fast-check';

import { lazy } from '../lazy.js';
import { differencesBetween, FuzzyWords } from './fuzzy-words.js';

const words = ['infirmier', 'infirmiere', 'boulanger', 'boucher', 'plombier', 'comptable', 'as'];
const fuzzyOf = (list: readonly string[]) => lazy(() => FuzzyWords.make(list)).get();
const fuzzy = fuzzyOf(words);
const near = (word: string, most: number, prefix = false) => fuzzy.near(word, most, prefix).map(({ at }) => words[at]);

describe('words that are nearly another', () => {
  it.each([
    ['infirmer', 1, ['infirmier']],
    ['infrimier', 1, ['infirmier']],
    ['boulangr', 1, ['boulanger']],
    ['bolanger', 1, ['boulanger']],
    ['plombié', 1, []],
    ['plombie', 1, ['plombier']],
    ['contable', 2, ['comptable']],
    ['contable', 1, []],
    ['xyz', 1, []],
    ['', 2, []],
  ])('%s within %i', (word, most, expected) => expect(near(word, most)).toEqual(expected));

  it('finds the beginning of a longer word', () => {
    expect(near('infimi', 1, true)).toEqual(['infirmier', 'infirmiere']);
    expect(near('infimi', 1)).toEqual([]);
  });

  it('agrees with the definition of the distance', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(letters, letters, (a, b) => {
        const exact = plain(a, b);
        expect(differencesBetween(a, b, 9)).toBe(exact);
        expect(differencesBetween(a, b, 2) <= 2).toBe(exact <= 2);
      }),
    );
  });

  it('never misses a word of four letters or more that is near', () => {
    const letters = fc.shuffledSubarray([...'abcdef'], { minLength: 4 }).map((chosen) => chosen.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(letters, { minLength: 1, maxLength: 20 }), letters, (list, word) => {
        const found = fuzzyOf(list)
          .near(word, 1)
          .map(({ at }) => list[at]);
        expect(found.toSorted()).toEqual(list.filter((other) => plain(word, other) <= 1).toSorted());
      }),
    );
  });
});

/** Optimal string alignment, by its recursion. */
function plain(a: string, b: string): number {
  if (a === '' || b === '') return Math.max(a.length, b.length);
  const swap =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? plain(a.slice(0, -2), b.slice(0, -2)) + 1
      : Infinity;
  const last = a.at(-1) === b.at(-1) ? 0 : 1;
  return Math.min(
    plain(a.slice(0, -1), b) + 1,
    plain(a, b.slice(0, -1)) + 1,
    plain(a.slice(0, -1), b.slice(0, -1)) + last,
    swap,
  );
}
