import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

import type { Subject } from '@accord/service/authentication';

/** Whom a test acts as; `sirets` matter for employers only. */
export type TestSubject = Pick<Subject, 'id' | 'role'> & Partial<Pick<Subject, 'sirets'>>;

export interface TokenChange {
  /** Claims that replace the right ones; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly expiresInS?: number;
}

/** An OpenID Connect issuer in this process: its keys are served as a real one's, its tokens are for whomever a test names. */
export class TestIssuer {
  readonly audience = 'urn:accord:api';

  private constructor(
    readonly url: string,
    readonly publicKey: JWK,
    private readonly privateKey: CryptoKey,
    private readonly server: Server,
  ) {}

  static async start(): Promise<TestIssuer> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'test-1', alg: 'EdDSA', use: 'sig' };
    let url = '';
    const server = createServer((request, response) => {
      const answers: Record<string, unknown> = {
        '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/jwks` },
        '/jwks': { keys: [jwk] },
      };
      const answer = answers[request.url ?? ''];
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${portOf(server)}`;
    return new TestIssuer(url, jwk, privateKey, server);
  }

  /** A signed access token (RFC 9068) for a subject; `change` spoils it in one way. */
  async tokenFor(subject: TestSubject, change: TokenChange = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const claims = {
      iss: this.url,
      aud: this.audience,
      sub: subject.id,
      client_id: subject.id,
      iat: now,
      exp: now + (change.expiresInS ?? 600),
      accord: { role: subject.role, subject: subject.id, sirets: subject.sirets ?? [] },
      ...change.claims,
    };
    const header = { alg: 'EdDSA', typ: 'at+jwt', kid: 'test-1', ...change.header };
    return new SignJWT(claims).setProtectedHeader(header).sign(this.privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the issuer does not listen');
  return address.port;
}
