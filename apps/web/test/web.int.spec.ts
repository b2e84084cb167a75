import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { readConfig } from '@accord/service/config';
import { type RunningEdge, startEdge } from '@accord/service/run-edge';
import { CapturedLog } from '@accord/testing/captured-log';
import { HttpClient } from '@accord/testing/http-client';
import { TestIssuer } from '@accord/testing/test-issuer';

import { web } from '../src/web.js';
import { webConfig } from '../src/web.config.js';

const TOKEN = 'token-of-the-front-door';
const DOWN = 'http://127.0.0.1:1';

/** A service that tells what reached it. */
class Echo {
  readonly requests: IncomingMessage[] = [];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<Echo> {
    const server = createServer();
    const echo = new Echo(server);
    server.on('request', (request, response) => void echo.answer(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return echo;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** Streams back what comes, piece by piece. */
  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push(request);
    if (request.url?.startsWith('/v1/dead-letters') === true) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"items":[{"id":"1"}]}');
      return;
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.flushHeaders();
    for await (const chunk of request) response.write(chunk);
    response.end();
  }
}

describe('the front door', () => {
  let echo: Echo;
  let issuer: TestIssuer;
  let door: RunningEdge;
  let client: HttpClient;

  beforeAll(async () => {
    echo = await Echo.start();
    issuer = await TestIssuer.start();
    const urls = {
      INTAKE_URL: echo.url,
      MODERATION_URL: DOWN,
      CONSENT_URL: echo.url,
      PUBLISHER_URL: echo.url,
      PARTNERS_URL: echo.url,
      PORTAL_URL: echo.url,
    };
    const config = readConfig(webConfig, { ...urls, PORT: '0', SERVICE_TOKEN: TOKEN, ISSUER_URL: issuer.url });
    door = await startEdge(web, config, new CapturedLog('web').log);
    client = new HttpClient(door.url);
  });
  afterAll(async () => {
    await door.stop();
    await issuer.stop();
    await echo.stop();
  });

  it('hands on the request as it is, with the caller’s true address', async () => {
    const spoofed = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9', 'accord-front-door': 'guess' };
    const answer = await client.post('/v1/offers?x=1', { a: 'é' }, { ...spoofed, authorization: 'Bearer t' });
    expect(answer).toMatchObject({ status: 200, body: '{"a":"é"}' });
    const request = echo.requests.at(-1);
    expect(request).toMatchObject({ method: 'POST', url: '/v1/offers?x=1' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer t',
      'x-forwarded-for': '127.0.0.1',
      'accord-front-door': TOKEN,
    });
    expect(request?.headers).not.toHaveProperty('forwarded');
    expect(request?.headers['traceparent']).toMatch(/^00-/);
  });

  it('streams both ways: an answer begins before the request has ended', async () => {
    let send: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    const answering = fetch(`${door.url}/v1/offers/bulk`, { method: 'POST', body, duplex: 'half' });
    send?.enqueue(new TextEncoder().encode('{"line":1}\n'));
    const reader = (await answering).body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toBe('{"line":1}\n');
    send?.enqueue(new TextEncoder().encode('{"line":2}\n'));
    const second = await reader?.read();
    expect(new TextDecoder().decode(second?.value)).toBe('{"line":2}\n');
    send?.close();
  });

  it('tells which service is away, and when to come back', async () => {
    const answer = await client.get('/v1/reviews');
    expect(answer).toMatchObject({
      status: 503,
      body: { service: 'moderation', type: expect.stringContaining('unavailable') },
    });
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it.each(['/internal/v1/permits', '/v1/offers/..%2f..%2finternal/v1/permits', '/nothing'])(
    'serves nothing at %s',
    async (path) => {
      const before = echo.requests.length;
      expect((await client.post(path, {})).status).toBe(404);
      expect(echo.requests).toHaveLength(before);
    },
  );

  it('gathers dead letters for operators, and for nobody else', async () => {
    expect((await client.get('/v1/dead-letters')).status).toBe(401);
    const as = async (role: 'operator' | 'employer') =>
      new HttpClient(door.url, await issuer.tokenFor({ id: 'x', role }));
    expect((await (await as('employer')).get('/v1/dead-letters')).status).toBe(403);
    const { body } = await (await as('operator')).get('/v1/dead-letters');
    expect(body).toMatchObject({
      items: expect.arrayContaining([{ service: 'intake', id: '1' }]),
      unavailable: ['moderation'],
    });
  });

  it('has a start page', async () => {
    const answer = await client.get('/');
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('/docs');
  });
});
