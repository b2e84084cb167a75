import 'reflect-metadata';

import { ServiceHarness } from '@accord/testing/service-harness';

import { demoService } from './demo-service.js';

let harness: ServiceHarness;
beforeEach(async () => {
  harness = await ServiceHarness.start(demoService, { env: { RATE_LIMIT_SUBJECT: '5', RATE_LIMIT_ADDRESS: '20' } });
});
afterEach(() => harness.stop());

const statuses = async (times: number, call: (n: number) => Promise<{ status: number }>): Promise<number[]> => {
  const seen: number[] = [];
  for (let n = 0; n < times; n += 1) seen.push((await call(n)).status);
  return seen;
};

it('a subject gets what its budget says and then 429 with the wait; another subject is not concerned', async () => {
  const first = await harness.as({ id: '732829320', role: 'employer' });
  const other = await harness.as({ id: '552100554', role: 'employer' });
  const call = () => first.post('/v1/things', { title: 'A good title' });
  expect((await call()).headers.get('ratelimit-remaining')).toBe('4');
  expect(await statuses(6, call)).toEqual([201, 201, 201, 201, 429, 429]);
  const refused = await call();
  expect(refused).toMatchObject({ status: 429, body: { type: expect.stringContaining('too-many-requests') } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await other.post('/v1/things', { title: 'A good title' })).status).toBe(201);
});

it('a made-up X-Forwarded-For evades nothing', async () => {
  const anyone = await harness.as();
  const seen = await statuses(21, (n) =>
    anyone.get('/v1/things', { 'x-forwarded-for': `203.0.113.${n}`, 'accord-front-door': 'guess' }),
  );
  expect(seen.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(seen[20]).toBe(429);
});

it('addresses that the front door vouches for are told apart', async () => {
  const anyone = await harness.as();
  const behind = (n: number) =>
    anyone.get('/v1/things', { 'x-forwarded-for': `203.0.113.${n}`, 'accord-front-door': 'test-token-of-web' });
  expect(await statuses(25, behind)).toEqual(Array.from({ length: 25 }, () => 200));
});

it('guessing tokens ends soon, for the address alone', async () => {
  const anyone = await harness.as();
  const guess = (n: number) => anyone.post('/v1/things', {}, { authorization: `Bearer guess-${n}` });
  expect(await statuses(3, guess)).toEqual([401, 401, 429]);
  expect(
    (await (await harness.as({ id: '732829320', role: 'employer' })).post('/v1/things', { title: 'A good title' }))
      .status,
  ).toBe(201);
});

it('a dear call counts for as much as it costs', async () =>
  expect((await (await harness.as()).get('/v1/dear')).status).toBe(429));

it('probes and figures are never refused', async () => {
  const anyone = await harness.as();
  expect(await statuses(30, () => anyone.get('/health/live'))).toEqual(Array.from({ length: 30 }, () => 200));
});
