import { generateKeyPairSync } from 'node:crypto';

import type { PermitProof } from '@accord/contracts/internal/permits';
import { createLocalJWKSet, jwtVerify } from 'jose';

import { KeySet } from './key-set.js';
import { issuePermitProof, verifyPermitProof } from './permit-proof.js';
import { issueReceipt, type Receipt, verifyReceipt } from './receipt.js';
import { readSigningKey } from './signing-key.js';

const key = readSigningKey(
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
);
const keys = KeySet.of(key);
const claims: PermitProof = {
  iss: 'https://consent.example',
  aud: 'emploi-public',
  sub: '01900000-0000-7000-8000-000000000001',
  iat: 1_800_000_000,
  revision: 2,
  digest: 'a'.repeat(64),
  version: 4_294_967_297,
  agreement: '01900000-0000-7000-8000-000000000002',
  wording: 'b'.repeat(64),
};
const proof = issuePermitProof(key, claims);

describe('the proof of a permit', () => {
  it('is verified by jose as a JWT for its partner', async () => {
    const { payload } = await jwtVerify(proof, createLocalJWKSet(keys.toJwks()), {
      issuer: claims.iss,
      audience: 'emploi-public',
      typ: 'accord-permit+jwt',
      algorithms: ['EdDSA'],
    });
    expect(payload).toEqual(claims);
  });
  it('is verified offline', () =>
    expect(verifyPermitProof(proof, keys, { aud: 'emploi-public', revision: 2 })).toEqual(claims));
  it('for another partner does not count', () =>
    expect(() => verifyPermitProof(proof, keys, { aud: 'jobs-prive' })).toThrow(/another aud/));
  it('of another content does not count', () =>
    expect(() => verifyPermitProof(proof, keys, { digest: 'c'.repeat(64) })).toThrow(/another digest/));
  it('is no receipt', () => expect(() => verifyReceipt(proof, keys)).toThrow(/another type/));
});

describe('a receipt', () => {
  const stop: Receipt = {
    kind: 'stop',
    iss: claims.iss,
    iat: claims.iat,
    sub: claims.sub,
    because: 'agreement-withdrawn',
    scope: { holder: '000100016' },
    agreement: claims.agreement,
    effectiveAt: '2027-01-15T08:00:00.000Z',
  };

  it('says what was signed', () => expect(verifyReceipt(issueReceipt(key, stop), keys)).toEqual(stop));
  it('of the same deed is the same text', () => expect(issueReceipt(key, stop)).toBe(issueReceipt(key, stop)));
});
