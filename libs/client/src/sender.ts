import { setTimeout as wait } from 'node:timers/promises';

import type { TokenSource } from './access-token.js';
import type { Fetch } from './platform-fetch.js';
import { AccordUnreachable, type Answer, isRecord, problemOf } from './problem.js';
import { type Ending, retryAfterMs, type RetryPolicy, type Sent, waitBefore } from './retries.js';

export interface Call extends Sent {
  readonly url: string;
  readonly body?: string;
  readonly signal?: AbortSignal | null | undefined;
}

/** A call whose body or answer is a stream: it is sent once, and nothing but its caller ends it. */
export interface StreamCall extends Omit<Call, 'body'> {
  readonly body?: AsyncIterable<Uint8Array>;
}

export interface SenderOptions {
  readonly fetch: Fetch;
  readonly tokens?: TokenSource | undefined;
  readonly retries: RetryPolicy;
  /** For one attempt, its answer's body included. */
  readonly timeoutMs: number;
}

type Attempted = { readonly answer: Answer } | { readonly lost: AccordUnreachable };

/** Sends calls with a token, again where that is safe, and turns what is no success into an error. */
export class Sender {
  constructor(private readonly options: SenderOptions) {}

  /** @throws AccordProblem, AccordUnreachable, or the reason of the caller's signal */
  async send(call: Call): Promise<Answer> {
    for (let number = 1; ; number += 1) {
      const attempted = await this.attempt(call);
      const attempt = { number, policy: this.options.retries };
      const waitMs = waitBefore(call, endingOf(attempted), attempt, Math.random());
      if (waitMs === undefined) return settled(attempted);
      await wait(waitMs, undefined, call.signal ? { signal: call.signal } : {});
    }
  }

  /** The answer's body is the caller's to read. @throws AccordProblem, AccordUnreachable */
  async stream(call: StreamCall): Promise<Response> {
    const first = await this.connect(call);
    const response = first.status === 401 && call.body === undefined ? await this.connectAnew(call) : first;
    if (response.ok) return response;
    const text = await response.text().catch(() => '');
    throw problemOf({ response, text }, retryAfterMs(response.headers.get('retry-after'), new Date()));
  }

  private async connect({ method, url, headers, body, signal }: StreamCall): Promise<Response> {
    const init = { method, headers: await this.withToken(headers), redirect: 'error', signal: signal ?? null } as const;
    return this.exchange(url, body === undefined ? init : { ...init, body, duplex: 'half' });
  }

  private async connectAnew(call: StreamCall): Promise<Response> {
    await this.forgetToken();
    return this.connect(call);
  }

  private async attempt(call: Call): Promise<Attempted> {
    const first = await this.once(call);
    if (this.options.tokens === undefined || !('answer' in first) || first.answer.response.status !== 401) return first;
    await this.forgetToken();
    return this.once(call);
  }

  /** After a 401 nothing was done: the token may have ended, or its signing key been replaced, since we got it. */
  private async forgetToken(): Promise<void> {
    const { tokens } = this.options;
    tokens?.forget(await tokens.token());
  }

  private async once(call: Call): Promise<Attempted> {
    const headers = await this.withToken(call.headers);
    const { method, body, signal } = call;
    const deadline = AbortSignal.timeout(this.options.timeoutMs);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      const init = { method, headers, redirect: 'error', signal: either } as const;
      const response = await this.exchange(call.url, body === undefined ? init : { ...init, body });
      return { answer: { response, text: await this.reading(call.url, response) } };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof AccordUnreachable) return { lost: error };
      throw error;
    }
  }

  private async withToken(given: Headers): Promise<Headers> {
    const headers = new Headers(given);
    const token = await this.options.tokens?.token();
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    return headers;
  }

  private async exchange(url: string, init: RequestInit): Promise<Response> {
    try {
      return await this.options.fetch(url, init);
    } catch (cause) {
      throw new AccordUnreachable(url, mayHaveArrived(cause), { cause, why: whyOf(cause) });
    }
  }

  private async reading(url: string, response: Response): Promise<string> {
    try {
      return await response.text();
    } catch (cause) {
      throw new AccordUnreachable(url, true, { cause, why: `its answer broke off (${whyOf(cause)})` });
    }
  }
}

function endingOf(attempted: Attempted): Ending {
  if ('lost' in attempted) return { kind: attempted.lost.sent ? 'lost' : 'notSent' };
  const { status, headers } = attempted.answer.response;
  return { kind: 'answer', status, retryAfterMs: retryAfterMs(headers.get('retry-after'), new Date()) };
}

function settled(attempted: Attempted): Answer {
  if ('lost' in attempted) throw attempted.lost;
  const { answer } = attempted;
  if (answer.response.ok) return answer;
  throw problemOf(answer, retryAfterMs(answer.response.headers.get('retry-after'), new Date()));
}

/** What fails before a connection stands has certainly not arrived. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

const mayHaveArrived = (error: unknown): boolean => !unsent.includes(codeOf(error) ?? '');

/** fetch hides what happened in its cause. Errors are known by what they hold: they may be another realm's. */
function codeOf(error: unknown): string | undefined {
  if (!isRecord(error)) return undefined;
  const { code, cause } = error;
  return typeof code === 'string' ? code : codeOf(cause);
}

function whyOf(error: unknown): string {
  const { name, message } = isRecord(error) ? error : {};
  if (name === 'TimeoutError') return 'it took too long';
  return codeOf(error) ?? (typeof message === 'string' ? message : 'the connection failed');
}
