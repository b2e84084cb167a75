import { connect } from 'node:net';

import type { RunningEdge } from '@accord/service/run-edge';
import { eventually } from '@accord/testing/eventually';
import { HttpClient } from '@accord/testing/http-client';

import { echo, FakeService, json } from './fake-service.js';
import { openDoor, TOKEN } from './front-door.js';

let intake: FakeService;
let door: RunningEdge;
let client: HttpClient;
/** One that does not wait for long. */
let impatient: RunningEdge;

beforeAll(async () => {
  intake = await FakeService.start();
  door = await openDoor({ intake });
  impatient = await openDoor({ intake }, { ANSWER_TIMEOUT_MS: '300', IDLE_TIMEOUT_MS: '300' });
  client = new HttpClient(door.url);
});
beforeEach(() => {
  intake.answer = echo;
});
afterAll(async () => {
  await Promise.all([door.stop(), impatient.stop()]);
  await intake.stop();
});

describe('a request', () => {
  it('arrives as it was sent, with the caller’s true address', async () => {
    const spoofed = {
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'accord-front-door': 'guess',
      cookie: 's=1',
    };
    const answer = await client.post('/v1/offers?x=1&y=%C3%A9', { a: 'é' }, { ...spoofed, authorization: 'Bearer t' });
    expect(answer).toMatchObject({ status: 200, body: '{"a":"é"}' });
    expect(intake.last).toMatchObject({ method: 'POST', url: '/v1/offers?x=1&y=%C3%A9' });
    expect(intake.last?.headers).toMatchObject({
      authorization: 'Bearer t',
      host: new URL(intake.url).host,
      'content-length': '10',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': new URL(door.url).host,
      'accord-front-door': TOKEN,
      traceparent: expect.stringMatching(/^00-/),
    });
    expect(intake.last?.headers).not.toHaveProperty('forwarded');
    expect(intake.last?.headers).not.toHaveProperty('cookie');
    expect(answer.headers.get('x-request-id')).toBe(String(intake.last?.headers.traceparent).split('-')[1]);
  });

  it.each([
    '/internal/v1/permits',
    '/v1/offers/..%2f..%2finternal/v1/permits',
    '/v1/offers/%2e%2e/x',
    '/v1//offers',
    '/v1',
    '/nothing',
  ])('to %s reaches no service', async (path) => {
    const before = intake.requests.length;
    expect([400, 404]).toContain((await client.post(path, {})).status);
    expect(intake.requests).toHaveLength(before);
  });

  it('is given up where its sender goes away', async () => {
    let gone = false;
    intake.answer = (_request, response) => void response.once('close', () => (gone = true));
    const { hostname, port } = new URL(door.url);
    const socket = connect(Number(port), hostname);
    socket.write('POST /v1/offers HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    await eventually(() => expect(intake.last?.headers['content-length']).toBe('100'));
    socket.destroy();
    await eventually(() => expect(gone).toBe(true));
    intake.answer = echo;
    expect((await client.get('/v1/offers')).status).toBe(200);
  });
});

describe('bodies', () => {
  it('stream both ways: an answer begins before the request has ended', async () => {
    let send: ReadableStreamDefaultController<Uint8Array> | undefined;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (send = controller) });
    const answering = fetch(`${door.url}/v1/offers/bulk`, { method: 'POST', body, duplex: 'half' });
    send?.enqueue(new TextEncoder().encode('{"line":1}\n'));
    const reader = (await answering).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"line":1}\n');
    send?.enqueue(new TextEncoder().encode('{"line":2}\n'));
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"line":2}\n');
    send?.close();
  });

  it('wait for a service that reads slowly, instead of piling up here', async () => {
    let read = () => {};
    intake.answer = (request, response) => {
      read = () => {
        request.resume();
        request.once('end', () => response.end('done'));
      };
    };
    let sent = 0;
    const megabyte = new Uint8Array(2 ** 20);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 64) controller.close();
        else controller.enqueue(megabyte);
      },
    });
    const before = intake.requests.length;
    const answering = fetch(`${door.url}/v1/offers/bulk`, { method: 'POST', body, duplex: 'half' });
    await eventually(() => expect(intake.requests.length).toBeGreaterThan(before));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sent).toBeLessThan(24);
    read();
    expect(await (await answering).text()).toBe('done');
    expect(sent).toBe(65);
  });

  it('of 32 MB pass whole', async () => {
    const piece = new Uint8Array(2 ** 20).fill(7);
    let left = 32;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => ((left -= 1) < 0 ? controller.close() : controller.enqueue(piece)),
    });
    const answer = await fetch(`${door.url}/v1/offers/bulk`, { method: 'POST', body, duplex: 'half' });
    let received = 0;
    for await (const chunk of answer.body ?? []) received += chunk.length;
    expect(received).toBe(32 * 2 ** 20);
  });

  it('of server-sent events come as they are written, and last longer than any pause', async () => {
    intake.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('data: 1\n\n');
      setTimeout(() => response.end('data: 2\n\n'), 900);
    };
    const reader = (await fetch(`${impatient.url}/v1/offers/7/events`)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n');
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 2\n\n');
  });

  it('that are refused before their end are answered all the same', async () => {
    intake.answer = (request, response) => {
      response.writeHead(413, { 'content-type': 'application/problem+json' }).end('{"status":413}');
      request.resume();
    };
    expect(await client.post('/v1/offers', 'x'.repeat(10 * 2 ** 20))).toMatchObject({
      status: 413,
      body: { status: 413 },
    });
    intake.answer = echo;
    expect((await client.get('/v1/offers')).status).toBe(200);
  });
});

describe('an answer', () => {
  it('comes back as it was given', async () => {
    intake.answer = (_request, response) => {
      response
        .writeHead(412, {
          etag: '"4"',
          'set-cookie': ['a=1', 'b=2'],
          'x-powered-by': 'x',
          'content-encoding': 'identity',
        })
        .end('no');
    };
    const answer = await client.put('/v1/offers/7', {});
    expect(answer).toMatchObject({ status: 412, body: 'no' });
    expect(answer.headers.get('etag')).toBe('"4"');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  it.each([204, 304])('%d has no body', async (status) => {
    intake.answer = (_request, response) => void response.writeHead(status).end();
    expect(await client.get('/v1/offers/7')).toMatchObject({ status, body: undefined });
  });

  it('that breaks off does not look whole', async () => {
    intake.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"half":');
      setTimeout(() => response.destroy(), 50);
    };
    await expect(client.get('/v1/offers/7')).rejects.toThrow();
  });

  it('that pauses for too long is cut', async () => {
    intake.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"half":');
    };
    await expect(new HttpClient(impatient.url).get('/v1/offers/7')).rejects.toThrow();
  });
});

describe('a service', () => {
  const problem = (status: number, code: string, service: string) => ({
    status,
    body: { status, service, type: expect.stringContaining(code), detail: expect.stringContaining(service) },
  });

  it('that is away is named, with when to come back', async () => {
    const answer = await client.get('/v1/reviews');
    expect(answer).toMatchObject(problem(503, 'unavailable', 'moderation'));
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it('that takes too long is named', async () => {
    intake.answer = () => undefined;
    expect(await new HttpClient(impatient.url).get('/v1/offers')).toMatchObject(
      problem(504, 'gateway-timeout', 'intake'),
    );
  });

  it('that answers nonsense is named', async () => {
    intake.answer = (request) => void request.socket.end('SSH-2.0-OpenSSH\r\n\r\n');
    expect(await client.post('/v1/offers', {})).toMatchObject(problem(502, 'bad-gateway', 'intake'));
  });

  it('that dies at work is named, and served again once it is back', async () => {
    intake.answer = () => undefined;
    const before = intake.requests.length;
    const atWork = client.post('/v1/offers', {});
    await eventually(() => expect(intake.requests.length).toBeGreaterThan(before));
    await intake.stop();
    expect(await atWork).toMatchObject(problem(503, 'unavailable', 'intake'));
    expect((await client.get('/v1/offers')).status).toBe(503);
    intake.answer = json({ back: true });
    await intake.startAgain();
    expect(await client.get('/v1/offers')).toMatchObject({ status: 200, body: { back: true } });
  });

  it('that closes a kept connection as it is used again costs a reader nothing', async () => {
    intake.answer = json({ n: 1 });
    expect((await client.get('/v1/offers')).status).toBe(200);
    let first = true;
    intake.answer = (request, response) => {
      if (first) request.socket.resetAndDestroy();
      else void json({ n: 2 })(request, response);
      first = false;
    };
    expect(await client.get('/v1/offers')).toMatchObject({ status: 200, body: { n: 2 } });
  });
});

it('many at once, some of them broken, are each answered for themselves', async () => {
  let n = 0;
  intake.answer = (request, response) => {
    n += 1;
    if (n % 3 === 0) request.socket.destroy();
    else void json({ url: request.url })(request, response);
  };
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, at) => client.post(`/v1/offers/${at}/renewal`, {})),
  );
  for (const [at, { status, body }] of answers.entries()) {
    if (status === 200) expect(body).toEqual({ url: `/v1/offers/${at}/renewal` });
    else expect(status).toBe(503);
  }
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(100);
});
