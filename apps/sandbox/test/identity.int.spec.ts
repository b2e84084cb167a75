import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { baseConfig, ConfigError } from '@accord/service/config';
import type { RunningEdge } from '@accord/service/run-edge';
import { TokenVerifier } from '@accord/service/token-verifier';
import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';

import { startSandbox } from './sandbox-process.js';

const tokenAnswer = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() });
const { AUDIENCE, TOKEN_ALGORITHMS } = baseConfig.pick({ AUDIENCE: true, TOKEN_ALGORITHMS: true }).parse({});
let sandbox: RunningEdge;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

const verifier = (issuer = sandbox.url) =>
  new TokenVerifier({ ISSUER_URL: issuer, JWKS_URL: undefined, AUDIENCE, TOKEN_ALGORITHMS });
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const askToken = (form: Record<string, string>, headers: Record<string, string> = {}, at = sandbox) =>
  fetch(`${at.url}/token`, { method: 'POST', body: new URLSearchParams(form), headers });
const tokenOf = async (answer: Response) => tokenAnswer.parse(await answer.json()).access_token;

describe('software', () => {
  it.each([
    ['employer', { id: '000100016', role: 'employer', sirets: ['00010001600013', '00010001600021'] }],
    ['partner', { id: 'emploi-public', role: 'partner', sirets: [], partner: 'emploi-public' }],
    ['operator', { id: 'operator', role: 'operator', sirets: [] }],
    ['jobseeker', { id: 'jobseeker', role: 'jobseeker', sirets: [] }],
  ])('%s gets a token that our services accept as its subject', async (id, subject) => {
    const token = await tokenOf(await askToken({ grant_type: 'client_credentials' }, basic(id, `${id}-secret`)));
    expect(await verifier().verify(token)).toEqual(subject);
    expect(decodeProtectedHeader(token)).toMatchObject({ typ: 'at+jwt', alg: 'EdDSA' });
  });

  it('may send its secret in the form as well', async () => {
    const answer = await askToken({
      grant_type: 'client_credentials',
      client_id: 'operator',
      client_secret: 'operator-secret',
    });
    expect(await verifier().verify(await tokenOf(answer))).toMatchObject({ role: 'operator' });
  });

  it('with a wrong secret, or as nobody, gets none', async () => {
    expect((await askToken({ grant_type: 'client_credentials' }, basic('employer', 'wrong-secret'))).status).toBe(401);
    expect((await askToken({ grant_type: 'client_credentials' }, basic('nobody', 'employer-secret'))).status).toBe(401);
    expect((await askToken({ grant_type: 'client_credentials', client_id: 'employer' })).status).toBe(401);
  });

  it('of every legal unit that may hire gets a token too, where a secret is given for them', async () => {
    const askAs = (id: string, at: RunningEdge) =>
      askToken({ grant_type: 'client_credentials' }, basic(id, 'units-secret'), at);
    const withUnits = await startSandbox({ SANDBOX_UNITS_SECRET: 'units-secret' });
    try {
      const token = await tokenOf(await askAs('unit-000100040', withUnits));
      expect(await verifier(withUnits.url).verify(token)).toEqual({
        id: '000100040',
        role: 'employer',
        sirets: ['00010004000013', '00010004000021'],
      });
      expect((await askAs('unit-000100057', withUnits)).status).toBe(401);
      expect((await askAs('unit-000100065', withUnits)).status).toBe(401);
      expect((await askAs('unit-000100040', sandbox)).status).toBe(401);
    } finally {
      await withUnits.stop();
    }
  });

  it('gets no token for another audience', async () => {
    const answer = await askToken(
      { grant_type: 'client_credentials', resource: 'https://else.example' },
      basic('employer', 'employer-secret'),
    );
    expect(answer.status).toBe(400);
  });
});

/** A browser that follows redirects within the provider and keeps its cookies. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null || location.startsWith('http://127.0.0.1:8080')) return answer;
    return this.open(new URL(location, sandbox.url).href);
  }
}

const verifierText = randomBytes(32).toString('base64url');
const authorization = (more: Record<string, string>): string =>
  `${sandbox.url}/auth?${String(
    new URLSearchParams({
      client_id: 'accord-web',
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: 'http://127.0.0.1:8080/login/callback',
      state: 'x',
      ...more,
    }),
  )}`;
const challenge = {
  code_challenge: createHash('sha256').update(verifierText).digest('base64url'),
  code_challenge_method: 'S256',
};

async function logIn(account: string): Promise<URL> {
  const browser = new Browser();
  const form = await browser.open(authorization(challenge));
  expect(form.status).toBe(200);
  expect(form.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:8080");
  const action = /action="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const back = await browser.open(new URL(action, sandbox.url).href, {
    method: 'POST',
    body: new URLSearchParams({ account }),
  });
  return new URL(back.headers.get('location') ?? `${sandbox.url}/status/${back.status}`);
}

describe('a person', () => {
  it('says who to be, comes back with a code, and the code with its PKCE proof gives a token', async () => {
    const back = await logIn('moderator');
    expect(back.searchParams.get('state')).toBe('x');
    const exchange = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      client_id: 'accord-web',
      redirect_uri: 'http://127.0.0.1:8080/login/callback',
    };
    const answer = await askToken({ ...exchange, code_verifier: verifierText });
    expect(answer.status).toBe(200);
    expect(await verifier().verify(await tokenOf(answer))).toMatchObject({ role: 'moderator', id: 'moderator' });
    expect((await askToken({ ...exchange, code_verifier: verifierText })).status).toBe(400);
  });

  it('with a code but another proof gets nothing', async () => {
    const back = await logIn('employer');
    const form = {
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      client_id: 'accord-web',
      redirect_uri: 'http://127.0.0.1:8080/login/callback',
      code_verifier: randomBytes(32).toString('base64url'),
    };
    expect((await askToken(form)).status).toBe(400);
  });

  it('cannot be somebody who does not exist', async () => expect((await logIn('nobody')).pathname).toBe('/status/404'));

  it('cannot be sent without PKCE, nor back to an address that is not ours', async () => {
    const withoutPkce = await new Browser().open(authorization({}));
    expect(withoutPkce.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await new Browser().open(
      authorization({ ...challenge, redirect_uri: 'https://evil.example/cb' }),
    );
    expect(elsewhere.status).toBe(400);
  });
});

describe('the keys', () => {
  it('outlive a restart where a folder keeps them, readable by nobody else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accord-sandbox-'));
    const first = await startSandbox({ SANDBOX_STATE_DIR: folder, SANDBOX_URL: 'http://127.0.0.1:8090' });
    const token = await tokenOf(
      await askToken({ grant_type: 'client_credentials' }, basic('employer', 'employer-secret'), first),
    );
    await first.stop();
    const second = await startSandbox({ SANDBOX_STATE_DIR: folder, SANDBOX_URL: 'http://127.0.0.1:8090' });
    const check = new TokenVerifier({
      ISSUER_URL: 'http://127.0.0.1:8090',
      JWKS_URL: `${second.url}/jwks`,
      AUDIENCE,
      TOKEN_ALGORITHMS,
    });
    expect(await check.verify(token)).toMatchObject({ role: 'employer' });
    const [file = ''] = await readdir(folder);
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
    await second.stop();
    await rm(folder, { recursive: true });
  });

  it('published hold no private part', async () => {
    const text = await (await fetch(`${sandbox.url}/jwks`)).text();
    expect(text).toContain('"x"');
    expect(text).not.toContain('"d"');
  });
});

describe('in the test profile', () => {
  it('it is refused wherever others could reach it', async () => {
    await expect(startSandbox({ ACCORD_PROFILE: 'test', SANDBOX_URL: 'https://sandbox.example' })).rejects.toThrow(
      ConfigError,
    );
    await expect(startSandbox({ ACCORD_PROFILE: 'test', HOST: '0.0.0.0' })).rejects.toThrow('loopback');
  });
});
