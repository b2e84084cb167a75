import { createCipheriv, createDecipheriv, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';

import type { Secret } from './secret.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that was just made. What its receiver needs of it is shown once and never again. */
export interface NewSecret {
  readonly kind: 'hmac' | 'ed25519';
  /** What signs: `whsec_…`, or a private key, PKCS 8 in PEM. */
  readonly signing: string;
  /** What the receiver keeps: the same `whsec_…`, or the public key, SPKI in PEM. */
  readonly verifying: string;
}

export function newSecret(kind: NewSecret['kind']): NewSecret {
  if (kind === 'hmac') {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    return { kind, signing: secret, verifying: secret };
  }
  const signing = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { kind, signing, verifying: createPublicKey(signing).export({ type: 'spki', format: 'pem' }).toString() };
}

/** Endpoints' secrets at rest: AES-256-GCM under the service's key (32 bytes in base64), each bound to its endpoint. */
export class SecretVault {
  readonly #key: Buffer;

  constructor(key: Secret) {
    this.#key = Buffer.from(key.reveal(), 'base64');
  }

  seal(endpoint: string, secret: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(Buffer.from(endpoint));
    return Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error where it was sealed for another endpoint, or under another key */
  unseal(endpoint: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(endpoint)).setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  }
}
