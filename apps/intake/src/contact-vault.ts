import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

import { Secret } from '@accord/service/secret';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * What CONTACT_VAULT_KEY protects: each offer's own key at rest (AES-256-GCM, bound to the offer's id), and digests of what
 * employers send, which hold contacts and must not be guessable from outside.
 */
export class ContactVault {
  readonly #wrapping: KeyObject;
  readonly #digesting: KeyObject;

  constructor(key: Secret) {
    const master = Buffer.from(key.reveal(), 'base64');
    this.#wrapping = derived(master, 'accord intake contact keys');
    this.#digesting = derived(master, 'accord intake digests');
  }

  newKey(): Buffer {
    return randomBytes(32);
  }

  wrap(offerId: string, key: Buffer): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#wrapping, iv).setAAD(Buffer.from(offerId));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error where it was wrapped for another offer, or under another vault key */
  unwrap(offerId: string, wrapped: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#wrapping, wrapped.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(offerId)).setAuthTag(wrapped.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(wrapped.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  /** The same text, the same digest; nobody without the key can tell which text. */
  digest(text: string): Buffer {
    return createHmac('sha256', this.#digesting).update(text).digest();
  }
}

const derivedBytes = (master: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, 32));

/** As a key object: making one anew for each use costs more than the use. */
const derived = (master: Buffer, purpose: string): KeyObject => createSecretKey(derivedBytes(master, purpose));

/** Another key of the same master, in base64: neither tells anything of the other. */
export const derivedSecret = (master: Secret, purpose: string): Secret =>
  new Secret(derivedBytes(Buffer.from(master.reveal(), 'base64'), purpose).toString('base64'));
