import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { Webhook } from 'standardwebhooks';

import { verifyWebhook, webhookPublicKey, WebhookSigner } from './webhook-signature.js';

const secret = () => `whsec_${randomBytes(32).toString('base64')}`;
const pem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const now = new Date();
const message = { id: 'msg_1', timestamp: Math.floor(now.getTime() / 1_000), body: '{"title":"Boulangère €"}' };
const [oldSecret, newSecret, oldPem, newPem] = [secret(), secret(), pem(), pem()];
const headers = (signature: string) => ({
  'webhook-id': message.id,
  'webhook-timestamp': String(message.timestamp),
  'webhook-signature': signature,
});

describe('a webhook signed with HMAC', () => {
  const signature = new WebhookSigner([
    { kind: 'hmac', key: oldSecret },
    { kind: 'hmac', key: newSecret },
  ]).sign(message);

  it.each([oldSecret, newSecret])(
    'is verified by the standardwebhooks package, with the old secret and the new',
    (key) => expect(new Webhook(key).verify(message.body, headers(signature))).toEqual({ title: 'Boulangère €' }),
  );
  it('is signed as the standardwebhooks package signs', () =>
    expect(new WebhookSigner([{ kind: 'hmac', key: oldSecret }]).sign(message)).toBe(
      new Webhook(oldSecret).sign(message.id, now, message.body),
    ));
  it('is not verified with another secret', () =>
    expect(() => new Webhook(secret()).verify(message.body, headers(signature))).toThrow());
});

describe('verifying a webhook', () => {
  const signature = new WebhookSigner([
    { kind: 'hmac', key: oldSecret },
    { kind: 'ed25519', key: oldPem },
    { kind: 'ed25519', key: newPem },
  ]).sign(message);
  const check = (change: Partial<Parameters<typeof verifyWebhook>[0]> = {}) =>
    verifyWebhook({ message, signature, keys: [oldSecret], now, ...change });

  it('accepts any key in force', () => {
    expect(check()).toBe(true);
    expect(check({ keys: [webhookPublicKey(oldPem)] })).toBe(true);
    expect(check({ keys: [secret(), webhookPublicKey(newPem)] })).toBe(true);
  });
  it('refuses other keys', () => expect(check({ keys: [secret(), webhookPublicKey(pem())] })).toBe(false));
  it('refuses another body, id or time', () => {
    for (const change of [{ body: '{}' }, { id: 'msg_2' }, { timestamp: message.timestamp + 1 }]) {
      for (const key of [oldSecret, webhookPublicKey(oldPem)])
        expect(check({ message: { ...message, ...change }, keys: [key] })).toBe(false);
    }
  });
  it('refuses what is old or of the future', () => {
    expect(check({ now: new Date(now.getTime() + 301_000) })).toBe(false);
    expect(check({ now: new Date(now.getTime() - 301_000) })).toBe(false);
  });
  it('never takes an HMAC made with a public key for a signature by it', () => {
    const key = webhookPublicKey(oldPem);
    const forged = new WebhookSigner([{ kind: 'hmac', key: key.slice(5) }]).sign(message);
    expect(check({ keys: [key], signature: forged })).toBe(false);
  });
  it('refuses an empty signature', () => expect(check({ signature: '' })).toBe(false));
});

it.each([
  ['no secret', []],
  ['an empty secret', [{ kind: 'hmac' as const, key: 'whsec_' }]],
  ['a text that is no key', [{ kind: 'ed25519' as const, key: 'x' }]],
])('nothing is signed with %s', (_what, secrets) => expect(() => new WebhookSigner(secrets)).toThrow());
