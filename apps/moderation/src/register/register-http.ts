import { Agent, request, type Dispatcher } from 'undici';

import { RegisterUnavailable } from './establishment-register.js';

export interface RegisterHttpOptions {
  readonly baseUrl: string;
  /** For the whole call: connection, answer and body. */
  readonly timeoutMs: number;
  readonly connections: number;
}

/** An answer that is an answer: found, or known not to be there. */
export type RegisterAnswer = { readonly status: 200; readonly body: unknown } | { readonly status: 404 };

/** Answers are some kilobytes; a register that sends more is not one. */
const MOST_BYTES = 1_048_576;

/** GET of JSON from a register the operator configured: no redirects, a total deadline, a limit of size. */
export class RegisterHttp {
  private readonly agent: Agent;

  constructor(private readonly options: RegisterHttpOptions) {
    this.agent = new Agent({
      connections: options.connections,
      pipelining: 1,
      connect: { timeout: options.timeoutMs },
    });
  }

  /** @throws RegisterUnavailable */
  async get(path: string): Promise<RegisterAnswer> {
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.options.timeoutMs);
    try {
      return await this.exchange(path, deadline.signal);
    } catch (error) {
      if (error instanceof RegisterUnavailable) throw error;
      const late = deadline.signal.aborted;
      throw new RegisterUnavailable(late ? `no answer in ${this.options.timeoutMs} ms` : 'the connection failed', {
        cause: error,
      });
    } finally {
      clearTimeout(timer);
    }
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async exchange(path: string, signal: AbortSignal): Promise<RegisterAnswer> {
    const { baseUrl } = this.options;
    const answer = await request(new URL(path, baseUrl), {
      dispatcher: this.agent,
      signal,
      headers: { accept: 'application/json' },
    });
    const { statusCode: status } = answer;
    if (status !== 200) {
      await answer.body.dump({ limit: MOST_BYTES });
      if (status === 404) return { status };
      throw new RegisterUnavailable(`it answered ${status}`, { busy: status === 429 });
    }
    return { status, body: JSON.parse(await textOf(answer.body)) };
  }
}

async function textOf(body: Dispatcher.ResponseData['body']): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    if (bytes > MOST_BYTES) throw new RegisterUnavailable('its answer is too large');
    parts.push(buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}
