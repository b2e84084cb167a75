import { verifyWebhook, webhookPublicKey } from '@accord/receipts/webhook-signature';
import { eventually } from '@accord/testing/eventually';
import { Webhook } from 'standardwebhooks';

import { shownSecrets, testAnswer } from '../../src/subscriptions/bodies.js';
import { intake, submitted } from '../intake-harness.js';
import { deliveriesOf, headersOf, life, receiver, subscribed, verified, viewOf } from './support.js';

describe('a subscription', () => {
  it('is told everything that happens, signed, in order for each offer', async () => {
    const { path, secret, id } = await subscribed();
    const offers = await Promise.all([life(), life(), life()]);
    for (const offer of offers) await eventually(() => expect(receiver().types(path, offer.id)).toEqual(offer.types));
    for (const arrival of receiver().at(path)) expect(verified(secret, arrival)).toEqual(arrival.body);
    const ids = receiver()
      .at(path)
      .map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(27);
    await eventually(async () => expect((await viewOf(id)).pending).toBe(0));
    const told = await deliveriesOf(id, '?limit=200');
    expect(told.map(({ id: one }) => one).sort()).toEqual([...ids].sort());
    for (const one of told) expect(one).toMatchObject({ state: 'delivered', status: 204, attempts: 1 });
  });

  it('tells ids and states, never a text of the offer and nothing of a person', async () => {
    const { path } = await subscribed();
    const { id } = await life();
    await eventually(() => expect(receiver().at(path, id)).toHaveLength(9));
    const sent = receiver()
      .at(path)
      .map(({ text }) => text)
      .join('\n');
    for (const word of ['Camille', 'fournil', '+33', 'Boulang', 'pétrissage']) expect(sent).not.toContain(word);
  });

  it('chooses its types', async () => {
    const { path } = await subscribed({ types: ['posting.changed', 'offer.withdrawn'] });
    const { id } = await life();
    await eventually(() =>
      expect(receiver().types(path, id)).toEqual(['posting.changed', 'posting.changed', 'offer.withdrawn']),
    );
  });

  it('is signed so that a forgery shows', async () => {
    const { path, secret } = await subscribed();
    const { id } = await submitted(intake().bakery);
    await eventually(() => expect(receiver().at(path, id)).toHaveLength(1));
    const [arrival] = receiver().at(path, id);
    if (arrival === undefined) throw new Error('nothing arrived');
    const webhook = new Webhook(secret);
    const headers = headersOf(arrival.headers);
    const forged = arrival.text.replace('"submitted"', '"published"');
    expect(forged).not.toBe(arrival.text);
    expect(() => webhook.verify(forged, headers)).toThrow();
    expect(() => webhook.verify(arrival.text, { ...headers, 'webhook-id': 'another' })).toThrow();
    expect(() => webhook.verify(arrival.text, { ...headers, 'webhook-timestamp': '1700000000' })).toThrow();
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(32, 1).toString('base64')}`).verify(arrival.text, headers),
    ).toThrow();
  });

  it('may be signed with Ed25519', async () => {
    const { path, secret, id } = await subscribed({ signing: 'ed25519' });
    expect(secret).toContain('BEGIN PUBLIC KEY');
    await intake().bakery.post(`/v1/subscriptions/${id}/test`);
    const [arrival] = receiver().at(path);
    const headers = headersOf(arrival?.headers ?? {});
    const message = {
      id: headers['webhook-id'] ?? '',
      timestamp: Number(headers['webhook-timestamp']),
      body: arrival?.text ?? '',
    };
    const signature = headers['webhook-signature'] ?? '';
    expect(signature).toMatch(/^v1a,/);
    const check = (keys: string[]) => verifyWebhook({ message, signature, keys, now: new Date() });
    expect(check([webhookPublicKey(secret)])).toBe(true);
    const other = await subscribed({ signing: 'ed25519' });
    expect(check([webhookPublicKey(other.secret)])).toBe(false);
  });

  it('whose secret is rotated signs with both, and with the new one alone after the next', async () => {
    const { path, secret, id } = await subscribed();
    const rotate = async () =>
      shownSecrets.parse((await intake().bakery.post(`/v1/subscriptions/${id}/secrets/rotation`)).body).secrets[0];
    const second = await rotate();
    await intake().bakery.post(`/v1/subscriptions/${id}/test`);
    const [both] = receiver().at(path);
    if (both === undefined || second === undefined) throw new Error('nothing arrived');
    expect(second.secret).not.toBe(secret);
    for (const one of [secret, second.secret]) expect(verified(one, both)).toEqual(both.body);
    expect((await viewOf(id)).secrets.map((one) => [one.id === second.id, one.until === undefined])).toEqual([
      [true, true],
      [false, false],
    ]);
    const third = await rotate();
    await intake().bakery.post(`/v1/subscriptions/${id}/test`);
    const last = receiver().at(path)[1];
    if (last === undefined || third === undefined) throw new Error('nothing arrived');
    expect(() => verified(secret, last)).toThrow();
    for (const one of [second.secret, third.secret]) expect(verified(one, last)).toEqual(last.body);
  });

  it('shows its secret once, and keeps it nowhere in the clear', async () => {
    const { secret, id } = await subscribed();
    expect(JSON.stringify([await viewOf(id), await intake().bakery.get('/v1/subscriptions')])).not.toContain(secret);
    const rows: { text: string }[] = await intake().harness.dataSource.query(
      'select s::text || c::text as text from subscription s join subscription_secret c on c.subscription_id = s.id',
    );
    const needles = [secret, secret.slice(6), Buffer.from(secret).toString('hex')];
    for (const needle of needles) {
      expect(rows.map(({ text }) => text).join()).not.toContain(needle);
      expect(intake().harness.log.text).not.toContain(needle);
    }
  });

  it('says what a test brought', async () => {
    const { path, id, secret } = await subscribed();
    const answer = await intake().bakery.post(`/v1/subscriptions/${id}/test`, { message: 'Bonjour' });
    expect(testAnswer.parse(answer.body)).toMatchObject({ result: 'delivered', status: 204 });
    const [arrival] = receiver().at(path);
    if (arrival === undefined) throw new Error('nothing arrived');
    expect(verified(secret, arrival)).toMatchObject({ type: 'subscription.test', data: { message: 'Bonjour' } });
    receiver().behave(path, () => ({ status: 302, headers: { location: receiver().url('elsewhere') } }));
    const redirected = testAnswer.parse((await intake().bakery.post(`/v1/subscriptions/${id}/test`)).body);
    expect(redirected).toMatchObject({ result: 'failed', status: 302 });
    expect(receiver().at('elsewhere')).toEqual([]);
  });
});
