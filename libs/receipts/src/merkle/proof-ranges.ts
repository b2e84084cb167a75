import { type Range, splitOf } from './nodes.js';

/** The subtrees whose hashes prove that entry `index` is in the tree of `size` entries (RFC 9162 §2.1.3.1), as they are sent. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  return ranges;
}

/**
 * The subtrees whose hashes prove that the tree of `size` entries begins with the one of `earlier` (RFC 9162 §2.1.4.1). None
 * where there is nothing to prove: the earlier one is empty, or the same.
 */
export function consistencyRanges(earlier: number, size: number): Range[] {
  if (earlier === 0 || earlier === size) return [];
  const ranges: Range[] = [];
  let [from, to] = [0, size];
  while (to !== earlier) {
    const middle = from + splitOf(to - from);
    if (earlier <= middle) {
      ranges.unshift({ from: middle, to });
      to = middle;
    } else {
      ranges.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The whole earlier tree is known to whoever asks.
  return from === 0 ? ranges : [{ from, to }, ...ranges];
}
