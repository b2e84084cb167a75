import { eventually } from '@accord/testing/eventually';

import { createdSubscription, subscriptionView } from '../../src/subscriptions/bodies.js';
import { intake, submitted } from '../intake-harness.js';
import { agency, asAgency, endAll, FOR_BAKERY, granted, submittedForBakery } from '../mandates/support.js';
import { receiver, subscribed, viewOf } from './support.js';

describe('a subscription of who acts for an employer', () => {
  beforeEach(endAll);

  it('is told of the offers made under its mandate, until the mandate ends, and seen by the employer', async () => {
    const mandate = await granted();
    const client = await asAgency();
    const asked = await client.post('/v1/subscriptions', { url: receiver().url('agency') }, FOR_BAKERY);
    const { id } = createdSubscription.parse(asked.body);
    const witness = await subscribed();
    const own = await submitted(intake().bakery);
    const made = await submittedForBakery();
    await eventually(() => expect(receiver().types('agency', made.id)).toEqual(['offer.submitted']));
    await eventually(() => expect(receiver().at(witness.path)).toHaveLength(2));
    expect(receiver().at('agency', own.id)).toEqual([]);
    expect((await viewOf(id)).agent).toBe(agency.id);
    expect((await client.get(`/v1/subscriptions/${witness.id}`, FOR_BAKERY)).status).toBe(404);
    expect((await client.get(`/v1/subscriptions/${id}`)).status).toBe(404);

    await intake().bakery.post(`/v1/mandates/${mandate.id}/end`);
    await intake().bakery.post(`/v1/offers/${made.id}/suspension`);
    await eventually(() => expect(receiver().types(witness.path, made.id)).toContain('offer.stopped'));
    expect(receiver().types('agency')).toEqual(['offer.submitted']);
    await granted();
    await intake().bakery.delete(`/v1/offers/${made.id}/suspension`);
    await eventually(() => expect(receiver().types('agency')).toEqual(['offer.submitted', 'offer.reopened']));
    expect(subscriptionView.parse((await client.get(`/v1/subscriptions/${id}`, FOR_BAKERY)).body).state).toBe('active');
    await intake().bakery.delete(`/v1/subscriptions/${id}`);
  });
});
