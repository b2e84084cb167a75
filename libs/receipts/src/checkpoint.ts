import { checkpoint, type Checkpoint } from '@accord/contracts/checkpoint';

import { signJws, verifyJws } from './jws.js';
import type { KeySet } from './key-set.js';
import type { SigningKey } from './signing-key.js';

export const CHECKPOINT_TYPE = 'accord-checkpoint+jwt';

/** Signs the root of the ledger's tree: what is under it can never be changed, removed or reordered without being seen. */
export const issueCheckpoint = (key: SigningKey, claims: Checkpoint): string =>
  signJws(key, CHECKPOINT_TYPE, checkpoint.parse(claims));

/** @throws BadToken */
export const verifyCheckpoint = (token: string, keys: KeySet): Checkpoint =>
  verifyJws(token, keys, { typ: CHECKPOINT_TYPE, claims: checkpoint });
