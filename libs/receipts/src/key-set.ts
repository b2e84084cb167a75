import { createPublicKey, type KeyObject } from 'node:crypto';

import { jwks, type Jwks, type PublicJwk, type SigningKey, thumbprint } from './signing-key.js';

/** A public key to verify with. */
export interface VerificationKey {
  readonly key: KeyObject;
  /** Nothing signed later counts; absent while the key is in use. */
  readonly retiredAt?: Date;
}

/** Public keys by their thumbprint: the present one and those of earlier times, so that old receipts stay verifiable. */
export class KeySet {
  private readonly keys = new Map<string, VerificationKey>();

  private constructor(private readonly published: readonly PublicJwk[]) {
    for (const jwk of published) {
      if (jwk.kid !== thumbprint(jwk)) throw new Error(`key ${jwk.kid} is not named by its thumbprint`);
      const key = createPublicKey({ key: { kty: jwk.kty, crv: jwk.crv, x: jwk.x }, format: 'jwk' });
      this.keys.set(jwk.kid, { key, ...(jwk.exp !== undefined && { retiredAt: new Date(jwk.exp * 1_000) }) });
    }
  }

  /**
   * A document of `/.well-known/jwks.json`.
   * @throws ZodError where it is not one, Error where a key does not have its thumbprint as name
   */
  static fromJwks(document: unknown): KeySet {
    return new KeySet(jwks.parse(document).keys);
  }

  /** The keys a signer publishes: its own, and those it used before. */
  static of(signer: SigningKey, earlier: readonly PublicJwk[] = []): KeySet {
    return new KeySet([signer.publicJwk, ...earlier.filter(({ kid }) => kid !== signer.kid)]);
  }

  get(kid: string): VerificationKey | undefined {
    return this.keys.get(kid);
  }

  toJwks(): Jwks {
    return { keys: [...this.published] };
  }
}
