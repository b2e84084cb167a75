import { z } from 'zod';

import { sha256 } from './primitives.js';

/** What a signed checkpoint of the ledger says: so many entries, and the one hash that stands for all of them. */
export const checkpoint = z
  .object({
    /** Whose ledger: consent's public address. */
    iss: z.string(),
    /** When it was signed, in seconds since the epoch. */
    iat: z.int(),
    /** How many entries it is over: those numbered 0 to treeSize − 1. */
    treeSize: z.int().positive(),
    /** Root of their Merkle tree (RFC 9162 §2.1.1); a leaf is the JCS form of an entry as it stands on `consent.ledger`. */
    rootHash: sha256,
  })
  .meta({ title: 'LedgerCheckpoint' });
export type Checkpoint = z.infer<typeof checkpoint>;
