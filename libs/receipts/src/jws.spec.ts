import { generateKeyPairSync } from 'node:crypto';

import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { z } from 'zod';

import { BadToken, signJws, verifyJws } from './jws.js';
import { KeySet } from './key-set.js';
import { readSigningKey, type SigningKey } from './signing-key.js';

const newKey = (): SigningKey =>
  readSigningKey(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const key = newKey();
const claims = z.strictObject({ iat: z.int(), what: z.string() });
const said = { iat: 1_800_000_000, what: 'é' };
const token = signJws(key, 'accord-test+jwt', said);
const read = (text: string, keys = KeySet.of(key), typ = 'accord-test+jwt') => verifyJws(text, keys, { typ, claims });
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const [head = '', body = '', signature = ''] = token.split('.');

/** Why a token does not count. */
function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'it counts';
  } catch (error) {
    return error instanceof BadToken ? error.reason : `not a BadToken: ${String(error)}`;
  }
}

describe('a token', () => {
  it('is verified by jose with the published key', async () => {
    const { payload, protectedHeader } = await compactVerify(token, await importJWK(key.publicJwk, 'EdDSA'));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(said);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'accord-test+jwt', kid: key.kid });
  });
  it('is named by the key’s thumbprint, as jose computes it', async () =>
    expect(await calculateJwkThumbprint(key.publicJwk)).toBe(key.kid));
  it('is read back', () => expect(read(token)).toEqual(said));

  it('does not count once any character is another', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      if (changed !== token) expect(reasonOf(() => read(changed))).not.toBe('it counts');
    }
  });
  it.each([
    ['cut short', token.slice(0, -1), 'malformed'],
    ['without its signature', `${head}.${body}`, 'malformed'],
    ['with parts in another order', `${body}.${head}.${signature}`, 'malformed'],
    ['with alg none', `${encode({ alg: 'none', typ: 'accord-test+jwt', kid: key.kid })}.${body}.`, 'wrong-algorithm'],
    [
      'with HMAC by the public key',
      `${encode({ alg: 'HS256', typ: 'accord-test+jwt', kid: key.kid })}.${body}.x`,
      'wrong-algorithm',
    ],
    [
      'that brings its own key',
      `${encode({ alg: 'EdDSA', typ: 'accord-test+jwt', kid: 'x', jwk: key.publicJwk })}.${body}.${signature}`,
      'malformed',
    ],
    ['empty', '', 'malformed'],
    ['padded', `${token}=`, 'malformed'],
    ['that is no JSON', `${head}.${Buffer.from('{').toString('base64url')}.${signature}`, 'bad-signature'],
  ])('%s does not count', (_what, changed, reason) => expect(reasonOf(() => read(changed))).toBe(reason));

  it('of another issuer’s key does not count', () =>
    expect(reasonOf(() => read(token, KeySet.of(newKey())))).toBe('unknown-key'));
  it('of another type does not count', () =>
    expect(reasonOf(() => read(token, KeySet.of(key), 'accord-receipt+jwt'))).toBe('wrong-type'));
  it('with other claims than its type has does not count', () =>
    expect(reasonOf(() => read(signJws(key, 'accord-test+jwt', { ...said, more: 1 })))).toBe('wrong-claims'));
});

describe('a key that was replaced', () => {
  const now = newKey();
  const keys = KeySet.fromJwks(
    JSON.parse(JSON.stringify(KeySet.of(now, [{ ...key.publicJwk, exp: said.iat + 60 }]).toJwks())),
  );

  it('still verifies what it signed in its time', () => expect(read(token, keys)).toEqual(said));
  it('verifies nothing younger', () =>
    expect(reasonOf(() => read(signJws(key, 'accord-test+jwt', { ...said, iat: said.iat + 61 }), keys))).toBe(
      'key-retired',
    ));
  it('stands beside the new one', () => expect(keys.toJwks().keys.map(({ kid }) => kid)).toEqual([now.kid, key.kid]));
});

it('a key that is not named by its thumbprint is no key of a set', () =>
  expect(() => KeySet.fromJwks({ keys: [{ ...key.publicJwk, kid: 'mine' }] })).toThrow(/thumbprint/));
it('a key of another kind is refused', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;
  expect(() => readSigningKey(rsa.export({ type: 'pkcs8', format: 'pem' }).toString())).toThrow(/Ed25519/);
});
