import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

import { openContact, type OpenContact, type SealedContact } from '@accord/contracts/sealed-offer';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The revision a box belongs to: it opens for no other. */
export interface BoxOwner {
  readonly offerId: string;
  readonly revision: number;
}

/** The offer's key, 32 bytes, and the name it is asked for by. */
export interface ContactKey {
  readonly keyId: string;
  readonly key: Uint8Array;
}

/** The box could not be opened: another key, another revision, or it was changed. */
export class CannotUnseal extends Error {
  constructor(options?: ErrorOptions) {
    super('the contact cannot be opened with this key for this revision', options);
    this.name = 'CannotUnseal';
  }
}

/** Sealed once a revision, by intake, and never again: two boxes of one text would tell that they are the same. */
export function sealContact(contact: OpenContact, { keyId, key }: ContactKey, owner: BoxOwner): SealedContact {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(associated(owner));
  const text = JSON.stringify(openContact.parse(contact));
  const box = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { keyId, box: box.toString('base64url') };
}

/** @throws CannotUnseal */
export function unsealContact(sealed: SealedContact, key: Uint8Array, owner: BoxOwner): OpenContact {
  try {
    const box = Buffer.from(sealed.box, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, key, box.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(owner)).setAuthTag(box.subarray(-TAG_BYTES));
    const text = Buffer.concat([decipher.update(box.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    return openContact.parse(JSON.parse(text.toString('utf8')));
  } catch (cause) {
    throw new CannotUnseal({ cause });
  }
}

const associated = ({ offerId, revision }: BoxOwner): Buffer => Buffer.from(`${offerId}:${revision}`);
