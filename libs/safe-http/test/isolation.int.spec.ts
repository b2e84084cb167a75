import { eventually } from '@accord/testing/eventually';
import { openSink, testClient } from './support/cleanup.js';
import { hostAt, NameServer } from './support/name-server.js';
import { answering, silent } from './support/sink.js';

const offer = { body: '{"offer":1}' };

describe('one origin that is in trouble', () => {
  it('costs another nothing: each has connections of its own', async () => {
    const [stuck, healthy] = [await openSink(silent), await openSink(answering())];
    const client = testClient({ maxConnectionsPerOrigin: 2 });
    const waiting = Array.from({ length: 100 }, () => client.post(stuck.url(), offer));
    await eventually(() => expect(stuck.requests).toBe(2));
    const durations: number[] = [];
    for (let turn = 0; turn < 50; turn += 1) {
      const outcome = await client.post(healthy.url(), offer).done;
      durations.push(outcome.kind === 'answered' ? outcome.durationMs : Infinity);
    }
    expect(Math.max(...durations)).toBeLessThan(3_000);
    expect([stuck.visits.length, healthy.visits.length]).toEqual([2, 1]);
    await Promise.all(waiting.map((exchange) => exchange.cut('enough')));
  });

  it('is an origin by its port and its name, not its address', async () => {
    const sink = await openSink(silent);
    const names = await NameServer.open(hostAt('127.0.0.1'));
    const client = testClient({ maxConnectionsPerOrigin: 1, dnsServers: [names.address] });
    const exchanges = ['127.0.0.1', 'a.example', 'b.example'].map((host) => client.post(sink.url(host), offer));
    await eventually(() => expect(sink.requests).toBe(3));
    expect(client.load).toEqual({ requests: 3, origins: 3, connections: 3 });
    await Promise.all(exchanges.map((exchange) => exchange.cut('enough')));
  });

  it('fails all that wait for it, each for its own reason and at once, when it refuses connections', async () => {
    const gone = await openSink(silent);
    const url = gone.url();
    await gone.close();
    const client = testClient({ maxConnectionsPerOrigin: 2 });
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => client.post(url, offer).done));
    expect(
      new Set(outcomes.map((outcome) => outcome.kind === 'failed' && `${outcome.detail} ${outcome.sent}`)),
    ).toEqual(new Set(['ECONNREFUSED nothing']));
    expect(
      Math.max(...outcomes.map((outcome) => (outcome.kind === 'failed' ? outcome.durationMs : Infinity))),
    ).toBeLessThan(5_000);
    expect(client.load).toEqual({ requests: 0, origins: 0, connections: 0 });
  });

  it('recovers by itself: the limit is not eaten by connections that died', async () => {
    const sink = await openSink((visit) => {
      if (sink.visits.length <= 3) visit.onRequest(() => visit.socket.resetAndDestroy());
      else answering()(visit);
    });
    const client = testClient({ maxConnectionsPerOrigin: 1 });
    const kinds: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) kinds.push((await client.post(sink.url(), offer).done).kind);
    expect(kinds).toEqual(['failed', 'failed', 'failed', 'answered', 'answered', 'answered']);
  });
});
