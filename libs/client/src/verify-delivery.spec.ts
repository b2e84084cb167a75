import { generateKeyPairSync, randomBytes } from 'node:crypto';

import { employerEvent } from '@accord/contracts/employer-event';
import type { PermitProof } from '@accord/contracts/internal/permits';
import { KeySet } from '@accord/receipts/key-set';
import { issuePermitProof } from '@accord/receipts/permit-proof';
import { issueReceipt } from '@accord/receipts/receipt';
import { readSigningKey } from '@accord/receipts/signing-key';
import { type WebhookSecret, WebhookSigner, webhookPublicKey } from '@accord/receipts/webhook-signature';

import { BadDelivery, type Delivery, verifyDelivery } from './verify-delivery.js';
import { verifyStatement } from './verify-token.js';

const pair = generateKeyPairSync('ed25519');
const newPem = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const key = readSigningKey(newPem());
const keys = KeySet.of(key);
const secret = `whsec_${randomBytes(32).toString('base64')}`;
const at = 1_800_000_000;
const offerId = '01900000-0000-7000-8000-000000000001';

const claims: PermitProof = {
  iss: 'https://consent.example',
  aud: 'emploi-public',
  sub: offerId,
  iat: at,
  revision: 2,
  digest: 'a'.repeat(64),
  version: 7,
  agreement: '01900000-0000-7000-8000-000000000002',
  wording: 'b'.repeat(64),
};
const published = {
  type: 'offer.published',
  timestamp: '2027-01-15T08:00:00Z',
  data: { postingId: 'p', offerId, version: 7, format: 'canonical-json', offer: { revision: 2, title: 'Boulanger' } },
};
const removed = {
  type: 'offer.removed',
  timestamp: published.timestamp,
  data: { postingId: 'p', offerId, version: 8 },
};

function delivered(
  event: object | string,
  proof: string | null,
  by: WebhookSecret[] = [{ kind: 'hmac', key: secret }],
): Delivery {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const signature = new WebhookSigner(by).sign({ id: 'msg_1', timestamp: at, body });
  const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(at), 'webhook-signature': signature };
  return { body, headers: { ...headers, ...(proof !== null && { 'accord-permit': proof }) } };
}
const good = delivered(published, issuePermitProof(key, claims));
const trust = { secrets: [secret], keys, partner: 'emploi-public' };
const reasonOf = (delivery: Delivery, change: Partial<Parameters<typeof verifyDelivery>[1]> = {}): string => {
  try {
    verifyDelivery(delivery, { ...trust, ...change });
    return 'counts';
  } catch (error) {
    return error instanceof BadDelivery ? error.reason : String(error);
  }
};

describe('a delivery', () => {
  it('counts with its signature and its proof', () =>
    expect(verifyDelivery(good, trust)).toMatchObject({
      event: { type: 'offer.published' },
      proof: { agreement: claims.agreement },
      signedAt: new Date(at * 1_000),
    }));

  it('counts by a public key, in either form its owner may have it', () => {
    const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const signed = delivered(published, issuePermitProof(key, claims), [{ kind: 'ed25519', key: pem }]);
    const shown = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(reasonOf(signed, { secrets: [shown] })).toBe('counts');
    expect(reasonOf(signed, { secrets: [secret, webhookPublicKey(pem)] })).toBe('counts');
    expect(reasonOf(signed, { secrets: [webhookPublicKey(newPem())] })).toBe('bad-signature');
  });

  it('does not count once a character of it is another', () => {
    expect(reasonOf({ ...good, body: good.body.replace('Boulanger', 'Boucher') })).toBe('bad-signature');
    for (const name of ['webhook-id', 'webhook-timestamp'])
      expect(reasonOf({ ...good, headers: { ...good.headers, [name]: '1' } })).toBe('bad-signature');
  });
  it('with another secret, or none, does not count', () => {
    expect(reasonOf(good, { secrets: [`whsec_${randomBytes(32).toString('base64')}`] })).toBe('bad-signature');
    expect(reasonOf(good, { secrets: [] })).toBe('bad-signature');
  });
  it('is judged by its age where it is said when it came', () => {
    expect(reasonOf(good, { now: new Date((at + 200) * 1_000) })).toBe('counts');
    expect(reasonOf(good, { now: new Date((at + 301) * 1_000) })).toBe('bad-signature');
  });

  it.each([
    ['for another partner', { aud: 'jobs-prive' }],
    ['of another offer', { sub: '01900000-0000-7000-8000-000000000009' }],
    ['of another revision', { revision: 1 }],
    ['of another version', { version: 6 }],
  ])('with a proof %s does not count', (_what, change) =>
    expect(reasonOf(delivered(published, issuePermitProof(key, { ...claims, ...change })))).toBe('bad-proof'),
  );
  it('with a proof by another key does not count', () =>
    expect(reasonOf(delivered(published, issuePermitProof(readSigningKey(newPem()), claims)))).toBe('bad-proof'));
  it('that shows an offer without a proof does not count', () =>
    expect(reasonOf(delivered(published, null))).toBe('no-proof'));
  it('that takes an offer down needs no proof', () => expect(reasonOf(delivered(removed, null))).toBe('counts'));
  it('to an employer’s endpoint, which is told and shows nothing, needs no proof', () => {
    const told = employerEvent.parse({
      type: 'offer.published',
      timestamp: published.timestamp,
      sequence: 3,
      data: { offerId, reference: 'R', revision: 2, state: 'published', ownPortal: true },
    });
    expect(reasonOf(delivered(told, null))).toBe('counts');
    // A posting with a sequence is a posting.
    expect(reasonOf(delivered({ ...published, sequence: 3 }, null))).toBe('no-proof');
  });
  it('with fields that come later counts', () =>
    expect(reasonOf(delivered({ ...removed, later: 1, data: { ...removed.data, more: {} } }, null))).toBe('counts'));

  it.each(['', '[]', '{"type":7}', '{"type":"offer.published","data":{}}'])('with the body %p is none', (body) =>
    expect(reasonOf(delivered(body, null))).toBe('not-a-delivery'),
  );
  it('without its headers is none', () => expect(reasonOf({ ...good, headers: {} })).toBe('not-a-delivery'));
});

describe('a signed statement', () => {
  it('is verified as what it says it is', () => {
    expect(verifyStatement(`${issuePermitProof(key, claims)}\n`, keys)).toEqual({ kind: 'permit', claims });
    const receipt = issueReceipt(key, {
      kind: 'stop',
      iss: claims.iss,
      iat: at,
      sub: offerId,
      because: 'clause-withdrawn',
      scope: { offer: offerId },
      effectiveAt: '2027-01-15T08:00:00.000Z',
    });
    expect(verifyStatement(receipt, keys)).toMatchObject({ kind: 'receipt', claims: { because: 'clause-withdrawn' } });
    expect(() => verifyStatement(receipt, KeySet.of(readSigningKey(newPem())))).toThrow(/no key/);
  });
  it.each(['', 'x', 'e30.e30.e30', 'a.b.c'])('is not %p', (text) =>
    expect(() => verifyStatement(text, keys)).toThrow(/no signed token|malformed|not that/),
  );
  it('of a type that nobody knows is refused', () => {
    const odd = Buffer.from('{"alg":"none","typ":"odd"}').toString('base64url');
    expect(() => verifyStatement(`${odd}.e30.`, keys)).toThrow(/no statement of Accord is of the type odd/);
  });
});
