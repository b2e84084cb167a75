import { type Fetch, platformFetch } from './platform-fetch.js';
import { AccordUnreachable, type Answer, isRecord, problemOf } from './problem.js';

/** Where access tokens come from. */
export interface TokenSource {
  token(): Promise<string>;
  /** The token was refused: the next one is to be another. */
  forget(token: string): void;
}

export interface ClientCredentials {
  /** The OpenID provider, by its address; it is asked for its token endpoint. */
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
  readonly fetch?: Fetch;
}

/** A token is renewed this long before it ends. */
const MARGIN_MS = 30_000;

/** Tokens by OAuth 2 client credentials: asked for when needed, kept until shortly before they end, one request at a time. */
export class CredentialTokens implements TokenSource {
  private kept: { readonly token: string; readonly until: number } | undefined;
  private asking: Promise<string> | undefined;
  private readonly send: Fetch;

  constructor(private readonly credentials: ClientCredentials) {
    this.send = credentials.fetch ?? platformFetch;
  }

  /** @throws AccordProblem where the provider refuses, AccordUnreachable */
  async token(): Promise<string> {
    if (this.kept !== undefined && Date.now() < this.kept.until) return this.kept.token;
    this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.asking;
  }

  forget(token: string): void {
    if (this.kept?.token === token) this.kept = undefined;
  }

  private async ask(): Promise<string> {
    const { issuer, id, secret } = this.credentials;
    const { token_endpoint: endpoint } = await this.json(
      `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    );
    if (typeof endpoint !== 'string') throw new Error(`${issuer} does not say where it gives tokens`);
    if (/^https:/i.test(issuer) && !/^https:/i.test(endpoint))
      throw new Error(`${issuer} gives tokens without TLS: the secret is not sent there`);
    const answer = await this.json(endpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    });
    const { access_token: token, expires_in: seconds } = answer;
    if (typeof token !== 'string') throw new Error(`${issuer} answered without an access_token`);
    const lifeMs = typeof seconds === 'number' ? seconds * 1_000 : 0;
    this.kept = { token, until: Date.now() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2) };
    return token;
  }

  private async json(url: string, init: RequestInit = {}): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.exchange(url, init);
    if (!answer.response.ok) throw problemOf(answer);
    const body: unknown = JSON.parse(answer.text);
    return isRecord(body) ? body : {};
  }

  private async exchange(url: string, init: RequestInit): Promise<Answer> {
    try {
      const response = await this.send(url, { ...init, signal: AbortSignal.timeout(10_000), redirect: 'error' });
      return { response, text: await response.text() };
    } catch (cause) {
      throw new AccordUnreachable(url, false, { cause, why: 'the identity provider cannot be reached' });
    }
  }
}

/** A token that was given, and nothing else. */
export const fixedToken = (token: string): TokenSource => ({ token: async () => token, forget: () => undefined });
