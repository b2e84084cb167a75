/** How good an answer is for a question: 3 what was asked for, 2 nearly, 1 of some use, 0 of none. */
export type Grade = 0 | 1 | 2 | 3;

const gain = (grade: number, place: number): number => (2 ** grade - 1) / Math.log2(place + 2);

const dcg = (grades: readonly number[], depth: number): number =>
  grades.slice(0, depth).reduce((sum, grade, place) => sum + gain(grade, place), 0);

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002): 1 for the best order there could be, 0 for nothing
 * of use. Where there is nothing of use to be found, 1 for finding nothing.
 * @param found grades of what was answered, in order
 * @param all grades of everything there is
 */
export function ndcg(found: readonly Grade[], all: readonly Grade[], depth = 10): number {
  const ideal = dcg(
    all.toSorted((a, b) => b - a),
    depth,
  );
  if (ideal === 0) return found.length === 0 ? 1 : 0;
  return dcg(found, depth) / ideal;
}
