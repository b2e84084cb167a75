import { Secret } from '@accord/service/secret';

import { ContactVault } from './contact-vault.js';

const vaultOf = (byte: number) => new ContactVault(new Secret(Buffer.alloc(32, byte).toString('base64')));
const offer = '018f0000-0000-7000-8000-000000000001';

describe('the contact vault', () => {
  const vault = vaultOf(1);
  const key = vault.newKey();

  it('opens what it closed, for that offer', () => expect(vault.unwrap(offer, vault.wrap(offer, key))).toEqual(key));
  it('opens nothing for another offer', () =>
    expect(() => vault.unwrap('018f0000-0000-7000-8000-000000000002', vault.wrap(offer, key))).toThrow());
  it('opens nothing under another vault key', () =>
    expect(() => vaultOf(2).unwrap(offer, vault.wrap(offer, key))).toThrow());
  it('finds every changed byte', () => {
    const wrapped = vault.wrap(offer, key);
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.unwrap(offer, changed)).toThrow();
    }
  });
  it('never closes the same key alike', () => expect(vault.wrap(offer, key)).not.toEqual(vault.wrap(offer, key)));
  it('digests alike under one key only', () => {
    expect(vault.digest('a')).toEqual(vault.digest('a'));
    expect(vault.digest('a')).not.toEqual(vault.digest('b'));
    expect(vault.digest('a')).not.toEqual(vaultOf(2).digest('a'));
  });
});
