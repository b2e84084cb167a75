import { canonicalJson } from './digest.js';
import { type Hash, leafHash } from './merkle/hash.js';

/** An entry of `consent.ledger` as it was read, whatever its leaf tells: hashed is what stands there. */
export interface HashedEntry {
  readonly number: number;
  readonly at: string;
  readonly epoch: number;
  readonly leaf: unknown;
}

/** An entry as a leaf of the ledger's tree: its JCS form, the same from the topic, from the database and from a file. */
export const entryHash = ({ number, at, epoch, leaf }: HashedEntry): Hash =>
  leafHash(Buffer.from(canonicalJson({ number, at, epoch, leaf })));
