import 'reflect-metadata';

import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { ServiceHarness } from '@accord/testing/service-harness';
import { z } from 'zod';

import { demoService } from './demo-service.js';

const letters = z.object({
  items: z.array(
    z.object({ id: z.string(), topic: z.string(), key: z.string().nullable(), reason: z.string(), state: z.string() }),
  ),
  next: z.string().optional(),
});
let harness: ServiceHarness;
let anyone: HttpClient;
let operator: HttpClient;

beforeAll(async () => {
  harness = await ServiceHarness.start(demoService);
  anyone = await harness.as();
  operator = await harness.as({ id: 'operator', role: 'operator' });
});
afterAll(() => harness.stop());

const heard = async (): Promise<string[]> =>
  (await harness.dataSource.query(`select title from thing where title like 'heard %' order by id`)).map(
    ({ title }: { title: string }) => title,
  );
const openLetters = async () => (await operator.read('/v1/dead-letters?state=open', letters)).items;

it('a service is ready once its group is joined, and says so', () =>
  eventually(async () =>
    expect((await anyone.get('/health/ready')).body).toEqual({
      status: 'up',
      checks: { database: 'up', messaging: 'up' },
    }),
  ));

it('an event goes from the request that caused it to its handler, in one trace', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  expect(
    (await anyone.post('/v1/happenings', { thingId: 't1', version: 1, mood: 'good' }, { traceparent })).status,
  ).toBe(201);
  await eventually(async () => expect((await heard()).join()).toContain('heard 00-4bf92f3577b34da6a3ce929d0e0e4736-'));
  expect((await anyone.get('/metrics')).body).toMatch(
    /accord_events_handled_total\{topic="kit.things",service="kitdemo"\} [1-9]/,
  );
});

describe('an event that cannot be handled', () => {
  beforeAll(() => anyone.post('/v1/happenings', { thingId: 't2', version: 1, mood: 'unbearable' }));

  it('is set aside, blocks nobody, and is listed for operators alone', async () => {
    await anyone.post('/v1/happenings', { thingId: 't3', version: 1, mood: 'good' });
    await eventually(async () =>
      expect(await openLetters()).toMatchObject([{ topic: 'kit.things', key: 't2', reason: 'handler-failed' }]),
    );
    await eventually(async () => expect(await heard()).toHaveLength(2));
    const employer = await harness.as({ id: '000100016', role: 'employer' });
    expect((await employer.get('/v1/dead-letters')).status).toBe(403);
    expect((await anyone.get('/v1/dead-letters')).status).toBe(401);
  });

  it('is handled once more on request, as often as it takes, and once only', async () => {
    const [letter] = await openLetters();
    const replay = () => operator.post(`/v1/dead-letters/${letter?.id}/replay`);
    expect(await replay()).toMatchObject({ status: 409, body: { type: expect.stringContaining('replay-failed') } });
    await harness.dataSource.query(`insert into thing (title) values ('cure')`);
    expect(await replay()).toMatchObject({ status: 200, body: { state: 'replayed' } });
    expect(await replay()).toMatchObject({ status: 409, body: { type: expect.stringContaining('state-forbids') } });
    expect(await openLetters()).toEqual([]);
  });

  it('can be given up', async () => {
    await harness.dataSource.query(`delete from thing where title = 'cure'`);
    for (const thingId of ['t4', 't5'])
      await anyone.post('/v1/happenings', { thingId, version: 1, mood: 'unbearable' });
    await eventually(async () => expect(await openLetters()).toHaveLength(2));
    const first = await operator.read('/v1/dead-letters?state=open&limit=1', letters);
    const second = await operator.read(`/v1/dead-letters?state=open&limit=1&cursor=${first.next}`, letters);
    expect([...first.items, ...second.items].map(({ key }) => key)).toEqual(['t5', 't4']);
    expect(second.next).toBeUndefined();
    expect(await operator.post(`/v1/dead-letters/${first.items[0]?.id}/discard`)).toMatchObject({
      status: 200,
      body: { state: 'discarded' },
    });
    expect((await operator.post('/v1/dead-letters/999999999/discard')).status).toBe(404);
    expect((await operator.post('/v1/dead-letters/x/discard')).status).toBe(400);
    expect((await operator.get('/v1/dead-letters?cursor=made-up')).status).toBe(400);
  });
});

it('what was committed before a stop is sent before its end or after the next start', async () => {
  const before = (await heard()).length;
  for (let n = 0; n < 20; n += 1) await anyone.post('/v1/happenings', { thingId: `s${n}`, version: 1, mood: 'good' });
  await harness.stopService();
  await harness.startAgain();
  await eventually(async () => expect((await heard()).length).toBe(before + 20));
});
