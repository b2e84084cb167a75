import { gzipSync } from 'node:zlib';
import { eventually } from '@accord/testing/eventually';
import { openSink, testClient } from './support/cleanup.js';
import { answering, reply, silent, type Visit } from './support/sink.js';

const kib = 1024;
const offer = { body: '{"offer":1}' };
const chunked = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

function drip(visit: Visit, text: string, everyMs = 20): void {
  let at = 0;
  const timer = setInterval(() => visit.socket.write(text.charAt(at++ % text.length)), everyMs);
  visit.socket.on('close', () => clearInterval(timer));
}

/** Writes as fast as the other side reads. */
function flood(visit: Visit, block: Buffer | string): void {
  const more = (): void => {
    while (visit.socket.writable && visit.socket.write(block));
  };
  visit.socket.on('drain', more);
  more();
}

describe('a partner that is slow', () => {
  const head = 'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n';
  it.each<[string, (visit: Visit) => void, object]>([
    ['accepts and says nothing', silent, {}],
    ['sends its head byte by byte', (visit) => drip(visit, 'HTTP/1.1 200 OK\r\nx-slow: '.padEnd(9_999, 'z')), {}],
    ['sends its head and nothing after', (visit) => void visit.socket.write(head), { head: { status: 200 } }],
    ['drips its body', (visit) => drip(visit.socket.write(head) ? visit : visit, 'x'), { head: { status: 200 } }],
    ['drips chunks without end', (visit) => drip(visit.socket.write(chunked) ? visit : visit, '1\r\nx\r\n'), {}],
  ])('%s: given up at the total deadline, and its connection reset', async (_what, script, seen) => {
    const sink = await openSink((visit) => visit.onRequest(() => script(visit)));
    const outcome = await testClient({ totalTimeoutMs: 600 }).post(sink.url(), offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'timeout', sent: 'maybe', ...seen });
    expect(outcome.kind === 'failed' && outcome.durationMs).toBeGreaterThanOrEqual(599);
    expect(outcome.kind === 'failed' && outcome.durationMs).toBeLessThan(3_000);
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
  });

  it.each([
    ['less', 200, 9_000],
    ['no more', 9_000, 200],
  ])('may be given %s time than the client allows', async (_what, totalTimeoutMs, longest) => {
    const sink = await openSink(silent);
    const outcome = await testClient({ totalTimeoutMs: longest }).post(sink.url(), { ...offer, totalTimeoutMs }).done;
    const durationMs = outcome.kind === 'failed' ? outcome.durationMs : 0;
    expect(durationMs).toBeGreaterThanOrEqual(199);
    expect(durationMs).toBeLessThan(3_000);
  });
});

describe('a reply that is too large', () => {
  const cut = { kind: 'answered', status: 200, truncated: true };

  it.each<[string, string, Buffer]>([
    ['has no end', 'HTTP/1.1 200 OK\r\n\r\n', Buffer.alloc(64 * kib, 'a')],
    ['announces a gigabyte', `HTTP/1.1 200 OK\r\ncontent-length: ${1024 ** 3}\r\n\r\n`, Buffer.alloc(64 * kib, 'a')],
    ['has chunks without end', chunked, Buffer.from(`1000\r\n${'a'.repeat(4096)}\r\n`)],
  ])('%s: read to the cap, kept to 16 KiB, and its connection reset', async (_what, head, block) => {
    let written = 0;
    const sink = await openSink((visit) =>
      visit.onRequest(() => {
        visit.socket.write(head);
        flood(visit, block);
        visit.socket.on('close', () => (written = visit.socket.bytesWritten));
      }),
    );
    const outcome = await testClient().post(sink.url(), offer).done;
    expect(outcome).toMatchObject({ ...cut, body: Buffer.alloc(16 * kib, 'a') });
    expect(outcome.kind === 'answered' && outcome.bytesRead).toBeGreaterThan(64 * kib);
    expect(outcome.kind === 'answered' && outcome.bytesRead).toBeLessThanOrEqual(128 * kib);
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
    expect(written).toBeLessThan(64 * 1024 * kib);
  });

  it('is not, at exactly the cap: read whole, and the connection used again', async () => {
    const sink = await openSink(answering(reply('a'.repeat(64 * kib))));
    const client = testClient();
    const outcome = await client.post(sink.url(), offer).done;
    expect(outcome).toMatchObject({ ...cut, bytesRead: 64 * kib });
    await client.post(sink.url(), offer).done;
    expect(sink.visits).toHaveLength(1);
  });

  it('stays as it came, though it would inflate to 60 MiB', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * kib));
    const head = Buffer.from(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`);
    const sink = await openSink(answering(Buffer.concat([head, bomb])));
    const outcome = await testClient().post(sink.url(), offer).done;
    expect(outcome).toMatchObject({
      kind: 'answered',
      bytesRead: bomb.length,
      headers: { 'content-encoding': 'gzip' },
    });
    expect(outcome.kind === 'answered' && outcome.body.equals(bomb.subarray(0, 16 * kib))).toBe(true);
  });

  it('costs little memory, fifty times at once', async () => {
    const block = Buffer.alloc(64 * kib, 'a');
    const sink = await openSink((visit) =>
      visit.onRequest(() => {
        visit.socket.write('HTTP/1.1 200 OK\r\n\r\n');
        flood(visit, block);
      }),
    );
    const client = testClient({ maxConnectionsPerOrigin: 50 });
    const before = process.memoryUsage().rss;
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => client.post(sink.url(), offer).done));
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * kib);
    expect(outcomes.every((outcome) => outcome.kind === 'answered' && outcome.body.length === 16 * kib)).toBe(true);
  });
});

describe('an answer that is not HTTP', () => {
  it.each<[string, string]>([
    ['HTTP/0.9', '<html>hello</html>'],
    ['noise', '\0\x01\x02\xff\r\n\r\n'],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a head of 1 MB', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(1024 * kib)}\r\n\r\n`],
    ['a bad content-length', 'HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n'],
    ['an unasked 100-continue', `HTTP/1.1 100 Continue\r\n\r\n${reply('ok')}`],
    ['an unasked upgrade', 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n'],
    ['a bad chunk', `${chunked}zz\r\n`],
    ['trailers without measure', `${chunked}0\r\n${'x: y\r\n'.repeat(100_000)}`],
  ])('%s: a protocol failure, and its connection reset', async (_what, answer) => {
    const sink = await openSink((visit) => visit.onRequest(() => visit.socket.write(answer, 'latin1')));
    const outcome = await testClient({ totalTimeoutMs: 2_000 }).post(sink.url(), offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'protocol', sent: 'maybe' });
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
  });

  it('is not read beyond 16 KiB of head, though its end would come', async () => {
    const answer = reply('ok', `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(17 * kib)}\r\n`);
    const sink = await openSink(answering(answer));
    const overflow = { kind: 'failed', reason: 'protocol', detail: 'UND_ERR_HEADERS_OVERFLOW' };
    expect(await testClient().post(sink.url(), offer).done).toMatchObject(overflow);
  });

  it.each<[string, string, string]>([
    ['informational answers', '', 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'.repeat(100)],
    ['chunk extensions', `${chunked}1;x=`, 'y'.repeat(4096)],
  ])('%s without end: given up long before the deadline', async (_what, head, block) => {
    const sink = await openSink((visit) =>
      visit.onRequest(() => {
        visit.socket.write(head);
        flood(visit, block);
      }),
    );
    const outcome = await testClient().post(sink.url(), offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'protocol', detail: 'TOO_MANY_BYTES', sent: 'maybe' });
    expect(outcome.kind === 'failed' && outcome.durationMs).toBeLessThan(8_000);
  });
});

describe('an answer that breaks off', () => {
  it.each<[string, string, (visit: Visit) => void]>([
    ['closed before it began', '', (visit) => visit.socket.end()],
    ['closed within the head', 'HTTP/1.1 200 OK\r\ncont', (visit) => visit.socket.end()],
    ['closed within the body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nshort', (visit) => visit.socket.end()],
    ['closed within a chunk', `${chunked}5\r\nab`, (visit) => visit.socket.end()],
    ['reset before it began', '', (visit) => visit.socket.resetAndDestroy()],
    [
      'reset within the body',
      'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nsh',
      (visit) => visit.socket.resetAndDestroy(),
    ],
  ])('%s: failed, and perhaps received', async (_what, part, end) => {
    const sink = await openSink((visit) => visit.onRequest(() => visit.socket.write(part, () => end(visit))));
    expect(await testClient().post(sink.url(), offer).done).toMatchObject({
      kind: 'failed',
      reason: 'reset',
      sent: 'maybe',
    });
    expect(sink.requests).toBe(1);
  });

  it('is told from a whole one where the head says that the connection closes', async () => {
    const part = 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 100\r\n\r\nshort';
    const sink = await openSink((visit) => visit.onRequest(() => visit.socket.end(part)));
    expect(await testClient().post(sink.url(), offer).done).toMatchObject({ kind: 'failed', head: { status: 200 } });
  });

  it('is no connection at all: nothing was sent', async () => {
    const sink = await openSink(silent);
    const url = sink.url();
    await sink.close();
    const outcome = await testClient().post(url, offer).done;
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'connect', detail: 'ECONNREFUSED', sent: 'nothing' });
  });
});
