import { eventually } from '@accord/testing/eventually';
import { openSink, testClient } from './support/cleanup.js';
import { reply, type Visit } from './support/sink.js';

const offer = { body: '{"offer":1}' };

describe('a request is sent at most once', () => {
  it('when the partner reads it on a kept connection and closes without an answer', async () => {
    const sink = await openSink((visit) =>
      visit.onRequest((count) => (count === 1 ? visit.socket.write(reply('ok')) : visit.socket.end())),
    );
    const client = testClient();
    expect(await client.post(sink.url(), offer).done).toMatchObject({ kind: 'answered' });
    expect(await client.post(sink.url(), offer).done).toMatchObject({ kind: 'failed', reason: 'reset', sent: 'maybe' });
    expect([sink.visits.length, sink.requests]).toEqual([1, 2]);
  });

  it('when the partner reads it on a kept connection and resets it', async () => {
    const sink = await openSink((visit) =>
      visit.onRequest((count) => (count === 1 ? visit.socket.write(reply('ok')) : visit.socket.resetAndDestroy())),
    );
    const client = testClient();
    await client.post(sink.url(), offer).done;
    expect(await client.post(sink.url(), offer).done).toMatchObject({ kind: 'failed', reason: 'reset', sent: 'maybe' });
    expect([sink.visits.length, sink.requests]).toEqual([1, 2]);
  });

  it.each<[string, (visit: Visit) => unknown]>([
    ['closes', (visit) => visit.socket.end()],
    ['resets', (visit) => visit.socket.resetAndDestroy()],
  ])('and on a new connection when the partner %s each one after its answer, without saying so', async (_what, end) => {
    const sink = await openSink((visit) =>
      visit.onRequest(() => visit.socket.write(reply('ok'), () => void end(visit))),
    );
    const client = testClient();
    const turns = Array.from({ length: 30 }, (_, turn) => `<${turn}>`);
    const answered: string[] = [];
    for (const turn of turns) {
      const outcome = await client.post(sink.url(), { body: turn }).done;
      if (outcome.kind === 'answered') answered.push(turn);
      else expect(outcome).toMatchObject({ kind: 'failed', reason: 'reset' });
    }
    await eventually(() => expect(client.load.connections).toBe(0));
    const arrivals = (turn: string): number => sink.visits.filter(({ text }) => text.includes(turn)).length;
    expect(answered.length).toBeGreaterThanOrEqual(10);
    expect(answered.every((turn) => arrivals(turn) === 1)).toBe(true);
    expect(turns.every((turn) => arrivals(turn) <= 1)).toBe(true);
  });

  it('and is never answered by an answer that came before it', async () => {
    const sink = await openSink((visit) =>
      visit.onRequest(() => visit.socket.write(`${reply('ok')}${reply('stale', 'HTTP/1.1 299 Stale\r\n')}`)),
    );
    const client = testClient();
    for (let turn = 0; turn < 10; turn += 1) {
      expect(await client.post(sink.url(), offer).done).toMatchObject({ kind: 'answered', status: 200 });
    }
    expect(sink.requests).toBe(10);
  });
});
