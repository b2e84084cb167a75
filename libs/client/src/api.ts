import { randomUUID } from 'node:crypto';

import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';

import { type ClientCredentials, CredentialTokens, fixedToken, type TokenSource } from './access-token.js';
import type { AnswerOf, InitOf, PathOf } from './calls.js';
import { type Fetch, platformFetch } from './platform-fetch.js';
import { defaultRetries, keyedPaths, type RetryPolicy } from './retries.js';
import { Sender } from './sender.js';

export interface AccordOptions {
  /** Of the front door, such as https://accord.example. */
  readonly url: string;
  /** An access token, or how to get some at an identity provider; without it only public calls succeed. */
  readonly token?: string | Omit<ClientCredentials, 'fetch'> | undefined;
  /** The platform's, unless another is given. */
  readonly fetch?: Fetch | undefined;
  readonly retries?: Partial<RetryPolicy> | undefined;
  /** For one attempt, the body of its answer included; streams have no such end. */
  readonly timeoutMs?: number | undefined;
}

/** What any call may bring along, whatever its path. */
export interface AnyInit {
  readonly params?:
    | {
        readonly query?: Record<string, unknown> | undefined;
        readonly path?: Record<string, unknown> | undefined;
        readonly header?: object | undefined;
      }
    | undefined;
  readonly body?: unknown;
  readonly headers?: object | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

const TIMEOUT_MS = 30_000;

/**
 * Every call of every service, typed by its OpenAPI document. A refusal is thrown (`AccordProblem`), so is the lack of an answer
 * (`AccordUnreachable`). What is safe to repeat is repeated: see `retries.ts`.
 */
export class Api {
  protected readonly url: string;
  protected readonly sender: Sender;

  constructor({ url, token, fetch = platformFetch, retries = {}, timeoutMs = TIMEOUT_MS }: AccordOptions) {
    this.url = url.replace(/\/+$/, '');
    this.sender = new Sender({
      fetch,
      timeoutMs,
      retries: { ...defaultRetries, ...retries },
      tokens: tokensOf(token, fetch),
    });
  }

  get<P extends PathOf<'get'>>(path: P, ...init: InitOf<P, 'get'>): Promise<AnswerOf<P, 'get'>>;
  get(path: string, init: AnyInit = {}): Promise<unknown> {
    return this.call('GET', path, init);
  }

  put<P extends PathOf<'put'>>(path: P, ...init: InitOf<P, 'put'>): Promise<AnswerOf<P, 'put'>>;
  put(path: string, init: AnyInit = {}): Promise<unknown> {
    return this.call('PUT', path, init);
  }

  /** Brings an Idempotency-Key of its own where the call keeps one and none is given. */
  post<P extends PathOf<'post'>>(path: P, ...init: InitOf<P, 'post'>): Promise<AnswerOf<P, 'post'>>;
  post(path: string, init: AnyInit = {}): Promise<unknown> {
    return this.call('POST', path, init);
  }

  patch<P extends PathOf<'patch'>>(path: P, ...init: InitOf<P, 'patch'>): Promise<AnswerOf<P, 'patch'>>;
  patch(path: string, init: AnyInit = {}): Promise<unknown> {
    return this.call('PATCH', path, init);
  }

  delete<P extends PathOf<'delete'>>(path: P, ...init: InitOf<P, 'delete'>): Promise<AnswerOf<P, 'delete'>>;
  delete(path: string, init: AnyInit = {}): Promise<unknown> {
    return this.call('DELETE', path, init);
  }

  /**
   * A call that is named at run time only; `undefined` where the answer has no body.
   * @throws AccordProblem, AccordUnreachable
   */
  async call(method: string, path: string, init: AnyInit = {}): Promise<unknown> {
    const headers = headersOf(init);
    if (method === 'POST' && keyedPaths.includes(path) && !headers.has('idempotency-key'))
      headers.set('idempotency-key', randomUUID());
    const body = init.body === undefined ? undefined : JSON.stringify(init.body);
    const url = this.urlOf(path, init);
    const { text } = await this.sender.send({ method, path, url, headers, body, signal: init.signal });
    return text === '' ? undefined : JSON.parse(text);
  }

  protected urlOf(path: string, { params = {} }: AnyInit = {}): string {
    return createFinalURL(path, {
      baseUrl: this.url,
      params: { query: params.query ?? {}, path: params.path ?? {} },
      querySerializer: createQuerySerializer(),
      pathSerializer: defaultPathSerializer,
    });
  }
}

function tokensOf(token: AccordOptions['token'], fetch: Fetch): TokenSource | undefined {
  if (token === undefined) return undefined;
  return typeof token === 'string' ? fixedToken(token) : new CredentialTokens({ ...token, fetch });
}

function headersOf({ params, headers = {}, body }: AnyInit): Headers {
  const all = new Headers({ accept: 'application/json' });
  if (body !== undefined) all.set('content-type', 'application/json');
  const given = headers instanceof Headers ? Object.fromEntries(headers) : headers;
  for (const [name, value] of Object.entries({ ...params?.header, ...given }))
    if (typeof value === 'string') all.set(name, value);
  return all;
}
