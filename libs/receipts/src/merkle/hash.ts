import { createHash } from 'node:crypto';

/** SHA-256, as the log's tree uses it. */
export type Hash = Buffer;

/** What keeps a leaf from being taken for a node, and the other way round (RFC 9162 §2.1.1). */
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (entry: Uint8Array): Hash => createHash('sha256').update(LEAF).update(entry).digest();

export const nodeHash = (left: Hash, right: Hash): Hash =>
  createHash('sha256').update(NODE).update(left).update(right).digest();

/** The root of the tree without entries: SHA-256 of nothing. */
export const emptyRoot = (): Hash => createHash('sha256').digest();
