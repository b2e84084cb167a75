import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';

import type { EdgeConfig } from './config.js';
import type { Health, HealthReport } from './health.js';
import type { Log } from './logging.js';
import type { Metrics } from './metrics.js';
import { Problem } from './problem.js';
import { problemFrom } from './problem.filter.js';
import { requestScope } from './request-scope.js';
import { sendProblem } from './send-problem.js';

export interface FrameParts {
  readonly name: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health: Health;
}

/**
 * The HTTP server of every process of ours. It listens before the service is ready, so that probes are answered from the
 * start; everything else is told to come back until `open()`. `close()` lets requests in flight end.
 */
export class HttpFrame {
  readonly app: Express = express();
  readonly server: Server;
  private readonly answering = new Set<ServerResponse>();
  private readonly stopping = new AbortController();
  private opened = false;

  constructor(private readonly parts: FrameParts) {
    this.server = createServer({ requestTimeout: 0, headersTimeout: 15_000, keepAliveTimeout: 61_000 }, this.app);
    this.server.on('clientError', answerNonsense);
    this.app.disable('x-powered-by');
    this.app.disable('etag');
    this.app.use(requestScope(parts.log, parts.metrics));
    this.app.use((_request, response, next) => this.track(response, next));
    this.app.use(securityHeaders());
    this.app.get('/health/live', (_request, response) => this.report(response, parts.health.live()));
    this.app.get('/health/ready', (_request, response) => this.report(response, this.readiness()));
    this.app.get('/metrics', (_request, response) => this.figures(response));
    this.app.use((request, response, next) => this.gate(request, response, next));
  }

  /** Ends long answers (server-sent events) when the process is asked to stop. */
  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  async listen(config: Pick<EdgeConfig, 'HOST' | 'PORT'>): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(config.PORT, config.HOST, resolve);
    });
    return urlOf(this.server);
  }

  open(): void {
    this.opened = true;
  }

  /** Takes no new connection, waits for the answers under way, then cuts what is left. */
  async close(timeoutMs: number): Promise<void> {
    this.stopping.abort();
    for (const response of this.answering) if (!response.headersSent) response.setHeader('connection', 'close');
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    const idle = setInterval(() => this.server.closeIdleConnections(), 50);
    const late = setTimeout(() => {
      this.parts.log.warn('http.cut', { requests: this.answering.size, afterMs: timeoutMs });
      this.server.closeAllConnections();
    }, timeoutMs);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  }

  /** Errors outside any Nest route: a broken address, a handler of the frame. Mounted last. */
  mountErrors(): void {
    this.app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
      const problem = problemFrom(error, request);
      if (problem.status >= 500) this.parts.log.error('http.failed', error, { method: request.method });
      sendProblem(response, problem);
    });
  }

  private track(response: Response, next: NextFunction): void {
    this.answering.add(response);
    response.once('close', () => this.answering.delete(response));
    if (this.stopping.signal.aborted) response.setHeader('connection', 'close');
    next();
  }

  private gate(request: Request, response: Response, next: NextFunction): void {
    const refusal = this.opened
      ? addressRefusal(request.url)
      : new Problem('unavailable', `${this.parts.name} is starting.`, [], { retryAfterS: 1 });
    if (refusal === undefined) next();
    else sendProblem(response, refusal);
  }

  private async readiness(): Promise<HealthReport> {
    if (this.stopping.signal.aborted) return { ok: false, checks: { running: 'down' } };
    const report = await this.parts.health.ready();
    return this.opened ? report : { ok: false, checks: { started: 'down', ...report.checks } };
  }

  private async report(response: Response, report: Promise<HealthReport>): Promise<void> {
    const { ok, checks } = await report;
    response
      .status(ok ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: ok ? 'up' : 'down', checks });
  }

  private async figures(response: Response): Promise<void> {
    const { registry } = this.parts.metrics;
    response.set('content-type', registry.contentType).send(await registry.metrics());
  }
}

/** The API documents need inline styles and data images; nothing of ours is ever framed or loaded from elsewhere. */
const securityHeaders = () =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: false,
  });

/** What is no HTTP, or whose headers are too many or too slow, gets a short answer and the end of its connection. */
function answerNonsense(error: Error, socket: Duplex): void {
  const [status, title] = nonsense[String(Reflect.get(error, 'code'))] ?? [400, 'Bad Request'];
  if (!socket.writable) return;
  const body = JSON.stringify({ type: 'about:blank', title, status, detail: 'The request could not be read as HTTP.' });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

const nonsense: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
};

/** Decoded once here, so that a NUL or a broken escape is refused before any route or store sees it. */
function addressRefusal(url: string): Problem | undefined {
  try {
    if (!decodeURIComponent(url).includes('\u0000')) return undefined;
    return new Problem('malformed-url', 'The address holds a NUL character (%00): remove it.');
  } catch {
    return new Problem('malformed-url', 'The address holds a broken %-escape: correct it.');
  }
}

function urlOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on TCP');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}
