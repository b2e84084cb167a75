import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  request as startRequest,
  type ServerResponse,
} from 'node:http';

import { Problem } from '@accord/service/problem';
import type { Secret } from '@accord/service/secret';
import { sendProblem } from '@accord/service/send-problem';
import { activeTraceparent } from '@accord/service/trace-context';

import type { ClientAddresses } from './client-address.js';
import { towardsClient, towardsService } from './domain/forwarded-headers.js';

export interface ProxyOptions {
  readonly service: string;
  readonly baseUrl: string;
  readonly clients: ClientAddresses;
  readonly token: Secret;
  readonly answerTimeoutMs: number;
  readonly idleTimeoutMs: number;
}

/** How long a client may go on sending a body that nobody reads any more. */
const LEFTOVER_MS = 10_000;

/**
 * Hands requests on to one service, and its answers back, byte by byte as they come: imports and event streams of any length
 * pass in constant memory. A service that is down, slow or broken becomes a problem that names it.
 */
export class ServiceProxy {
  private readonly target: URL;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 512, maxFreeSockets: 64, scheduling: 'lifo' });

  constructor(private readonly options: ProxyOptions) {
    this.target = new URL(options.baseUrl);
  }

  /** `url`: path and query as the service is to get them. */
  handle(request: IncomingMessage, response: ServerResponse, url: string): void {
    new Passage(request, response, () => this.start(request, url), this.options).begin();
  }

  close(): void {
    this.agent.destroy();
  }

  private start(request: IncomingMessage, url: string): ClientRequest {
    const { clients, token, answerTimeoutMs } = this.options;
    return startRequest({
      agent: this.agent,
      host: this.target.hostname.replace(/^\[|\]$/g, ''),
      port: this.target.port || 80,
      method: request.method,
      path: url,
      timeout: answerTimeoutMs,
      headers: towardsService(request.headers, {
        host: this.target.host,
        clientAddress: clients.of(request),
        clientHost: request.headers.host,
        protocol: 'http',
        traceparent: activeTraceparent(),
        proof: token.reveal(),
      }),
    });
  }
}

/** One request on its way. */
class Passage {
  private outgoing: ClientRequest | undefined;
  private answered = false;
  private repeated = false;

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    private readonly start: () => ClientRequest,
    private readonly options: ProxyOptions,
  ) {}

  begin(): void {
    this.response.once('close', () => this.outgoing?.destroy());
    this.response.once('finish', () => this.dropLeftover());
    this.send();
  }

  private send(): void {
    const outgoing = (this.outgoing = this.start());
    outgoing.once('response', (answer) => this.passBack(answer));
    outgoing.once('timeout', () => this.tookTooLong());
    outgoing.once('error', (error) => this.broken(error));
    if (hasBody(this.request)) this.request.pipe(outgoing);
    else outgoing.end();
  }

  /** Once the answer has begun, its own patience counts. */
  private tookTooLong(): void {
    if (this.answered) return;
    this.fail(new Problem('gateway-timeout', `${this.name} took too long to answer.`, [], this.again));
  }

  private passBack(answer: IncomingMessage): void {
    this.answered = true;
    const isStream = /^text\/event-stream/.test(answer.headers['content-type'] ?? '');
    answer.setTimeout(isStream ? 0 : this.options.idleTimeoutMs, () => answer.destroy());
    for (const [name, value] of Object.entries(towardsClient(answer.headers))) {
      if (value !== undefined) this.response.setHeader(name, value);
    }
    this.response.writeHead(answer.statusCode ?? 502);
    this.response.flushHeaders();
    answer.pipe(this.response);
    // An answer that breaks off must not look whole to the client.
    answer.once('error', () => this.response.destroy());
    answer.once('aborted', () => this.response.destroy());
  }

  private broken(error: Error): void {
    if (this.answered || this.response.writableEnded || this.response.destroyed) return;
    if (this.mayRepeat(error)) {
      this.repeated = true;
      this.send();
      return;
    }
    const code: unknown = Reflect.get(error, 'code');
    const down =
      code === 'ECONNREFUSED' ||
      code === 'ECONNRESET' ||
      code === 'EPIPE' ||
      code === 'EHOSTUNREACH' ||
      code === 'ENOTFOUND';
    this.fail(
      down
        ? new Problem('unavailable', `${this.name} is not available at the moment.`, [], {
            ...this.again,
            cause: error,
          })
        : new Problem('bad-gateway', `${this.name} gave no usable answer.`, [], { ...this.again, cause: error }),
    );
  }

  /** A kept connection may be closed by the service just as we use it: nothing was lost then, and without a body it is asked anew. */
  private mayRepeat(error: Error): boolean {
    const safe = this.request.method === 'GET' || this.request.method === 'HEAD';
    return (
      safe && !this.repeated && this.outgoing?.reusedSocket === true && Reflect.get(error, 'code') === 'ECONNRESET'
    );
  }

  private fail(problem: Problem): void {
    this.answered = true;
    this.outgoing?.destroy();
    sendProblem(this.response, problem);
  }

  private dropLeftover(): void {
    if (this.request.complete) return;
    this.request.unpipe();
    this.request.resume();
    setTimeout(() => this.request.complete || this.request.destroy(), LEFTOVER_MS).unref();
  }

  private get name(): string {
    return `The service "${this.options.service}"`;
  }

  private get again() {
    return { retryAfterS: 2, members: { service: this.options.service } };
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
