import { type Hash, nodeHash } from './hash.js';

/** The proof does not prove it; says what and where. */
export class BadProof extends Error {
  override readonly name = 'BadProof';
}

export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

/** An entry by its number and its leaf's hash. */
export interface ProvedEntry {
  readonly index: number;
  readonly leaf: Hash;
}

/**
 * That the entry is in the tree (RFC 9162 §2.1.3.2).
 * @throws BadProof
 */
export function verifyInclusion({ index, leaf }: ProvedEntry, path: readonly Hash[], { size, root }: TreeHead): void {
  if (index >= size) throw new BadProof(`entry ${index} is not among the ${size} entries of the checkpoint`);
  let [node, last, hash] = [index, size - 1, leaf];
  for (const [at, step] of path.entries()) {
    if (last === 0) throw new BadProof(`hash ${at + 1} of the path is one too many for entry ${index} of ${size}`);
    const fromLeft = node % 2 === 1 || node === last;
    hash = fromLeft ? nodeHash(step, hash) : nodeHash(hash, step);
    if (fromLeft) [node, last] = risen(node, last);
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw new BadProof(`the path of entry ${index} of ${size} ends after ${path.length} hashes: too few`);
  if (!hash.equals(root))
    throw new BadProof(`entry ${index} and its path give the root ${hex(hash)}, the checkpoint says ${hex(root)}`);
}

/**
 * That the later tree begins with the earlier one: nothing was changed, removed or put between (RFC 9162 §2.1.4.2).
 * @throws BadProof
 */
export function verifyConsistency(earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): void {
  const between = `between ${earlier.size} and ${later.size} entries`;
  if (earlier.size > later.size) throw new BadProof(`the first checkpoint is the later one: ${between}`);
  if (earlier.size === later.size && !earlier.root.equals(later.root))
    throw new BadProof(`two checkpoints of ${later.size} entries have different roots: the log was forked`);
  if (earlier.size === 0 || earlier.size === later.size) {
    if (proof.length > 0) throw new BadProof(`no hash is needed ${between}, ${proof.length} are there`);
    return;
  }
  const { first, second } = rootsOf(earlier, later, proof);
  assertRoot('earlier', first, earlier);
  assertRoot('later', second, later);
}

function rootsOf(earlier: TreeHead, later: TreeHead, proof: readonly Hash[]): { first: Hash; second: Hash } {
  const path = isPowerOfTwo(earlier.size) ? [earlier.root, ...proof] : proof;
  const [start, ...steps] = path;
  if (start === undefined || proof.length === 0) throw new BadProof('the proof of consistency is empty');
  let [node, last] = [earlier.size - 1, later.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [first, second] = [start, start];
  for (const [at, step] of steps.entries()) {
    if (last === 0) throw new BadProof(`hash ${proof.length - steps.length + at + 1} of the proof is one too many`);
    if (node % 2 === 1 || node === last) {
      [first, second] = [nodeHash(step, first), nodeHash(step, second)];
      [node, last] = risen(node, last);
    } else second = nodeHash(second, step);
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw new BadProof(`the proof of consistency ends after ${proof.length} hashes: too few`);
  return { first, second };
}

function assertRoot(which: string, found: Hash, { size, root }: TreeHead): void {
  if (found.equals(root)) return;
  throw new BadProof(
    `the proof gives the root ${hex(found)} for the ${which} tree of ${size} entries, its checkpoint says ${hex(root)}`,
  );
}

/** Up to where a node is a right child, or there is no more to the left. */
function risen(node: number, last: number): [node: number, last: number] {
  while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
  return [node, last];
}

const half = (n: number): number => Math.floor(n / 2);
const isPowerOfTwo = (n: number): boolean => Number.isInteger(Math.log2(n));
const hex = (hash: Hash): string => hash.toString('hex');
