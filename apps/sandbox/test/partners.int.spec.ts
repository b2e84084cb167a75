import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import type { RunningEdge } from '@accord/service/run-edge';
import { eventually } from '@accord/testing/eventually';
import { HttpClient } from '@accord/testing/http-client';
import { z } from 'zod';

import { startSandbox } from './sandbox-process.js';

const inboxPage = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      receivedAt: z.iso.datetime(),
      method: z.string(),
      path: z.string(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      complete: z.boolean(),
      answered: z.int().optional(),
    }),
  ),
  next: z.string(),
  received: z.int(),
  dropped: z.int(),
});

let sandbox: RunningEdge;
let client: HttpClient;
const partner = '/partners/emploi-public';

beforeAll(async () => {
  sandbox = await startSandbox();
  client = new HttpClient(sandbox.url);
});
beforeEach(async () => {
  await client.delete(`${partner}/inbox`);
  await client.post(`${partner}/inbox/behaviour`, { kind: 'ok' });
});
afterAll(() => sandbox.stop());

const inbox = (query = '') => client.read(`${partner}/inbox${query}`, inboxPage);
const behave = (behaviour: object) => client.post(`${partner}/inbox/behaviour`, behaviour);
const send = (body: unknown = { n: 1 }, headers = {}) => client.post(`${partner}/webhook`, body, headers);
const published = (postingId: string, version: number, title = 'Boulanger', type = 'offer.published') => ({
  type,
  timestamp: '2026-11-24T00:00:00Z',
  data: { postingId, offerId: 'o1', version, ...(type !== 'offer.removed' && { offer: { title } }) },
});

describe('a partner’s inbox', () => {
  it('holds what came, in order, byte for byte, with headers and the time of arrival', async () => {
    const before = Date.now();
    const raw = '{ "é":\t"😀" }';
    await send(raw, { 'Webhook-Id': 'p1-1' });
    await send({ n: 2 });
    const { items } = await inbox();
    expect(items.map(({ body }) => body)).toEqual([raw, '{"n":2}']);
    expect(items[0]).toMatchObject({
      method: 'POST',
      path: `${partner}/webhook`,
      complete: true,
      answered: 200,
      headers: { 'webhook-id': 'p1-1' },
    });
    const arrival = Date.parse(items[0]?.receivedAt ?? '');
    expect(arrival).toBeGreaterThanOrEqual(before);
    expect(arrival).toBeLessThanOrEqual(Date.now());
  });

  it('reads on from a cursor, and starts empty after it was emptied', async () => {
    for (let n = 0; n < 5; n += 1) await send({ n });
    const first = await inbox('?limit=3');
    expect(first.items.map(({ body }) => body)).toEqual(['{"n":0}', '{"n":1}', '{"n":2}']);
    const second = await inbox(`?cursor=${first.next}`);
    expect(second.items.map(({ body }) => body)).toEqual(['{"n":3}', '{"n":4}']);
    expect((await inbox(`?cursor=${second.next}`)).items).toEqual([]);
    expect((await inbox(`?holds=${encodeURIComponent('"n":4')}`)).items.map(({ body }) => body)).toEqual(['{"n":4}']);
    await client.delete(`${partner}/inbox`);
    await send({ n: 5 });
    expect((await inbox(`?cursor=${second.next}`)).items.map(({ body }) => body)).toEqual(['{"n":5}']);
  });

  it('is stamped at the first byte, not when the request is complete', async () => {
    const { hostname, port } = new URL(sandbox.url);
    const socket = connect(Number(port), hostname);
    const sent = Date.now();
    socket.write(`POST ${partner}/webhook HTTP/1.1\r\nhost: x\r\n`);
    await wait(300);
    socket.write('content-length: 10\r\n\r\n12345');
    const [early] = await eventually(async () => {
      const { items } = await inbox();
      expect(items).toHaveLength(1);
      return items;
    });
    expect(early).toMatchObject({ complete: false, body: '' });
    expect(Date.parse(early?.receivedAt ?? '')).toBeLessThan(sent + 200);
    socket.destroy();
    await wait(50);
    expect((await inbox()).items[0]).toMatchObject({ complete: false });
    expect((await inbox()).items[0]).not.toHaveProperty('answered');
  });

  it('gives each request on one connection its own time', async () => {
    await send();
    await wait(60);
    await send();
    const [first, second] = (await inbox()).items.map(({ receivedAt }) => Date.parse(receivedAt));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(50);
  });

  it('is each partner’s own; an unknown partner is told who there is', async () => {
    await send();
    expect(await client.get('/partners/jobs-prive/inbox')).toMatchObject({ body: { items: [] } });
    expect(await client.post('/partners/nobody/webhook', {})).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('emploi-public') },
    });
  });
});

describe('a partner told to behave badly', () => {
  it.each([
    [{ kind: 'status', status: 503, retryAfter: 7 }, 503],
    [{ kind: 'status', status: 409 }, 409],
    [{ kind: 'gone' }, 410],
    [{ kind: 'ackThenFail' }, 500],
    [{ kind: 'ok', status: 204 }, 204],
  ])('%j answers so', async (behaviour, status) => {
    await behave(behaviour);
    const answer = await send();
    expect(answer.status).toBe(status);
    if ('retryAfter' in behaviour) expect(answer.headers.get('retry-after')).toBe('7');
    expect((await inbox()).items[0]).toMatchObject({ answered: status, complete: true });
  });

  it('redirects', async () => {
    await behave({ kind: 'redirect', to: 'http://127.0.0.1:1/x', status: 308 });
    const answer = await send();
    expect(answer).toMatchObject({ status: 308 });
    expect(answer.headers.get('location')).toBe('http://127.0.0.1:1/x');
  });

  it('is slow', async () => {
    await behave({ kind: 'slow', ms: 250 });
    const started = performance.now();
    expect((await send()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(240);
  });

  it.each([['at-once'], ['after-body'], ['in-answer']])('disconnects %s', async (when) => {
    await behave({ kind: 'disconnect', when });
    await expect(send()).rejects.toThrow();
    const [item] = (await inbox()).items;
    expect(item?.complete).toBe(when !== 'at-once');
  });

  it.each([[{ kind: 'endless' }], [{ kind: 'drip', everyMs: 20 }], [{ kind: 'silent' }]])(
    '%j never ends',
    async (behaviour) => {
      await behave(behaviour);
      const limit = AbortSignal.timeout(400);
      await expect(
        fetch(`${sandbox.url}${partner}/webhook`, { method: 'POST', body: '{}', signal: limit }).then((answer) =>
          answer.text(),
        ),
      ).rejects.toThrow();
      expect((await inbox()).items).toHaveLength(1);
    },
  );

  it('does so for as many requests as asked, then is well again', async () => {
    await behave({ kind: 'status', status: 500, times: 2 });
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([500, 500, 200]);
  });

  it('takes no behaviour it does not know', async () => {
    expect(await behave({ kind: 'explode' })).toMatchObject({
      status: 400,
      body: { type: expect.stringContaining('invalid-request') },
    });
    expect(await behave({ kind: 'slow', ms: -1 })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/ms' }] },
    });
    expect(await client.get(`${partner}/inbox/behaviour`)).toMatchObject({ body: { kind: 'ok' } });
  });
});

describe('a partner’s site', () => {
  const shown = async () => (await client.get(`${partner}/ads`)).body;

  it('shows what it accepted, the highest version of each posting, whatever the order', async () => {
    await send(published('p1', 2, 'Boulanger, deuxième'));
    await send(published('p1', 1, 'Boulanger, premier'));
    await send(published('p2', 1));
    expect(await shown()).toMatchObject({
      items: [{ postingId: 'p1', version: 2, title: 'Boulanger, deuxième' }, { postingId: 'p2' }],
    });
    await send(published('p1', 3, '', 'offer.removed'));
    await send(published('p1', 2));
    expect(await shown()).toMatchObject({ items: [{ postingId: 'p2' }] });
  });

  it('shows nothing it refused, and what it took though its answer says otherwise', async () => {
    await behave({ kind: 'status', status: 500, times: 1 });
    await send(published('p1', 1));
    expect(await shown()).toEqual({ items: [] });
    await behave({ kind: 'ackThenFail', times: 1 });
    await send(published('p1', 1));
    expect(await shown()).toMatchObject({ items: [{ postingId: 'p1' }] });
  });

  it('stands on the start page, its texts as texts', async () => {
    await send(published('p1', 1, '<script>alert(1)</script>'));
    const { body } = await client.get('/');
    expect(body).toContain('&lt;script&gt;alert(1)');
    expect(body).not.toContain('<script>');
    expect(body).toContain('For trying and testing only');
  });
});
