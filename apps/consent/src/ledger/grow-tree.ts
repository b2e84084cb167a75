import { issueCheckpoint } from '@accord/receipts/checkpoint';
import { entryHash, type HashedEntry } from '@accord/receipts/ledger-entry';
import { appendLeaves } from '@accord/receipts/merkle/append';
import { foldNodes, nodesOf } from '@accord/receipts/merkle/nodes';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

import { clockOf } from '../decide/decision.store.js';
import { Keys } from '../keys.js';
import { Loops } from '../loops.js';
import { readState } from '../state/consent-state.js';
import { Door } from '../state/door.js';
import { insertCheckpoint, insertNodes, readNext, readNodes, readTreeSize } from './tree.store.js';

const AT_ONCE = 500;
/** A checkpoint a second at most, while there are new entries. */
const EVERY_MS = 1_000;

/**
 * Lets the Merkle tree follow the ledger's entries and signs its root. It goes on from where the last checkpoint is, so a
 * ledger from before the tree, a restored database and a running service are the same work; and two instances at once make the
 * same nodes. What is signed was acknowledged by the topic: no restore can take it back, so no checkpoint ever contradicts another.
 */
@Injectable()
export class GrowTree {
  constructor(
    private readonly db: DataSource,
    private readonly door: Door,
    private readonly keys: Keys,
    loops: Loops,
  ) {
    loops.add('ledger.tree', EVERY_MS, () => this.execute(), 'at-intervals');
  }

  /** Takes in at most 500 entries; answers whether there may be more. */
  async execute(): Promise<boolean> {
    if (this.door.isShut) return false;
    const grown = await this.db.transaction('READ COMMITTED', async (tx) => {
      const { door } = await this.door.check(() => readState(tx));
      return door === 'open' ? this.grow(tx) : 0;
    });
    return grown === AT_ONCE;
  }

  /** Answers by how many entries. */
  private async grow(tx: EntityManager): Promise<number> {
    const size = await readTreeSize(tx);
    const entries = followingOn(size, await readNext(tx, size, AT_ONCE));
    if (entries.length === 0) return 0;
    const before = await readNodes(tx, nodesOf({ from: 0, to: size }));
    const { nodes, frontier } = appendLeaves(size, before, entries.map(entryHash));
    const [treeSize, root, now] = [size + entries.length, foldNodes(frontier), await clockOf(tx)];
    const at = new Date(Math.floor(now.getTime() / 1_000) * 1_000);
    const signed = issueCheckpoint(this.keys.signing, {
      iss: this.keys.issuer,
      iat: at.getTime() / 1_000,
      treeSize,
      rootHash: root.toString('hex'),
    });
    await insertNodes(tx, nodes);
    await insertCheckpoint(tx, { treeSize, root, at, signed });
    return entries.length;
  }
}

/**
 * Those that the tree may take in now: up to the first one that the topic has not acknowledged.
 * @throws Error where a number is missing
 */
function followingOn<E extends HashedEntry & { readonly unsent: boolean }>(size: number, entries: readonly E[]): E[] {
  const firstUnsent = entries.findIndex(({ unsent }) => unsent);
  const sent = firstUnsent === -1 ? [...entries] : entries.slice(0, firstUnsent);
  const gap = sent.findIndex(({ number }, at) => number !== size + at);
  if (gap !== -1)
    throw new Error(`the ledger lacks entry ${size + gap}: no checkpoint is signed until it is there again`);
  return sent;
}
