import { randomBytes } from 'node:crypto';

import { sealedContact } from '@accord/contracts/sealed-offer';

import { keyedHash } from './keyed-hash.js';
import { CannotUnseal, sealContact, unsealContact } from './sealed-contact.js';

const key = { keyId: 'offer-1', key: randomBytes(32) };
const owner = { offerId: '01900000-0000-7000-8000-000000000001', revision: 3 };
const contact = { email: 'rh@exemple.example', phone: '+33 1 00 00 00 00', contactName: 'Zoé Été' };
const sealed = sealContact(contact, key, owner);

describe('a sealed contact', () => {
  it('opens with its key for its revision', () => expect(unsealContact(sealed, key.key, owner)).toEqual(contact));
  it('is what the contract says', () => expect(sealedContact.parse(sealed)).toEqual(sealed));
  it('shows nothing of what is in it', () => {
    const bytes = Buffer.from(sealed.box, 'base64url').toString('latin1');
    for (const part of ['exemple', '+33', 'Zo']) expect(bytes).not.toContain(part);
  });
  it('is another box each time', () => expect(sealContact(contact, key, owner).box).not.toBe(sealed.box));

  it.each([
    ['another key', () => unsealContact(sealed, randomBytes(32), owner)],
    ['another revision', () => unsealContact(sealed, key.key, { ...owner, revision: 4 })],
    ['another offer', () => unsealContact(sealed, key.key, { ...owner, offerId: owner.offerId.replace(/1$/, '2') })],
    ['a box cut short', () => unsealContact({ ...sealed, box: sealed.box.slice(0, 20) }, key.key, owner)],
    ['an empty box', () => unsealContact({ ...sealed, box: '' }, key.key, owner)],
  ])('does not open with %s', (_what, open) => expect(open).toThrow(CannotUnseal));

  it('does not open once a bit of it is another', () => {
    const box = Buffer.from(sealed.box, 'base64url');
    for (let at = 0; at < box.length; at += 1) {
      const changed = Buffer.from(box);
      changed.writeUInt8(box.readUInt8(at) ^ 1, at);
      expect(() => unsealContact({ ...sealed, box: changed.toString('base64url') }, key.key, owner)).toThrow(
        CannotUnseal,
      );
    }
  });
});

describe('a keyed hash', () => {
  it('is the same for the same person and another for another', () => {
    expect(keyedHash(key.key, 'a')).toBe(keyedHash(key.key, 'a'));
    expect(keyedHash(key.key, 'a')).not.toBe(keyedHash(key.key, 'b'));
  });
  it('cannot be tried without the key', () =>
    expect(keyedHash(randomBytes(32), 'a')).not.toBe(keyedHash(key.key, 'a')));
});
