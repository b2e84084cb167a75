import { drained, layers, pairOver } from './support/secure.js';
import { reply, type Visit } from './support/sink.js';

const mib = 1024 ** 2;
const large = { body: Buffer.alloc(8 * mib, 'o') };
const options = { maxRequestBytes: 16 * mib, totalTimeoutMs: 5_000 };

/** Answers at the first bytes and reads no more. */
function early(answer: string): (visit: Visit) => void {
  return (visit) => {
    visit.socket.once('data', () => {
      visit.socket.pause();
      visit.socket.write(answer);
    });
  };
}

describe.each(layers)('an answer before the body was wholly written, over %s', (_layer, tls) => {
  it.each<[string, string, number]>([
    ['accepts', reply('ok'), 200],
    ['refuses', reply('too large', 'HTTP/1.1 413 Too Large\r\nretry-after: 9\r\n'), 413],
    ['is itself too large', `HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(200_000)}`, 200],
  ])('%s: it does not count, and the socket is reset before that is reported', async (_what, answer, status) => {
    const { sink, client } = await pairOver(tls, early(answer), options);
    const outcome = await client.post(sink.url(), large).done;
    const head = { status, headers: status === 413 ? { 'retry-after': '9' } : {} };
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'early-answer', sent: 'maybe', head });
    expect(client.load.connections).toBe(0);
    const { bytes, ended } = await drained(sink.visits[0]);
    expect(ended).toBe('reset');
    expect(bytes).toBeLessThan(large.body.length);
  });

  it('is told from a late one: the same body, read whole', async () => {
    const { sink, client } = await pairOver(
      tls,
      (visit) => visit.onRequest(() => visit.socket.write(reply('ok'))),
      options,
    );
    expect(await client.post(sink.url(), large).done).toMatchObject({ kind: 'answered', status: 200 });
    expect(sink.visits[0]?.bytes).toBeGreaterThan(large.body.length);
  });
});

describe.each(layers)('an end of the connection before the body was wholly written, over %s', (_layer, tls) => {
  it('resets ours too: what the kernel still holds is not sent in the background', async () => {
    const half = early('');
    const { sink, client } = await pairOver(
      tls,
      (visit) => (half(visit), visit.socket.once('data', () => visit.socket.end())),
      options,
    );
    expect(await client.post(sink.url(), large).done).toMatchObject({ kind: 'failed', reason: 'reset', sent: 'maybe' });
    expect((await drained(sink.visits[0])).bytes).toBeLessThan(large.body.length);
  });

  it('resets it at the deadline', async () => {
    const { sink, client } = await pairOver(tls, early(''), { ...options, totalTimeoutMs: 300 });
    expect(await client.post(sink.url(), large).done).toMatchObject({
      kind: 'failed',
      reason: 'timeout',
      sent: 'maybe',
    });
    const { bytes, ended } = await drained(sink.visits[0]);
    expect([ended, bytes < large.body.length]).toEqual(['reset', true]);
  });
});
