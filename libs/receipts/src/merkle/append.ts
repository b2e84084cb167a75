import { type Hash, nodeHash } from './hash.js';
import type { NodeId } from './nodes.js';

export interface Node extends NodeId {
  readonly hash: Hash;
}

export interface Grown {
  /** The complete subtrees that are new, each after those it is made of. */
  readonly nodes: readonly Node[];
  readonly frontier: readonly Hash[];
}

/** Adds entries to a tree of `size`, of which the frontier is all that is needed. */
export function appendLeaves(size: number, frontier: readonly Hash[], leaves: readonly Hash[]): Grown {
  const stack = [...frontier];
  const nodes: Node[] = [];
  for (const [offset, leaf] of leaves.entries()) {
    let [level, index, hash] = [0, size + offset, leaf];
    nodes.push({ level, index, hash });
    while (index % 2 === 1) {
      const left = stack.pop();
      if (left === undefined) throw new Error(`the frontier of a tree of ${size} entries lacks a node`);
      [level, index, hash] = [level + 1, (index - 1) / 2, nodeHash(left, hash)];
      nodes.push({ level, index, hash });
    }
    stack.push(hash);
  }
  return { nodes, frontier: stack };
}
