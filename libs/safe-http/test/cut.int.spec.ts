import { eventually } from '@accord/testing/eventually';
import fc from 'fast-check';
import type { SafeExchange, SafeOutcome } from '../src/outcome.js';
import { openSink, testClient } from './support/cleanup.js';
import { NameServer } from './support/name-server.js';
import { drained, layers, pairOver } from './support/secure.js';
import { answering, reply, silent, type Sink, type Visit } from './support/sink.js';

const offer = { body: '{"offer":1}' };
const cutMaybe = { kind: 'failed', reason: 'cut', detail: 'agreement withdrawn', sent: 'maybe' };
const cutUnsent = { ...cutMaybe, sent: 'nothing' };

describe.each(layers)('a request cut over %s', (_layer, tls) => {
  it('while the partner thinks: its socket is reset, and dead when cut() resolves', async () => {
    const { sink, client } = await pairOver(tls, silent);
    const exchange = client.post(sink.url(), offer);
    await eventually(() => expect(sink.requests).toBe(1));
    let reported: unknown;
    void exchange.done.then((outcome) => (reported = outcome));
    await exchange.cut('agreement withdrawn');
    expect(reported).toMatchObject(cutMaybe);
    expect(client.load.connections).toBe(0);
    await eventually(() => expect(sink.visits[0]?.ended).toBe('reset'));
  });

  it('while its body is on the way: what the kernel holds is dropped, the rest never comes', async () => {
    const body = Buffer.alloc(8 * 1024 ** 2, 'o');
    const paused = (visit: Visit): void => void visit.socket.once('data', () => visit.socket.pause());
    const { sink, client } = await pairOver(tls, paused, { maxRequestBytes: body.length });
    const exchange = client.post(sink.url(), { body });
    await eventually(() => expect(sink.visits[0]?.bytes).toBeGreaterThan(0));
    await exchange.cut('agreement withdrawn');
    expect(await exchange.done).toMatchObject(cutMaybe);
    const { bytes, ended } = await drained(sink.visits[0]);
    expect([ended, bytes < body.length]).toEqual(['reset', true]);
  });

  it('while the answer is on the way', async () => {
    const part = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\npart';
    const { sink, client } = await pairOver(tls, answering(part));
    const exchange = client.post(sink.url(), offer);
    await eventually(() => expect(sink.requests).toBe(1));
    await exchange.cut('agreement withdrawn');
    expect(await exchange.done).toMatchObject(cutMaybe);
  });

  it('in the moment it was made: nothing is sent', async () => {
    const { sink, client } = await pairOver(tls, answering());
    const exchange = client.post(sink.url(), offer);
    await exchange.cut('agreement withdrawn');
    expect(await exchange.done).toMatchObject(cutUnsent);
    expect(await client.post(sink.url(), offer).done).toMatchObject({ kind: 'answered' });
    expect(sink.requests).toBe(1);
  });

  it('just before it goes on a kept connection: nothing is sent, and the connection serves the next', async () => {
    const { sink, client } = await pairOver(tls, answering(), { maxConnectionsPerOrigin: 1 });
    await client.post(sink.url(), offer).done;
    const exchange = client.post(sink.url(), { body: 'never' });
    await exchange.cut('agreement withdrawn');
    expect(await exchange.done).toMatchObject(cutUnsent);
    await client.post(sink.url(), offer).done;
    expect([sink.visits.length, sink.requests, sink.visits[0]?.text.includes('never')]).toEqual([1, 2, false]);
  });

  it('after its answer: nothing happens, least of all to the next request on its connection', async () => {
    const { sink, client } = await pairOver(tls, (visit) =>
      visit.onRequest((count) => setTimeout(() => visit.socket.write(reply(`${count}`)), 50)),
    );
    const first = client.post(sink.url(), offer);
    await first.done;
    const second = client.post(sink.url(), offer);
    await eventually(() => expect(sink.requests).toBe(2));
    await first.cut('agreement withdrawn');
    expect([await first.done, await second.done]).toMatchObject([{ kind: 'answered' }, { kind: 'answered' }]);
    expect(sink.visits).toHaveLength(1);
  });
});

describe('a request cut before it had a connection', () => {
  it('while it waits behind others: nothing is sent, and they go on', async () => {
    const sink = await openSink((visit) =>
      visit.onRequest(() => setTimeout(() => visit.socket.write(reply('ok')), 50)),
    );
    const client = testClient({ maxConnectionsPerOrigin: 1 });
    const [first, second, third] = ['1', 'never', '3'].map((body) => client.post(sink.url(), { body }));
    await second?.cut('agreement withdrawn');
    expect(await second?.done).toMatchObject(cutUnsent);
    expect([await first?.done, await third?.done]).toMatchObject([{ kind: 'answered' }, { kind: 'answered' }]);
    expect(sink.visits.some(({ text }) => text.includes('never'))).toBe(false);
  });

  it('while the name is looked up', async () => {
    const names = await NameServer.open(() => 'silence');
    const exchange = testClient({ dnsServers: [names.address] }).post('https://partner.example/', offer);
    await eventually(() => expect(names.asked.length).toBeGreaterThan(0));
    await exchange.cut('agreement withdrawn');
    expect(await exchange.done).toMatchObject(cutUnsent);
  });

  it('during the TLS handshake: the connection it leaves behind is closed, not kept', async () => {
    const sink = await openSink(silent);
    const client = testClient({ connectTimeoutMs: 200 });
    const exchange = client.post(sink.url().replace('http:', 'https:'), offer);
    await eventually(() => expect(sink.visits).toHaveLength(1));
    await exchange.cut('agreement withdrawn');
    expect(await exchange.done).toMatchObject(cutUnsent);
    await eventually(() => expect(client.load).toEqual({ requests: 0, origins: 0, connections: 0 }));
    expect(sink.visits[0]?.text).not.toContain('offer');
  });

  it('whose connection then opens: it is closed unused', async () => {
    const sink = await openSink(answering());
    const client = testClient();
    await client.post(sink.url(), offer).cut('agreement withdrawn');
    await eventually(() => expect(client.load.connections).toBe(0), { timeoutMs: 5_000 });
    expect(sink.requests).toBe(0);
  });
});

it('all requests can be cut at once', async () => {
  const sink = await openSink(silent);
  const client = testClient({ maxConnectionsPerOrigin: 2 });
  const exchanges = Array.from({ length: 6 }, () => client.post(sink.url(), offer));
  await eventually(() => expect(sink.requests).toBe(2));
  await client.cutAll('restored from a backup');
  const outcomes = await Promise.all(exchanges.map(({ done }) => done));
  expect(outcomes.map((outcome) => outcome.kind === 'failed' && outcome.sent).sort()).toEqual([
    'maybe',
    'maybe',
    ...Array<string>(4).fill('nothing'),
  ]);
  expect(client.load.requests).toBe(0);
});

it('what is reported is what happened, whenever each request is cut', async () => {
  const sink = await openSink((visit) =>
    visit.onRequest((count) => {
      if (count % 5 === 0) visit.socket.resetAndDestroy();
      else setTimeout(() => visit.socket.write(reply('ok')), count % 3);
    }),
  );
  const client = testClient({ maxConnectionsPerOrigin: 4 });
  const reported = new Map<string, SafeOutcome>();
  let made = 0;
  const postAndCut = async (delayMs: number | null): Promise<void> => {
    const id = `<${(made += 1)}>`;
    const exchange = client.post(sink.url(), { body: id });
    reported.set(id, await (delayMs === null ? exchange.done : cutAfter(exchange, delayMs)));
  };
  const cuts = fc.array(fc.option(fc.integer({ min: 0, max: 8 }), { freq: 2 }), { minLength: 1, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(cuts, async (delays) => {
      for (const delayMs of delays) void postAndCut(delayMs);
      await eventually(() => expect(client.load.requests).toBe(0), { everyMs: 1 });
      for (const [id, outcome] of reported) expect(possible(outcome)).toContain(arrivals(sink, id));
    }),
    { numRuns: 30 },
  );
  expect(new Set([...reported.values()].map((outcome) => JSON.stringify(possible(outcome)))).size).toBe(3);
});

async function cutAfter(exchange: SafeExchange, delayMs: number): Promise<SafeOutcome> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  await exchange.cut('at random');
  return exchange.done;
}

function arrivals(sink: Sink, id: string): number {
  return sink.visits.reduce((sum, { text }) => sum + text.split(id).length - 1, 0);
}

/** How often a request with this outcome may have arrived, then or later. */
function possible(outcome: SafeOutcome): number[] {
  if (outcome.kind === 'answered') return [1];
  return outcome.kind === 'failed' && outcome.sent === 'maybe' ? [0, 1] : [0];
}
