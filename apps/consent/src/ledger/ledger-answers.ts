import { instant, sha256 } from '@accord/contracts/primitives';
import { z } from 'zod';

/** The ledger at one moment: so many entries, and the one hash that stands for all of them. */
export const checkpointView = z.object({
  treeSize: z.int().positive(),
  rootHash: sha256,
  at: instant,
  /** The same as a JWS; verifies offline with the keys of /.well-known/jwks.json. */
  signed: z.string(),
});
