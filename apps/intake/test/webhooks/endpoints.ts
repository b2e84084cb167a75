import { eventually } from '@accord/testing/eventually';

import { subscriptionView } from '../../src/subscriptions/bodies.js';
import { intake, submitted } from '../intake-harness.js';
import { deliveriesOf, receiver, subscribed, viewOf } from './support.js';

describe('an endpoint', () => {
  it('that fails is tried again under the same id, and holds up nothing but that offer', async () => {
    const { path, id } = await subscribed();
    const first = await submitted(intake().bakery);
    receiver().behave(path, ({ body }, nth) =>
      'offerId' in body.data && body.data.offerId === first.id && nth < 4 ? { status: 500 } : { status: 204 },
    );
    await intake().bakery.post(`/v1/offers/${first.id}/suspension`);
    const second = await submitted(intake().bakery);
    await eventually(() => expect(receiver().types(path, second.id)).toEqual(['offer.submitted']));
    await eventually(() => expect(receiver().types(path, first.id)).toContain('offer.stopped'));
    const arrived = receiver().at(path, first.id);
    const submissions = arrived.filter(({ body }) => body.type === 'offer.submitted');
    expect(submissions.length).toBeGreaterThan(1);
    expect(new Set(submissions.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(arrived.map(({ body }) => body.type)).toEqual([
      ...submissions.map(() => 'offer.submitted'),
      'offer.suspended',
      'offer.stopped',
    ]);
    const told = await eventually(async () => {
      const items = await deliveriesOf(id, '?state=delivered');
      expect(items.filter(({ offerId }) => offerId === first.id)).toHaveLength(3);
      return items;
    });
    const retried = told.find(({ offerId, type }) => offerId === first.id && type === 'offer.submitted');
    expect(retried?.attempts).toBe(submissions.length);
  });

  it('that says when to come back is obeyed', async () => {
    const { path } = await subscribed();
    receiver().behave(path, (_arrival, nth) =>
      nth === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { status: 204 },
    );
    await submitted(intake().bakery);
    await eventually(() => expect(receiver().at(path)).toHaveLength(1));
    await submitted(intake().bakery);
    await eventually(() => expect(receiver().at(path)).toHaveLength(3));
    const [refused, ...later] = receiver()
      .at(path)
      .map(({ at }) => at);
    for (const at of later) expect(at - (refused ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('that answers 410 is paused and loses nothing', async () => {
    const { path, id } = await subscribed();
    receiver().behave(path, (_arrival, nth) => ({ status: nth === 1 ? 410 : 204 }));
    const offer = await submitted(intake().bakery);
    await eventually(async () =>
      expect(await viewOf(id)).toMatchObject({ state: 'paused', paused: { because: 'gone' }, pending: 1 }),
    );
    await intake().bakery.post(`/v1/offers/${offer.id}/suspension`);
    expect(await deliveriesOf(id)).toMatchObject([
      { type: 'offer.stopped', state: 'pending', attempts: 0 },
      { type: 'offer.suspended', state: 'pending', attempts: 0 },
      { type: 'offer.submitted', state: 'pending', attempts: 1, status: 410 },
    ]);
    expect(receiver().at(path)).toHaveLength(1);
    const resumed = await intake().bakery.send('PATCH', `/v1/subscriptions/${id}`, { body: { state: 'active' } });
    expect(subscriptionView.parse(resumed.body)).not.toHaveProperty('paused');
    await eventually(() =>
      expect(receiver().types(path)).toEqual([
        'offer.submitted',
        'offer.submitted',
        'offer.suspended',
        'offer.stopped',
      ]),
    );
  });

  it('that takes nothing for days is paused, and says why', async () => {
    const { path, id } = await subscribed();
    receiver().behave(path, () => ({ status: 404 }));
    await submitted(intake().bakery);
    await eventually(async () => expect(await viewOf(id)).toHaveProperty('failingSince'));
    await intake().harness.dataSource.query(
      `update subscription set failing_since = now() - interval '6 days' where id = $1`,
      [id],
    );
    const paused = await eventually(async () => {
      const view = await viewOf(id);
      expect(view.state).toBe('paused');
      return view;
    });
    expect(paused.paused).toMatchObject({ because: 'failing', message: expect.stringContaining('active') });
    receiver().behave(path, () => ({ status: 204 }));
    const other = `${path}-moved`;
    await intake().bakery.send('PATCH', `/v1/subscriptions/${id}`, { body: { url: receiver().url(other) } });
    await eventually(() => expect(receiver().types(other)).toEqual(['offer.submitted']));
    expect(await viewOf(id)).not.toHaveProperty('failingSince');
  });

  it('that is slow costs the others nothing', async () => {
    const slow = await subscribed();
    const quick = await subscribed();
    receiver().behave(slow.path, () => 'hang');
    const offers = await Promise.all(Array.from({ length: 12 }, () => submitted(intake().bakery)));
    await eventually(() => expect(receiver().at(quick.path)).toHaveLength(offers.length), { timeoutMs: 1_200 });
    expect(receiver().at(slow.path).length).toBeLessThanOrEqual(8);
    await eventually(async () => {
      const tried = (await deliveriesOf(slow.id)).filter(({ attempts }) => attempts > 0);
      expect(tried[0]?.error).toBe('No complete answer came in time.');
    });
    receiver().behave(slow.path, () => ({ status: 204 }));
    await eventually(async () => expect((await viewOf(slow.id)).pending).toBe(0));
  });

  it('that was away gets all of it once it is back, whatever the schedule says', async () => {
    const { path, id } = await subscribed();
    let up = false;
    receiver().behave(path, () => ({ status: up ? 204 : 500 }));
    const offers = await Promise.all(Array.from({ length: 8 }, () => submitted(intake().bakery)));
    await eventually(() => expect(receiver().at(path).length).toBeGreaterThan(5));
    await eventually(async () => {
      const [, waiting]: [unknown, number] = await intake().harness.dataSource.query(
        `update delivery_queue set due_at = now() + case when offer_id = $2 then '0' else '1 day' end::interval
          where subscription_id = $1 and lease is null`,
        [id, offers[0]?.id],
      );
      expect(waiting).toBe(8);
    });
    up = true;
    await eventually(async () => expect((await viewOf(id)).pending).toBe(0));
  });
});
