import { createPrivateKey } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { services } from '../services.ts';
import { temporaryFolder } from '../test/fixtures/folder.ts';
import { Secrets } from './secrets.ts';

const folder = temporaryFolder();
const path = join(folder, 'secrets.json');

describe('the secrets of a system', () => {
  it('are the same at the next start', () => {
    const first = new Secrets(path);
    first.prepare(services);
    const next = new Secrets(path);
    for (const read of [
      (s: Secrets) => s.database(),
      (s: Secrets) => s.serviceToken('consent'),
      (s: Secrets) => s.named('CONTACT_VAULT_KEY'),
      (s: Secrets) => s.role('intake_app'),
    ]) {
      expect(read(next)).toBe(read(first));
    }
  });

  it('are for their owner’s eyes only', () => expect(statSync(path).mode & 0o777).toBe(0o600));

  it('differ from one another', () => {
    const secrets = new Secrets(join(folder, 'differ.json'));
    expect(secrets.serviceToken('intake')).not.toBe(secrets.serviceToken('consent'));
    expect(secrets.role('intake_app')).not.toBe(secrets.role('intake_owner'));
  });

  it('are what their readers expect: 32 bytes in base64, an Ed25519 key in PEM', () => {
    const secrets = new Secrets(join(folder, 'kinds.json'));
    expect(Buffer.from(secrets.named('ENDPOINT_SECRETS_KEY'), 'base64')).toHaveLength(32);
    expect(createPrivateKey(secrets.named('CONSENT_SIGNING_KEY')).asymmetricKeyType).toBe('ed25519');
  });

  it('are complete once prepared: another process that reads them makes none', () => {
    const prepared = join(folder, 'prepared.json');
    new Secrets(prepared).prepare(services);
    const before = statSync(prepared).mtimeMs;
    new Secrets(prepared).prepare(services);
    expect(statSync(prepared).mtimeMs).toBe(before);
  });
});
