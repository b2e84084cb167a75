import { createHash, randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { appendLeaves } from './append.js';
import { emptyRoot, type Hash, leafHash } from './hash.js';
import { foldNodes, nodesOf, type Range } from './nodes.js';
import { consistencyRanges, inclusionRanges } from './proof-ranges.js';
import { BadProof, verifyConsistency, verifyInclusion } from './verify.js';

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();

/** The definitions of RFC 9162 §2.1.1, §2.1.3.1 and §2.1.4.1, word by word: MTH, PATH and PROOF over whole lists. */
const mth = (d: readonly Buffer[]): Buffer => {
  const [only] = d;
  if (only === undefined) return sha256();
  if (d.length === 1) return sha256(Buffer.of(0), only);
  const k = largestPowerBelow(d.length);
  return sha256(Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k)));
};
const path = (m: number, d: readonly Buffer[]): Buffer[] => {
  if (d.length === 1) return [];
  const k = largestPowerBelow(d.length);
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))];
};
const subproof = (m: number, d: readonly Buffer[], whole: boolean): Buffer[] => {
  if (m === d.length) return whole ? [] : [mth(d)];
  const k = largestPowerBelow(d.length);
  return m <= k
    ? [...subproof(m, d.slice(0, k), whole), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))];
};
const largestPowerBelow = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** The log as it is kept: complete subtrees by their place. */
class Kept {
  private readonly nodes = new Map<string, Hash>();
  private frontier: readonly Hash[] = [];
  size = 0;

  append(entries: readonly Buffer[]): void {
    const grown = appendLeaves(this.size, this.frontier, entries.map(leafHash));
    for (const { level, index, hash } of grown.nodes) {
      expect(this.nodes.has(`${level}/${index}`)).toBe(false);
      this.nodes.set(`${level}/${index}`, hash);
    }
    this.frontier = grown.frontier;
    this.size += entries.length;
  }

  hashOf(range: Range): Hash {
    return foldNodes(nodesOf(range).map(({ level, index }) => this.nodes.get(`${level}/${index}`) ?? emptyRoot()));
  }

  get root(): Hash {
    return foldNodes(this.frontier);
  }
}

const entries = Array.from({ length: 140 }, (_one, at) => Buffer.from(`entry ${at}`));
const keptOf = (size: number): Kept => {
  const kept = new Kept();
  kept.append(entries.slice(0, size));
  return kept;
};
const sizes = fc.integer({ min: 1, max: entries.length });
/** A flipped bit somewhere in a list of hashes. */
const flipped = (hashes: readonly Hash[], bit: number): Hash[] => {
  const at = bit % (hashes.length * 256);
  return hashes.map((hash, nr) => {
    if (nr !== Math.floor(at / 256)) return hash;
    const changed = Buffer.from(hash);
    const byte = Math.floor((at % 256) / 8);
    changed[byte] = (changed[byte] ?? 0) ^ (1 << (at % 8));
    return changed;
  });
};

describe('the tree', () => {
  it('has the roots that Certificate Transparency publishes for its test entries', () => {
    const hexes = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const kept = new Kept();
    expect(kept.root.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    kept.append(hexes.slice(0, 1).map((hex) => Buffer.from(hex, 'hex')));
    expect(kept.root.toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    kept.append(hexes.slice(1).map((hex) => Buffer.from(hex, 'hex')));
    expect(kept.root.toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('grows in any portions to the root of the definition', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 4 }), (portions) => {
        const kept = new Kept();
        for (const portion of portions) kept.append(entries.slice(kept.size, kept.size + portion));
        expect(kept.root).toEqual(mth(entries.slice(0, kept.size)));
        expect(kept.hashOf({ from: 0, to: kept.size })).toEqual(kept.root);
      }),
    ));
});

describe('an inclusion proof', () => {
  const cases = fc.tuple(sizes, fc.nat()).map(([size, seed]) => ({ size, index: seed % size }));

  it('is the one of the definition, and verifies', () =>
    fc.assert(
      fc.property(cases, ({ size, index }) => {
        const kept = keptOf(size);
        const proof = inclusionRanges(index, size).map((range) => kept.hashOf(range));
        expect(proof).toEqual(path(index, entries.slice(0, size)));
        const leaf = leafHash(entries[index] ?? randomBytes(1));
        verifyInclusion({ index, leaf }, proof, { size, root: kept.root });
      }),
    ));

  it('proves no other entry, place, tree or path', () =>
    fc.assert(
      fc.property(cases, fc.nat(), ({ size, index }, bit) => {
        const kept = keptOf(size);
        const proof = inclusionRanges(index, size).map((range) => kept.hashOf(range));
        const head = { size, root: kept.root };
        const entry = { index, leaf: leafHash(entries[index] ?? randomBytes(1)) };
        const wrong: (() => void)[] = [
          () => verifyInclusion({ ...entry, leaf: leafHash(randomBytes(4)) }, proof, head),
          () => verifyInclusion({ ...entry, index: size }, proof, head),
          () => verifyInclusion(entry, proof, { size, root: randomBytes(32) }),
          () => verifyInclusion(entry, [...proof, randomBytes(32)], head),
        ];
        if (proof.length > 0) {
          wrong.push(
            () => verifyInclusion(entry, flipped(proof, bit), head),
            () => verifyInclusion(entry, proof.slice(1), head),
            () => verifyInclusion({ ...entry, index: (index + 1) % size }, proof, head),
          );
        }
        for (const one of wrong) expect(one).toThrow(BadProof);
      }),
    ));
});

describe('a consistency proof', () => {
  const cases = fc.tuple(sizes, fc.nat()).map(([size, seed]) => ({ size, earlier: seed % (size + 1) }));
  const proofOf = (kept: Kept, earlier: number): Hash[] =>
    consistencyRanges(earlier, kept.size).map((range) => kept.hashOf(range));

  it('is the one of the definition, and verifies', () =>
    fc.assert(
      fc.property(cases, ({ size, earlier }) => {
        const kept = keptOf(size);
        const proof = proofOf(kept, earlier);
        expect(proof).toEqual(earlier === 0 ? [] : subproof(earlier, entries.slice(0, size), true));
        verifyConsistency({ size: earlier, root: keptOf(earlier).root }, { size, root: kept.root }, proof);
      }),
    ));

  it('does not count for a tree whose entries were changed, reordered or cut, nor with another hash', () =>
    fc.assert(
      fc.property(cases, fc.nat(), ({ size, earlier }, bit) => {
        fc.pre(earlier > 0);
        const kept = keptOf(size);
        const proof = proofOf(kept, earlier);
        const [first, second] = [
          { size: earlier, root: keptOf(earlier).root },
          { size, root: kept.root },
        ];
        const wrong: (() => void)[] = [
          () => verifyConsistency({ ...first, root: randomBytes(32) }, second, proof),
          () => verifyConsistency(first, { ...second, root: randomBytes(32) }, proof),
          () => verifyConsistency(first, second, [...proof, randomBytes(32)]),
          () => verifyConsistency({ ...first, size: size + 1 }, second, proof),
        ];
        if (proof.length > 0) {
          const fork = new Kept();
          fork.append([Buffer.from('another'), ...entries.slice(1, size)]);
          wrong.push(
            () => verifyConsistency(first, second, flipped(proof, bit)),
            () => verifyConsistency(first, second, proof.slice(0, -1)),
            () => verifyConsistency(first, { size, root: fork.root }, proofOf(fork, earlier)),
          );
        }
        for (const one of wrong) expect(one).toThrow(BadProof);
      }),
    ));
});
