import { randomBytes } from 'node:crypto';

import { Secret } from './secret.js';
import { newSecret, SecretVault } from './secret-vault.js';

const vault = () => new SecretVault(new Secret(randomBytes(32).toString('base64')));

describe('the vault of endpoint secrets', () => {
  const one = vault();
  const { signing } = newSecret('hmac');
  const sealed = one.seal('endpoint-1', signing);

  it('gives a secret back', () => expect(one.unseal('endpoint-1', sealed)).toBe(signing));
  it('shows nothing of it', () => expect(sealed.toString('latin1')).not.toContain(signing.slice(6, 20)));
  it('opens for no other endpoint', () => expect(() => one.unseal('endpoint-2', sealed)).toThrow());
  it('opens with no other key', () => expect(() => vault().unseal('endpoint-1', sealed)).toThrow());
  it('makes no secret twice', () => expect(newSecret('hmac').signing).not.toBe(newSecret('hmac').signing));
  it('lets only the public half of an Ed25519 key out', () => {
    const pair = newSecret('ed25519');
    expect(pair.signing).toContain('PRIVATE');
    expect(pair.verifying).not.toContain('PRIVATE');
  });
});
