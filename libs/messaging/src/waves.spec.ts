import fc from 'fast-check';

import { waves } from './waves.js';

/** Letters are keys; capitals go together. */
const cut = (row: string): string[] =>
  waves(
    [...row],
    (one) => one.toLowerCase(),
    (one) => one === one.toUpperCase(),
  ).map((wave) => wave.join(''));

describe('waves', () => {
  it.each([
    ['', []],
    ['ABC', ['ABC']],
    ['AAB', ['A', 'AB']],
    ['ABBBC', ['AB', 'B', 'BC']],
    ['abc', ['a', 'b', 'c']],
    ['ABcDE', ['AB', 'c', 'DE']],
    ['aB', ['a', 'B']],
  ])('of %j are %j', (row, expected) => expect(cut(row)).toEqual(expected));

  it('keep everything in order, and no key twice in one', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'd'), maxLength: 12 }), (row) => {
        const found = cut(row);
        expect(found.join('')).toBe(row);
        for (const wave of found) expect(new Set(wave.toLowerCase()).size).toBe(wave.length);
      }),
    ));
});
