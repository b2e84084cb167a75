import type { z } from 'zod';

export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

interface Send {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or bytes are sent as they are. */
  readonly body?: unknown;
}

/** A caller of one service's API with one token: answers are never thrown, bodies are parsed where they are JSON. */
export class HttpClient {
  constructor(
    readonly baseUrl: string,
    private readonly token?: string,
  ) {}

  get(path: string, headers?: Send['headers']): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body?: unknown, headers?: Send['headers']): Promise<Answer> {
    return this.send('POST', path, { body, headers });
  }

  put(path: string, body?: unknown, headers?: Send['headers']): Promise<Answer> {
    return this.send('PUT', path, { body, headers });
  }

  delete(path: string, body?: unknown, headers?: Send['headers']): Promise<Answer> {
    return this.send('DELETE', path, { body, headers });
  }

  /** The body, checked against what it should be: for tests that go on with a part of it. */
  async read<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> {
    const answer = await this.get(path);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return schema.parse(answer.body);
  }

  async send(method: string, path: string, { headers = {}, body }: Send): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(new URL(path, this.baseUrl), {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? toBody(body) : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: parsed(text, answer.headers.get('content-type')) };
  }
}

const toBody = (body: string | Uint8Array): string | Buffer => (typeof body === 'string' ? body : Buffer.from(body));

function parsed(text: string, type: string | null): unknown {
  if (text === '') return undefined;
  return /\bjson\b/.test(type ?? '') && !/ndjson/.test(type ?? '') ? JSON.parse(text) : text;
}
