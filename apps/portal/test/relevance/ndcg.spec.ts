import fc from 'fast-check';

import { type Grade, ndcg } from './ndcg.js';

describe('nDCG', () => {
  it.each([
    ['the best order', [3, 2, 1], [3, 2, 1, 0], 1],
    ['nothing found', [], [3], 0],
    ['nothing to find, and nothing found', [], [0, 0], 1],
    ['nothing to find, and something found', [0], [0, 0], 0],
    // (0 + 7 / log2(3)) / 7
    ['one place too low', [0, 3], [3, 0], 0.6309],
    // (3 + 7 / log2(3)) / (7 + 3 / log2(3))
    ['two swapped', [2, 3], [3, 2], 0.834],
  ])('of %s', (_, found, all, expected) => expect(ndcg(gradesOf(found), gradesOf(all))).toBeCloseTo(expected, 3));

  it('is between 0 and 1, and 1 for the best first', () => {
    const grades = fc.array(fc.constantFrom<Grade>(0, 1, 2, 3), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(grades, (all) => {
        expect(ndcg(all, all)).toBeLessThanOrEqual(1);
        if (all.some((grade) => grade > 0))
          expect(
            ndcg(
              all.toSorted((a, b) => b - a),
              all,
            ),
          ).toBeCloseTo(1);
      }),
    );
  });
});

const gradesOf = (numbers: readonly number[]): Grade[] =>
  numbers.flatMap((number) => ([0, 1, 2, 3] as const).filter((grade) => grade === number));
