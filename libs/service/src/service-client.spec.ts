import { createServer, type RequestListener, type Server } from 'node:http';

import { z } from 'zod';

import { Secret } from './secret.js';
import { ServiceClient, ServiceRefused, ServiceUnavailable } from './service-client.js';
import { parseTraceparent, runInTrace } from './trace-context.js';

const answer = z.strictObject({ ok: z.boolean() });
const token = new Secret('0123456789abcdef');
let server: Server;
let listener: RequestListener = () => undefined;
let client: ServiceClient;
/** One that does not wait for long. */
let hasty: ServiceClient;
let seen: Record<string, unknown> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen = { method: request.method, url: request.url, headers: request.headers, body };
      listener(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  client = new ServiceClient({ name: 'consent', baseUrl: `http://127.0.0.1:${port}`, token, timeoutMs: 20_000 });
  hasty = new ServiceClient({ name: 'consent', baseUrl: `http://127.0.0.1:${port}`, token, timeoutMs: 300 });
});
afterAll(async () => {
  await Promise.all([client.close(), hasty.close()]);
  server.closeAllConnections();
  server.close();
});

const answering =
  (status: number, body: string): RequestListener =>
  (_request, response) =>
    void response.writeHead(status).end(body);

describe('a call of one service to another', () => {
  it('shows the caller’s token, goes on in its trace, and gives back what was checked', async () => {
    listener = answering(200, '{"ok":true}');
    const parent = parseTraceparent('00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01');
    expect(await runInTrace(parent, () => client.post('/internal/v1/stops', { id: 1 }, answer))).toEqual({ ok: true });
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/internal/v1/stops',
      body: '{"id":1}',
      headers: {
        authorization: 'Bearer 0123456789abcdef',
        traceparent: expect.stringContaining('4bf92f3577b34da6a3ce929d0e0e4736'),
      },
    });
    expect(await client.get('/x', answer, new Secret('another-token-1234'))).toEqual({ ok: true });
    expect(seen).toMatchObject({ method: 'GET', headers: { authorization: 'Bearer another-token-1234' } });
  });

  it.each([
    [409, '{"type":"x/state-forbids"}', ServiceRefused],
    [404, 'no', ServiceRefused],
    [429, '', ServiceUnavailable],
    [500, '', ServiceUnavailable],
    [302, '', ServiceUnavailable],
    [200, 'no json', ServiceUnavailable],
    [200, '{"ok":"yes"}', ServiceUnavailable],
    [200, '{"ok":true,"more":1}', ServiceUnavailable],
  ])('that is answered by %d %s is a %p', async (status, body, kind) => {
    listener = answering(status, body);
    await expect(client.post('/x', {}, answer)).rejects.toThrow(kind);
  });

  it('carries a refusal’s problem along', async () => {
    listener = answering(409, '{"type":"x/state-forbids"}');
    await expect(client.post('/x', {}, answer)).rejects.toMatchObject({
      status: 409,
      problem: { type: 'x/state-forbids' },
    });
  });

  it('ends when its time is over, also where the answer only drips', async () => {
    listener = () => undefined;
    await expect(hasty.post('/x', {}, answer)).rejects.toThrow('no answer in 300 ms');
    listener = (_request, response) => {
      const drip = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(drip));
    };
    await expect(hasty.post('/x', {}, answer)).rejects.toThrow('no answer in 300 ms');
  });

  it('to a service that is away, or cuts the line, is unavailable', async () => {
    listener = (request) => void request.socket.destroy();
    await expect(client.post('/x', {}, answer)).rejects.toThrow(ServiceUnavailable);
    const nowhere = new ServiceClient({ name: 'consent', baseUrl: 'http://127.0.0.1:1', token });
    await expect(nowhere.get('/x', answer)).rejects.toThrow('consent is not available');
    await nowhere.close();
  });
});
