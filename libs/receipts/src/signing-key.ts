import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

import { z } from 'zod';

/** A public Ed25519 key as it stands in a JWKS (RFC 8037). */
export const publicJwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'an Ed25519 key has 32 bytes'),
  kid: z.string(),
  alg: z.literal('EdDSA').optional(),
  use: z.literal('sig').optional(),
  /** Seconds since the epoch: nothing signed later counts, what was signed before still does (a retired key). */
  exp: z.int().positive().optional(),
});
export type PublicJwk = z.infer<typeof publicJwk>;
export const jwks = z.object({ keys: z.array(publicJwk) });
export type Jwks = z.infer<typeof jwks>;

/** Signs; its public half is published under `kid`, the key's own thumbprint, so a name never means two keys. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicJwk: PublicJwk;
}

/** Thumbprint of RFC 7638. */
export const thumbprint = ({ crv, kty, x }: Pick<PublicJwk, 'crv' | 'kty' | 'x'>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

/** @throws Error where the text is no PKCS 8 Ed25519 key in PEM */
export function readSigningKey(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the signing key must be an Ed25519 key');
  const open = z
    .object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() })
    .parse(createPublicKey(privateKey).export({ format: 'jwk' }));
  const kid = thumbprint(open);
  return { kid, privateKey, publicJwk: { ...open, kid, alg: 'EdDSA', use: 'sig' } };
}
