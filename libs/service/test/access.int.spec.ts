import 'reflect-metadata';

import { createHmac } from 'node:crypto';

import { HttpClient } from '@accord/testing/http-client';
import { ServiceHarness } from '@accord/testing/service-harness';
import { TestIssuer, type TokenChange } from '@accord/testing/test-issuer';
import { exportSPKI, importJWK } from 'jose';

import { demoService } from './demo-service.js';

const employer = { id: '732829320', role: 'employer', sirets: ['73282932000074'] } as const;
const body = { title: 'A good title' };
let harness: ServiceHarness;

beforeAll(async () => {
  harness = await ServiceHarness.start(demoService, { env: { RATE_LIMIT_ADDRESS: '100000' } });
});
afterAll(() => harness.stop());

const withToken = (token: string) => new HttpClient(harness.url, token).post('/v1/things', body);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string): object => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

describe('a right token', () => {
  it('lets its subject in', async () =>
    expect(await withToken(await harness.issuer.tokenFor(employer))).toMatchObject({
      status: 201,
      body: { by: { id: '732829320', role: 'employer', sirets: ['73282932000074'] } },
    }));

  it('of another role is told whom the route is for, before its body is looked at', async () => {
    const partner = await harness.as({ id: 'jobs-prive', role: 'partner' });
    expect(await partner.post('/v1/things', '{"broken')).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining('employer') },
    });
  });

  it('does not open a route that declares nobody', async () => {
    const operator = await harness.as({ id: 'op', role: 'operator' });
    expect((await operator.get('/v1/undeclared')).status).toBe(403);
  });
});

describe('a wrong token', () => {
  const hourAgo = Math.floor(Date.now() / 1_000) - 3_600;
  const spoiled: [string, TokenChange][] = [
    ['that has expired', { expiresInS: -60 }],
    ['without an end', { claims: { exp: undefined } }],
    ['for another audience', { claims: { aud: 'urn:other:api' } }],
    ['for several audiences, none of them ours', { claims: { aud: ['a', 'b'] } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['that is not valid yet', { claims: { nbf: hourAgo + 7_200 } }],
    ['that is an identity token', { header: { typ: 'JWT' } }],
    ['with an unknown kid', { header: { kid: 'test-2' } }],
    ['with a path as kid', { header: { kid: '../../../../dev/null' } }],
    ['with an injection as kid', { header: { kid: "x' or 1=1 --" } }],
    ['that brings the address of its keys', { header: { jku: 'https://evil.example/jwks' } }],
    ['that brings a certificate’s address', { header: { x5u: 'https://evil.example/x' } }],
    ['that brings its own key', { header: { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' } } }],
    ['without the claim accord', { claims: { accord: undefined } }],
    ['with an unknown role', { claims: { accord: { role: 'root', subject: 'x' } } }],
    ['with an establishment that is none', { claims: { accord: { role: 'employer', subject: 'x', sirets: ['*'] } } }],
  ];

  it.each(spoiled)('%s is refused', async (_what, change) => {
    const answer = await withToken(await harness.issuer.tokenFor(employer, change));
    expect(answer).toMatchObject({ status: 401, body: { type: expect.stringContaining('unauthenticated') } });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('with alg none is refused, however it is spelled', async () => {
    const claims = part(claimsOf(await harness.issuer.tokenFor(employer)));
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = part({ alg, typ: 'at+jwt', kid: 'test-1' });
      expect((await withToken(`${header}.${claims}.`)).status).toBe(401);
      expect((await withToken(`${header}.${claims}.AAAA`)).status).toBe(401);
    }
  });

  it('signed by HS256 with the public key as the secret is refused', async () => {
    const { publicKey } = harness.issuer;
    const key = await importJWK(publicKey, 'EdDSA');
    const pem = key instanceof Uint8Array ? '' : await exportSPKI(key);
    const claims = part(claimsOf(await harness.issuer.tokenFor(employer)));
    for (const secret of [
      pem,
      JSON.stringify(publicKey),
      publicKey.x ?? '',
      Buffer.from(publicKey.x ?? '', 'base64url'),
    ]) {
      const signed = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'test-1' })}.${claims}`;
      const signature = createHmac('sha256', secret).update(signed).digest('base64url');
      expect((await withToken(`${signed}.${signature}`)).status).toBe(401);
    }
  });

  it('whose role was edited is refused', async () => {
    const [header, , signature] = (await harness.issuer.tokenFor(employer)).split('.');
    const claims = {
      ...claimsOf(await harness.issuer.tokenFor(employer)),
      accord: { role: 'operator', subject: 'op' },
    };
    expect((await withToken(`${header}.${part(claims)}.${signature}`)).status).toBe(401);
  });

  it('signed by another issuer’s key is refused', async () => {
    const other = await TestIssuer.start();
    expect((await withToken(await other.tokenFor(employer, { claims: { iss: harness.issuer.url } }))).status).toBe(401);
    await other.stop();
  });

  it.each(['', 'Bearer', 'Bearer ', 'Basic dTpw', 'Bearer a b', 'Bearer x.y.z', `Bearer ${'a'.repeat(9_000)}`])(
    'in the form of %j is refused',
    async (authorization) => {
      const answer = await (await harness.as()).post('/v1/things', body, { authorization });
      expect(answer.status).toBe(401);
    },
  );
});

describe('a route for services', () => {
  it('knows its callers by their own tokens', async () =>
    expect(await harness.asService('portal').post('/internal/v1/ping')).toMatchObject({
      status: 200,
      body: { pong: 'portal' },
    }));

  it('lets in neither other services nor people, whatever their role', async () => {
    expect((await harness.asService('intake').post('/internal/v1/ping')).status).toBe(401);
    expect((await (await harness.as({ id: 'op', role: 'operator' })).post('/internal/v1/ping')).status).toBe(401);
    expect((await (await harness.as()).post('/internal/v1/ping')).status).toBe(401);
  });
});

describe('an identity provider that is down', () => {
  it('makes a service unavailable to those with tokens, and blames none of them', async () => {
    const issuer = await TestIssuer.start();
    const other = await ServiceHarness.start(demoService, { shared: { topicPrefix: harness.topicPrefix, issuer } });
    const token = await issuer.tokenFor(employer);
    await issuer.stop();
    const answer = await new HttpClient(other.url, token).post('/v1/things', body);
    expect(answer).toMatchObject({ status: 503, body: { detail: expect.stringContaining('identity provider') } });
    expect(answer.headers.get('retry-after')).toBe('5');
    expect((await (await other.as()).get('/v1/things')).status).toBe(200);
    await other.stop();
  });
});
