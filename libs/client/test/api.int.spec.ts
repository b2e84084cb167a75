import { accord } from '../src/accord.js';
import { AccordProblem, AccordUnreachable } from '../src/problem.js';
import { FakeAccord, hangUp, json, problem } from './fake-accord.js';

const id = '01900000-0000-7000-8000-000000000001';
const accepted = { id, revision: 1, state: 'submitted', findings: [] };

describe('the client', () => {
  let fake: FakeAccord;
  beforeAll(async () => (fake = await FakeAccord.start()));
  afterAll(() => fake.stop());
  const client = (change: object = {}) =>
    accord({ url: fake.url, token: 'given', retries: { firstWaitMs: 1 }, ...change });
  // What is sent is what is looked at here, and its server is none of ours.
  const draft = JSON.parse('{"reference":"R"}');

  it('sends what the document says, where it says', async () => {
    fake.replies(json({ items: [] }));
    await client().get('/v1/offers', { params: { query: { reference: 'a&b', limit: 2 } } });
    await client().get('/v1/partners/{id}', { params: { path: { id: 'a/../b' } } });
    expect(fake.came.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /v1/offers?reference=a%26b&limit=2',
      'GET /v1/partners/a%2F..%2Fb',
    ]);
    expect(fake.came[0]?.headers).toMatchObject({ authorization: 'Bearer given', accept: 'application/json' });
  });

  it('answers nothing where there is nothing', async () => {
    fake.replies((response) => void response.writeHead(204).end());
    expect(await client().post('/v1/partners/me/pause', { body: {} })).toBeUndefined();
  });

  it('throws a refusal as what it is', async () => {
    fake.replies(problem('precondition-failed', 412));
    const refused = client().revise(id, draft, 3);
    await expect(refused).rejects.toThrow(AccordProblem);
    await expect(refused).rejects.toMatchObject({ status: 412, code: 'precondition-failed' });
    expect(fake.came[0]?.headers['if-match']).toBe('"3"');
  });

  it('submits once, however often it has to ask: under one key', async () => {
    fake.replies(hangUp, problem('unavailable', 503), json(accepted, 201));
    expect(await client().submit(draft)).toEqual(accepted);
    const keys = fake.came.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    fake.replies(json(accepted, 201));
    await client().submit(draft, 'mine');
    await client().submit(draft);
    expect(fake.came[0]?.headers['idempotency-key']).toBe('mine');
    expect(fake.came[1]?.headers['idempotency-key']).not.toBe(keys[0]);
  });

  it('does not repeat what might be done twice', async () => {
    fake.replies(hangUp);
    const body = { id: 'p', name: 'P', category: 'public' as const };
    await expect(client().post('/v1/partners', { body })).rejects.toThrow(AccordUnreachable);
    expect(fake.came).toHaveLength(1);
  });

  it('waits as long as it is asked to', async () => {
    fake.replies(problem('too-many-requests', 429, { 'retry-after': '1' }), json(accepted));
    const began = performance.now();
    await client().offer(id);
    expect(performance.now() - began).toBeGreaterThan(950);
  });
  it('does not wait for hours: it says when', async () => {
    fake.replies(problem('too-many-requests', 429, { 'retry-after': '7200' }));
    await expect(client().offer(id)).rejects.toMatchObject({ retryAfterMs: 7_200_000 });
    expect(fake.came).toHaveLength(1);
  });

  it('says what is not there', async () => {
    const closed = await FakeAccord.start();
    const { url } = closed;
    await closed.stop();
    const gone = accord({ url, retries: { attempts: 1 } }).post('/v1/partners/me/pause', { body: {} });
    await expect(gone).rejects.toThrow(`${url} gave no answer: ECONNREFUSED.`);
    await expect(gone).rejects.toMatchObject({ sent: false });
  });
  it('does not wait for an answer for ever', async () => {
    fake.replies(() => undefined);
    const slow = client({ timeoutMs: 50, retries: { attempts: 1 } }).offer(id);
    await expect(slow).rejects.toThrow(/took too long/);
    await expect(slow).rejects.toMatchObject({ sent: true });
  });
  it('stops when its caller says so, whatever it is doing', async () => {
    for (const reply of [() => undefined, problem('unavailable', 503, { 'retry-after': '20' })]) {
      fake.replies(reply);
      const end = AbortSignal.timeout(50);
      await expect(client().offer(id, end)).rejects.toThrow(/abort|timeout/i);
    }
  });

  it('follows no redirect: its token is for one server', async () => {
    const other = await FakeAccord.start();
    fake.replies((response) => void response.writeHead(302, { location: `${other.url}/v1` }).end());
    await expect(client({ retries: { attempts: 1 } }).offer(id)).rejects.toThrow(AccordUnreachable);
    expect(other.came).toEqual([]);
    await other.stop();
  });
});

describe('an access token', () => {
  let fake: FakeAccord;
  beforeEach(async () => (fake = await FakeAccord.start()));
  afterEach(() => fake.stop());
  const used = () => fake.came.map(({ headers }) => headers.authorization);

  it('is asked for once, however many calls need it, and kept', async () => {
    fake.replies(json(accepted));
    const client = accord({ url: fake.url, token: fake.credentials });
    await Promise.all([client.offer(id), client.offer(id), client.offer(id)]);
    await client.offer(id);
    expect(fake.tokensGiven).toBe(1);
    expect(new Set(used())).toEqual(new Set(['Bearer token-1']));
  });
  it('is renewed before it ends', async () => {
    fake.tokenLifeS = 0;
    fake.replies(json(accepted));
    const client = accord({ url: fake.url, token: fake.credentials });
    await client.offer(id);
    await client.offer(id);
    expect(used()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
  it('that is refused is replaced, once', async () => {
    fake.replies(problem('unauthenticated', 401), json(accepted));
    const client = accord({ url: fake.url, token: fake.credentials });
    await client.offer(id);
    expect(used()).toEqual(['Bearer token-1', 'Bearer token-2']);
    fake.replies(problem('unauthenticated', 401));
    await expect(client.offer(id)).rejects.toMatchObject({ status: 401 });
    expect(fake.came).toHaveLength(2);
  });
  it('that is not given is a refusal that says why', async () => {
    const client = accord({ url: fake.url, token: { ...fake.credentials, secret: 'wrong' } });
    await expect(client.offer(id)).rejects.toThrow('401 invalid_client: client authentication failed');
  });
  it('is not given by a provider that is away', async () => {
    const token = { ...fake.credentials, issuer: 'http://127.0.0.1:9' };
    const client = accord({ url: fake.url, token, retries: { attempts: 1 } });
    await expect(client.offer(id)).rejects.toThrow(/the identity provider cannot be reached/);
  });
});

describe('a withdrawal', () => {
  let fake: FakeAccord;
  beforeAll(async () => (fake = await FakeAccord.start()));
  afterAll(() => fake.stop());
  const client = () => accord({ url: fake.url, token: 'given' });
  const stopping = { state: 'stopping', stop: id, status: `/v1/stops/${id}`, postings: [] };
  const stopped = { state: 'stopped', stop: id, effectiveAt: '2026-05-04T10:00:00.000Z', receipt: 'r', postings: [] };

  it('is followed until it says from when on', async () => {
    fake.replies(json(stopping, 202), json(stopping), json(stopped));
    expect(await client().withdrawAgreement(id)).toEqual(stopped);
    expect(fake.came.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST /v1/agreements/${id}/withdrawal`,
      `GET /v1/stops/${id}`,
      `GET /v1/stops/${id}`,
    ]);
  });
  it('that goes on is never shown as done', async () => {
    fake.replies(json(stopping, 202));
    expect(await client().withdrawOffer(id, 'filled', { timeoutMs: 150 })).toEqual(stopping);
    expect(fake.came[0]).toMatchObject({ method: 'DELETE', body: '{"reason":"filled"}' });
  });
  it('is followed nowhere else', async () => {
    fake.replies(json({ ...stopping, status: 'http://127.0.0.1:9/v1/stops/1' }, 202));
    await expect(client().withdrawAgreement(id)).rejects.toThrow(/is not at/);
  });
});

describe('what is waited for', () => {
  it('is read until it is so, or said not to be', async () => {
    const fake = await FakeAccord.start();
    const client = accord({ url: fake.url, token: 'given' });
    fake.replies(json({ ...accepted, state: 'submitted' }), json({ ...accepted, state: 'published' }));
    expect(await client.until(id, ({ state }) => state === 'published')).toMatchObject({ state: 'published' });
    await expect(client.until(id, () => false, { timeoutMs: 120 })).rejects.toMatchObject({
      name: 'NotYet',
      view: { state: 'published' },
    });
    await fake.stop();
  });
});
