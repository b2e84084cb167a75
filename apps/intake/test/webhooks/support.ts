import { offerVerified } from '@accord/contracts/events/offer-verified';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import { eventually } from '@accord/testing/eventually';
import { Webhook } from 'standardwebhooks';

import { createdSubscription, deliveryList, subscriptionView } from '../../src/subscriptions/bodies.js';
import { intake, submitted } from '../intake-harness.js';
import { high, outcome, verdict } from '../others-news.js';
import { type Arrival, Receiver } from '../receiver.js';

let running: Receiver | undefined;
const made: string[] = [];
let paths = 0;

export const startReceiver = async (): Promise<Receiver> => (running = await Receiver.start());

/** The one that the cases share. */
export function receiver(): Receiver {
  if (running === undefined) throw new Error('the receiver is not started');
  return running;
}

/** A subscription of the bakery's to a path of its own. */
export async function subscribed(change: object = {}) {
  const path = `hook-${(paths += 1)}`;
  const answer = await intake().bakery.post('/v1/subscriptions', { url: receiver().url(path), ...change });
  expect(answer.status).toBe(201);
  const subscription = createdSubscription.parse(answer.body);
  made.push(subscription.id);
  return { ...subscription, path, secret: subscription.secrets[0]?.secret ?? '' };
}

export async function endSubscriptions(): Promise<void> {
  for (const id of made.splice(0)) await intake().bakery.delete(`/v1/subscriptions/${id}`);
}

export const viewOf = (id: string) => intake().bakery.read(`/v1/subscriptions/${id}`, subscriptionView);
export const deliveriesOf = async (id: string, query = '') =>
  (await intake().bakery.read(`/v1/subscriptions/${id}/deliveries${query}`, deliveryList)).items;

/** Takes an offer through its life, and answers what is told of it. */
export async function life(): Promise<{ id: string; types: string[] }> {
  const { id } = await submitted(intake().bakery);
  const happened = (count: number) =>
    eventually(async () => {
      const rows: unknown[] = await intake().harness.dataSource.query('select from offer_event where offer_id = $1', [
        id,
      ]);
      expect(rows).toHaveLength(count);
    });
  await intake().topics.write(offerVerified, verdict(id));
  await happened(2);
  await intake().topics.write(postingChanged, outcome(id, { state: 'sent', version: high + 1 }));
  await intake().topics.write(postingChanged, outcome(id, { state: 'live', version: high + 2 }));
  await happened(4);
  await intake().bakery.post(`/v1/offers/${id}/suspension`);
  await intake().bakery.delete(`/v1/offers/${id}/suspension`);
  await intake().bakery.delete(`/v1/offers/${id}`);
  const types = [
    'offer.submitted',
    'offer.verified',
    'posting.changed',
    'posting.changed',
    'offer.suspended',
    'offer.stopped',
    'offer.reopened',
    'offer.withdrawn',
    'offer.stopped',
  ];
  return { id, types };
}

/** What a receiver that checks signatures takes it for. */
export const verified = (secret: string, { text, headers }: Arrival): unknown =>
  new Webhook(secret).verify(text, headersOf(headers));

export const headersOf = (headers: Arrival['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
