import { readConfig } from '@accord/service/config';
import { startService } from '@accord/service/start-service';
import { eventually } from '@accord/testing/eventually';
import { HttpClient } from '@accord/testing/http-client';

import { intakeService } from '../../src/intake.service-definition.js';
import { createdSubscription, subscriptionView, testAnswer } from '../../src/subscriptions/bodies.js';
import { intake, problemOf, submitted } from '../intake-harness.js';
import { bakery } from '../sample-draft.js';
import { receiver, subscribed, viewOf } from './support.js';

describe('subscribing', () => {
  it.each([
    ['an address that is none', { url: 'hook' }, '/url'],
    ['a user name in the address', { url: 'https://me:word@jobs.example/hook' }, '/url'],
    ['another scheme', { url: 'ftp://jobs.example/hook' }, '/url'],
    ['an unknown type', { url: 'https://jobs.example', types: ['offer.eaten'] }, '/types/0'],
    ['no type', { url: 'https://jobs.example', types: [] }, '/types'],
    ['a type twice', { url: 'https://jobs.example', types: ['offer.expired', 'offer.expired'] }, '/types'],
    ['an unknown field', { url: 'https://jobs.example', secret: 'x' }, '/secret'],
    ['no address', {}, '/url'],
  ])('with %s is refused, by name', async (_what, body, pointer) => {
    const answer = await intake().bakery.post('/v1/subscriptions', body);
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors[0]).toMatchObject({ pointer });
  });

  it('is for https alone where there is no sandbox, and reaches public addresses alone', async () => {
    const { OUTGOING_ALLOW: _none, ...env } = intake().harness.environment;
    const config = readConfig(intakeService.config, { ...env, ACCORD_PROFILE: 'production', PORT: '0' });
    const strict = await startService(intakeService, config, intake().harness.log.log);
    const client = new HttpClient(strict.url, await intake().harness.issuer.tokenFor(bakery));
    try {
      const plain = await client.post('/v1/subscriptions', { url: receiver().url('plain') });
      expect(problemOf(plain).errors[0]).toMatchObject({ pointer: '/url', code: 'scheme' });
      const port = new URL(receiver().url('x')).port;
      expect((await client.post('/v1/subscriptions', { url: `https://127.0.0.1:${port}/` })).status).toBe(400);
      for (const url of ['https://127.0.0.1/', 'https://[::1]/', 'https://169.254.169.254/', 'https://0x7f.1/']) {
        const answer = await client.post('/v1/subscriptions', { url });
        const { id } = createdSubscription.parse(answer.body);
        const test = testAnswer.parse((await client.post(`/v1/subscriptions/${id}/test`)).body);
        expect(test).toMatchObject({ result: 'failed', error: expect.stringContaining('not on the public internet') });
        await client.delete(`/v1/subscriptions/${id}`);
      }
    } finally {
      await strict.stop();
    }
  });

  it('is one’s own affair', async () => {
    const { id } = await subscribed();
    const { garage } = intake();
    const asked = [
      await garage.get(`/v1/subscriptions/${id}`),
      await garage.send('PATCH', `/v1/subscriptions/${id}`, { body: { state: 'paused' } }),
      await garage.delete(`/v1/subscriptions/${id}`),
      await garage.post(`/v1/subscriptions/${id}/test`),
      await garage.post(`/v1/subscriptions/${id}/secrets/rotation`),
      await garage.get(`/v1/subscriptions/${id}/deliveries`),
    ];
    expect(asked.map(({ status }) => status)).toEqual(Array(6).fill(404));
    expect((await garage.get('/v1/subscriptions')).body).toEqual({ items: [] });
    expect((await viewOf(id)).state).toBe('active');
  });

  it('ends, and nothing more is sent', async () => {
    const { id, path } = await subscribed();
    expect((await intake().bakery.delete(`/v1/subscriptions/${id}`)).status).toBe(204);
    expect((await intake().bakery.get(`/v1/subscriptions/${id}`)).status).toBe(404);
    const witness = await subscribed();
    await submitted(intake().bakery);
    await eventually(() => expect(receiver().at(witness.path)).toHaveLength(1));
    expect(receiver().at(path)).toEqual([]);
  });

  it('pauses and goes on as its employer says', async () => {
    const { id, path } = await subscribed();
    const set = (body: object) => intake().bakery.send('PATCH', `/v1/subscriptions/${id}`, { body });
    expect(subscriptionView.parse((await set({ state: 'paused', description: 'ATS' })).body)).toMatchObject({
      state: 'paused',
      paused: { because: 'employer' },
      description: 'ATS',
    });
    const witness = await subscribed();
    await submitted(intake().bakery);
    await eventually(() => expect(receiver().at(witness.path)).toHaveLength(1));
    expect(receiver().at(path)).toEqual([]);
    await set({ state: 'active', types: ['offer.expired'] });
    await eventually(() => expect(receiver().types(path)).toEqual(['offer.submitted']));
    expect((await set({})).status).toBe(400);
  });

  it('has an end: twenty each', async () => {
    const shop = await intake().harness.as({ id: '000100032', role: 'employer', sirets: ['00010003200019'] });
    for (let n = 0; n < 20; n += 1)
      expect((await shop.post('/v1/subscriptions', { url: receiver().url('shop') })).status).toBe(201);
    expect((await shop.post('/v1/subscriptions', { url: receiver().url('shop') })).status).toBe(409);
  });
});
