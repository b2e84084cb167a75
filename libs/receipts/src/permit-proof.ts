import { permitProof, type PermitProof } from '@accord/contracts/internal/permits';

import { BadToken, signJws, verifyJws } from './jws.js';
import type { KeySet } from './key-set.js';
import type { SigningKey } from './signing-key.js';

const TYPE = 'accord-permit+jwt';

/** The partner's evidence that it may show an offer: made once per posting version, sent with the broadcast as `accord-permit`. */
export const issuePermitProof = (key: SigningKey, claims: PermitProof): string => signJws(key, TYPE, claims);

/** What the proof must be about; what is left out is not compared. */
export type ExpectedProof = Partial<
  Pick<PermitProof, 'iss' | 'aud' | 'sub' | 'revision' | 'digest' | 'version' | 'agreement'>
>;

/**
 * Verifies offline: the issuer's published keys are all it takes.
 * @throws BadToken, naming the claim that is not as expected
 */
export function verifyPermitProof(token: string, keys: KeySet, expected: ExpectedProof = {}): PermitProof {
  const claims = verifyJws(token, keys, { typ: TYPE, claims: permitProof });
  const known: Readonly<Record<string, unknown>> = claims;
  for (const [name, value] of Object.entries(expected)) {
    if (known[name] !== value) throw new BadToken('wrong-claims', `the proof is about another ${name}`);
  }
  return claims;
}
