import { Agent, errors, request } from 'undici';
import type { z } from 'zod';

import type { Secret } from './secret.js';
import { activeTraceparent } from './trace-context.js';

export interface ServiceClientOptions {
  /** Of the callee; shown in errors. */
  readonly name: string;
  readonly baseUrl: string;
  /** The caller's own SERVICE_TOKEN; absent where each call brings a token of its own, or none. */
  readonly token?: Secret;
  /** For the whole call: connection, answer and body. */
  readonly timeoutMs?: number;
  readonly connections?: number;
}

/** The other service did not answer, or not usefully: try again later; nothing is known about what it did. */
export class ServiceUnavailable extends Error {
  constructor(
    readonly service: string,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`${service} is not available: ${why}`, options);
    this.name = 'ServiceUnavailable';
  }
}

/** The other service refused (4xx): trying again changes nothing. */
export class ServiceRefused extends Error {
  constructor(
    readonly service: string,
    readonly status: number,
    /** Its problem document, as it came. */
    readonly problem: unknown,
  ) {
    super(`${service} refused with ${status}`);
    this.name = 'ServiceRefused';
  }
}

/** Two or three such calls exist in Accord (permits, stops, keys, secrets); everything else travels as events. */
export class ServiceClient {
  private readonly agent: Agent;

  constructor(private readonly options: ServiceClientOptions) {
    this.agent = new Agent({ connections: options.connections ?? 16, pipelining: 1, connect: { timeout: 2_000 } });
  }

  /** @throws ServiceUnavailable, ServiceRefused */
  post<S extends z.ZodType>(path: string, body: unknown, answer: S): Promise<z.infer<S>> {
    return this.call({ method: 'POST', path, body: JSON.stringify(body) }, answer);
  }

  /** With the token of the client, or another's in whose name it asks. @throws ServiceUnavailable, ServiceRefused */
  get<S extends z.ZodType>(path: string, answer: S, token?: Secret): Promise<z.infer<S>> {
    return this.call({ method: 'GET', path, ...(token !== undefined && { token }) }, answer);
  }

  /** What is no JSON, such as figures. @throws ServiceUnavailable, ServiceRefused */
  async text(path: string): Promise<string> {
    return this.succeeded(await this.exchange({ method: 'GET', path }));
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async call<S extends z.ZodType>(what: Call, answer: S): Promise<z.infer<S>> {
    const text = this.succeeded(await this.exchange(what));
    const parsed = answer.safeParse(jsonOrUndefined(text));
    if (parsed.success) return parsed.data;
    throw new ServiceUnavailable(this.options.name, 'its answer has another shape', { cause: parsed.error });
  }

  private succeeded({ status, text }: { status: number; text: string }): string {
    const { name } = this.options;
    if (status >= 400 && status < 500 && status !== 429) throw new ServiceRefused(name, status, jsonOrUndefined(text));
    if (status < 200 || status >= 300) throw new ServiceUnavailable(name, `it answered ${status}`);
    return text;
  }

  private async exchange({
    method,
    path,
    body,
    token = this.options.token,
  }: Call): Promise<{ status: number; text: string }> {
    const { name, baseUrl, timeoutMs = 5_000 } = this.options;
    const traceparent = activeTraceparent();
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      const answer = await request(new URL(path, baseUrl), {
        method,
        ...(body !== undefined && { body }),
        dispatcher: this.agent,
        signal: deadline.signal,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token.reveal()}` }),
          accept: 'application/json, text/plain',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(traceparent !== undefined && { traceparent }),
        },
      });
      return { status: answer.statusCode, text: await answer.body.text() };
    } catch (error) {
      const why = error instanceof errors.UndiciError ? error.code : 'the connection failed';
      throw new ServiceUnavailable(name, deadline.signal.aborted ? `no answer in ${timeoutMs} ms` : why, {
        cause: error,
      });
    } finally {
      clearTimeout(timer);
    }
  }
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly token?: Secret;
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
