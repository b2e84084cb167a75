import { emptyRoot, type Hash, nodeHash } from './hash.js';

/** A complete subtree: over the 2^level entries from index · 2^level on. Once it is there it never changes. */
export interface NodeId {
  readonly level: number;
  readonly index: number;
}

/** Entries from `from` (included) to `to` (excluded). */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two below `n`, for n > 1: where the RFC splits a tree. */
export function splitOf(n: number): number {
  let half = 1;
  while (half * 2 < n) half *= 2;
  return half;
}

/**
 * The complete subtrees that a subtree of the tree consists of, from left to right. Of a whole tree they are its frontier: all
 * that is needed to go on with it.
 */
export function nodesOf({ from, to }: Range): NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    nodes.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The hash of a subtree, from those of `nodesOf` it. */
export function foldNodes(hashes: readonly Hash[]): Hash {
  const [last, ...others] = [...hashes].reverse();
  return last === undefined ? emptyRoot() : others.reduce((right, left) => nodeHash(left, right), last);
}
