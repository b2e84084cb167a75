import { eventually } from '@accord/testing/eventually';
import { SafeHttp } from '../src/safe-http.js';
import { openSink, testClient } from './support/cleanup.js';
import { answering, reply, silent } from './support/sink.js';

const hello = { headers: { 'content-type': 'application/json', 'webhook-id': 'msg_1' }, body: '{"hello":"wörld"}' };

describe('a request that is answered', () => {
  it('reports what the partner said, with the headers a sender acts on', async () => {
    const head = 'HTTP/1.1 429 Slow Down\r\nRetry-After: 120\r\nContent-Type: text/plain\r\nX-Other: 1\r\n';
    const sink = await openSink(answering(reply('later', head)));
    expect(await testClient().post(sink.url(), hello).done).toEqual({
      kind: 'answered',
      status: 429,
      headers: { 'retry-after': '120', 'content-type': 'text/plain' },
      body: Buffer.from('later'),
      truncated: false,
      bytesRead: 5,
      durationMs: expect.any(Number),
      remoteAddress: '127.0.0.1',
    });
  });

  it('was sent as it was given, for one host, asking for no compression', async () => {
    const sink = await openSink(answering());
    await testClient().post(`${sink.url()}?a=1#fragment`, hello).done;
    expect(sink.visits[0]?.text).toBe(
      [
        'POST /hook?a=1 HTTP/1.1',
        `host: 127.0.0.1:${sink.port}`,
        'connection: keep-alive',
        'content-type: application/json',
        'webhook-id: msg_1',
        'accept-encoding: identity',
        'user-agent: Accord',
        'content-length: 18',
        '',
        Buffer.from(hello.body).toString('latin1'),
      ].join('\r\n'),
    );
  });

  it.each([301, 302, 303, 307, 308])('is over at a %i: no redirect is followed', async (status) => {
    const elsewhere = await openSink(answering());
    const sink = await openSink(answering(reply('', `HTTP/1.1 ${status} Moved\r\nlocation: ${elsewhere.url()}\r\n`)));
    const outcome = await testClient().post(sink.url(), hello).done;
    expect(outcome).toMatchObject({ kind: 'answered', status, headers: { location: elsewhere.url() } });
    expect(elsewhere.visits).toHaveLength(0);
  });

  it.each(['HTTP/1.1 204 No Content\r\n\r\n', 'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nto the end'])(
    'needs no content-length: %j',
    async (answer) => {
      const sink = await openSink((visit) => visit.onRequest(() => visit.socket.end(answer)));
      expect(await testClient().post(sink.url(), hello).done).toMatchObject({ kind: 'answered' });
    },
  );

  it('looks past informational answers', async () => {
    const early = 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n';
    const sink = await openSink(answering(early + early + reply('ok', 'HTTP/1.1 201 Created\r\n')));
    expect(await testClient().post(sink.url(), hello).done).toMatchObject({ kind: 'answered', status: 201 });
  });

  it('comes from a body that may be bytes, or empty', async () => {
    const sink = await openSink(answering());
    const client = testClient();
    await client.post(sink.url(), { body: Buffer.from([0, 255]) }).done;
    await client.post(sink.url(), { body: '' }).done;
    expect(sink.visits[0]?.text).toMatch(/content-length: 2\r\n\r\n\0\xff.*content-length: 0\r\n\r\n$/s);
  });
});

describe('a page that is read', () => {
  it('is asked for without a body, and kept as far as its caller wants', async () => {
    const sink = await openSink(answering(reply('x'.repeat(50), 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n')));
    const outcome = await testClient({ keepReplyBytes: 20 }).get(sink.url('127.0.0.1', '/ad?id=1'), {
      headers: { accept: 'text/html' },
    }).done;
    expect(outcome).toMatchObject({ kind: 'answered', status: 200, bytesRead: 50, truncated: true });
    expect(sink.visits[0]?.text).toBe(
      [
        'GET /ad?id=1 HTTP/1.1',
        `host: 127.0.0.1:${sink.port}`,
        'connection: keep-alive',
        'accept: text/html',
        'accept-encoding: identity',
        'user-agent: Accord',
        '',
        '',
      ].join('\r\n'),
    );
  });

  it('has an end, however much its server sends', async () => {
    const sink = await openSink(answering(reply('x'.repeat(5_000))));
    const outcome = await testClient({ maxReplyBytes: 1_000, keepReplyBytes: 1_000 }).get(sink.url()).done;
    expect(outcome).toMatchObject({ kind: 'answered', truncated: true, body: Buffer.from('x'.repeat(1_000)) });
    await eventually(() => expect(sink.visits[0]?.ended).not.toBe('open'));
  });

  it.each([
    ['a host that is not public', 'https://127.0.0.2/ad', 'forbidden-address'],
    ['plain http', 'http://example.org/ad', 'scheme'],
    ['a password', 'https://a:b@example.org/ad', 'userinfo'],
  ])('is refused from %s, as a request that is sent would be', async (_what, url, reason) => {
    expect(await new SafeHttp().get(url).done).toMatchObject({ kind: 'refused', reason });
  });
});

describe('connections', () => {
  it('are kept and used again', async () => {
    const sink = await openSink(answering());
    const client = testClient();
    for (let turn = 0; turn < 5; turn += 1) await client.post(sink.url(), hello).done;
    expect(sink.visits).toHaveLength(1);
    expect(sink.requests).toBe(5);
  });

  it('are no more than the limit of an origin, and serve all that wait', async () => {
    const sink = await openSink(answering());
    const client = testClient({ maxConnectionsPerOrigin: 3 });
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => client.post(sink.url(), hello).done));
    expect(outcomes.every(({ kind }) => kind === 'answered')).toBe(true);
    expect([sink.visits.length, sink.requests]).toEqual([3, 40]);
  });

  it('hold one request at a time', async () => {
    const sink = await openSink(silent);
    const client = testClient({ maxConnectionsPerOrigin: 1, totalTimeoutMs: 800 });
    const outcomes = await Promise.all([1, 2].map(() => client.post(sink.url(), hello).done));
    expect(outcomes.map((outcome) => outcome.kind === 'failed' && outcome.sent)).toEqual(['maybe', 'nothing']);
    expect(sink.requests).toBe(1);
  });

  it('close politely when they were idle for a while, and then nothing of the origin stays', async () => {
    const sink = await openSink(answering());
    const client = testClient({ idleTimeoutMs: 200 });
    await client.post(sink.url(), hello).done;
    expect(client.load).toEqual({ requests: 0, origins: 1, connections: 1 });
    await eventually(() => expect(client.load).toEqual({ requests: 0, origins: 0, connections: 0 }));
    await eventually(() => expect(sink.visits[0]?.ended).toBe('closed'));
  });

  it('are not used for ever, so that a partner that moved is followed', async () => {
    const sink = await openSink(answering());
    const client = testClient({ maxConnectionAgeMs: 0 });
    for (let turn = 0; turn < 3; turn += 1) await client.post(sink.url(), hello).done;
    expect(sink.visits).toHaveLength(3);
  });

  it('are closed by close(), which lets requests under way end and refuses new ones', async () => {
    const sink = await openSink((visit) =>
      visit.onRequest(() => setTimeout(() => visit.socket.write(reply('ok')), 100)),
    );
    const client = testClient();
    const { done } = client.post(sink.url(), hello);
    await eventually(() => expect(sink.requests).toBe(1));
    const started = performance.now();
    await client.close();
    expect([client.load, performance.now() - started < 5_000]).toEqual([
      { requests: 0, origins: 0, connections: 0 },
      true,
    ]);
    expect(await done).toMatchObject({ kind: 'answered' });
    expect(await client.post(sink.url(), hello).done).toMatchObject({ kind: 'refused', reason: 'closed' });
    await eventually(() => expect(sink.visits[0]?.ended).toBe('closed'));
  });
});
