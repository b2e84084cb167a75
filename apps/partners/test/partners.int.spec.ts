import { randomBytes } from 'node:crypto';

import { partnerRegistered, type PartnerRegistered } from '@accord/contracts/events/partner-registered';
import { endpointSecrets } from '@accord/contracts/internal/keys';
import { readEventData } from '@accord/contracts/read-event';
import { WebhookSigner } from '@accord/receipts/webhook-signature';
import { kafkaBrokers } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { RawTopics } from '@accord/testing/raw-topics';
import { ServiceHarness } from '@accord/testing/service-harness';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';

import { knownPostings } from '../src/known-postings.js';
import type { PartnersConfig } from '../src/partners.config.js';
import { partnersService } from '../src/partners.service-definition.js';
import { termsView } from '../src/terms/terms-bodies.js';
import { FakeConsent } from './fake-consent.js';

const shown = z.object({ secrets: z.array(z.object({ secret: z.string() })) });
const termsList = z.object({ items: z.array(termsView) });
const endpointList = z.object({ items: z.array(z.looseObject({ id: z.uuid(), url: z.string() })) });

describe('the directory of partners', () => {
  let consent: FakeConsent;
  let partners: ServiceHarness<PartnersConfig>;
  let raw: RawTopics;
  let operator: HttpClient;
  let employer: HttpClient;
  let count = 0;

  beforeAll(async () => {
    consent = await FakeConsent.start();
    const env = {
      CONSENT_URL: consent.url,
      ENDPOINT_SECRETS_KEY: randomBytes(32).toString('base64'),
      SANDBOX_PARTNERS: JSON.stringify([
        { id: 'seeded', name: 'Seeded', category: 'public', endpoint: 'http://127.0.0.1:9/webhook' },
      ]),
      OUTGOING_ALLOW: '127.0.0.1/32',
    };
    partners = await ServiceHarness.start(partnersService, { env });
    raw = await RawTopics.connect(kafkaBrokers.join(','));
    operator = await partners.as({ id: 'operator', role: 'operator' });
    employer = await partners.as({ id: '000100016', role: 'employer', sirets: ['00010001600013'] });
  });
  beforeEach(() => (consent.mode = 'stops'));
  afterAll(async () => {
    await raw.close();
    await partners.stop();
    await consent.stop();
  });

  async function added(change: object = {}): Promise<{ id: string; me: HttpClient }> {
    const id = `partner-${(count += 1)}`;
    expect((await operator.post('/v1/partners', { id, name: 'Jobs', category: 'public', ...change })).status).toBe(201);
    return { id, me: await partners.as({ id, role: 'partner' }) };
  }

  /** The newest event about a partner. */
  const registered = (id: string, version: number): Promise<PartnerRegistered> =>
    eventually(async () => {
      const records = await raw.readAll(`${partners.topicPrefix}partner.registry`);
      const all = records.map(({ value }) => readEventData(partnerRegistered, JSON.parse(String(value))));
      const found = all.flatMap((read) => (read.ok && read.data.partner === id ? [read.data] : [])).at(-1);
      if (found?.version !== version) throw new Error(`${id} is at version ${found?.version}`);
      return found;
    });

  it('names all postings it counts, in pages, for when outcomes are read anew', async () => {
    const offers = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
    const keys = offers.flatMap((offer) => ['aa', 'b-b'].map((partner) => `${offer}:${partner}`));
    await partners.dataSource.query(
      `insert into posting (offer_id, partner_id, version, state)
       select split_part(key, ':', 1)::uuid, split_part(key, ':', 2), 7, 'live' from unnest($1::text[]) as k (key)`,
      [[...keys].reverse()],
    );
    const page = (after: string) => partners.dataSource.transaction((tx) => knownPostings.page(tx, after, 4));
    const first = await page('');
    const second = await page(first.at(-1)?.key ?? '');
    expect([...first, ...second]).toEqual(keys.map((key) => ({ key, version: 7 })));
  });

  it('tells everybody of a partner, without endpoints and secrets, and the registry with every change a higher version', async () => {
    const { id, me } = await added();
    await registered(id, 1);
    const made = await me.post('/v1/partners/me/endpoints', { url: 'https://jobs.example/hook' });
    expect(made.status).toBe(201);
    const event = await registered(id, 2);
    expect(event.endpoint).toMatchObject({ url: 'https://jobs.example/hook', signing: 'hmac', paused: false });
    const { secrets } = shown.parse(made.body);
    expect(JSON.stringify(event)).not.toContain(secrets[0]?.secret);
    const list = await employer.get('/v1/partners');
    expect(JSON.stringify(list.body)).toContain(id);
    expect(JSON.stringify(list.body)).not.toContain('jobs.example');
  });

  it('lets only the operator change the directory, and a partner only itself', async () => {
    const { id, me } = await added();
    expect((await me.post('/v1/partners', { id: 'mine', name: 'x', category: 'public' })).status).toBe(403);
    expect((await me.send('PATCH', `/v1/partners/${id}`, { body: { category: 'private' } })).status).toBe(403);
    expect((await employer.get('/v1/partners/me/endpoints')).status).toBe(403);
    expect((await operator.post('/v1/partners', { id, name: 'Again', category: 'public' })).status).toBe(409);
    const other = await added();
    const { items } = await me.read('/v1/partners/me/endpoints', endpointList);
    expect(items).toEqual([]);
    await other.me.post('/v1/partners/me/endpoints', { url: 'https://other.example/hook' });
    const theirs = await other.me.read('/v1/partners/me/endpoints', endpointList);
    expect((await me.delete(`/v1/partners/me/endpoints/${theirs.items[0]?.id}`)).status).toBe(404);
  });

  it.each(['https://user:pw@jobs.example', 'ftp://x', 'nonsense'])('refuses the endpoint %s', async (url) => {
    const { me } = await added();
    const answer = await me.post('/v1/partners/me/endpoints', { url });
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/url' }] });
  });

  it('shows a secret once, keeps it encrypted, and signs with the old and the new one while they overlap', async () => {
    const { me } = await added();
    const first = shown.parse((await me.post('/v1/partners/me/endpoints', { url: 'https://jobs.example/hook' })).body);
    const second = shown.parse((await me.post('/v1/partners/me/secrets/rotation', {})).body);
    const { items } = await me.read('/v1/partners/me/endpoints', endpointList);
    const [old = '', young = ''] = [...first.secrets, ...second.secrets].map(({ secret }) => secret);
    expect(JSON.stringify(items)).not.toContain(young);
    const rows = JSON.stringify(
      await partners.dataSource.query(`select encode(sealed, 'escape') from endpoint_secret`),
    );
    expect(rows).not.toContain(young.slice(6, 20));
    expect(partners.log.text).not.toContain(young.slice(6, 20));

    const publisher = partners.asService('publisher');
    const answer = await publisher.post('/internal/v1/endpoint-secrets', { endpoints: [items[0]?.id] });
    const [own] = endpointSecrets.parse(answer.body).endpoints;
    expect(own).toMatchObject({ secretsVersion: 2 });
    const message = { id: 'posting.1', timestamp: Math.floor(Date.now() / 1_000), body: '{}' };
    const header = new WebhookSigner(own?.secrets ?? []).sign(message);
    const headers = {
      'webhook-id': message.id,
      'webhook-timestamp': String(message.timestamp),
      'webhook-signature': header,
    };
    for (const secret of [old, young]) expect(new Webhook(secret).verify(message.body, headers)).toEqual({});
    const audit: unknown[] = await partners.dataSource.query(
      'select service from secret_access where $1 = any(endpoints)',
      [items[0]?.id],
    );
    expect(audit).toEqual([{ service: 'publisher' }]);
    await partners.dataSource.query(`update endpoint_secret set not_after = now() where not_after is not null`);
    const later = endpointSecrets.parse(
      (await publisher.post('/internal/v1/endpoint-secrets', { endpoints: [items[0]?.id] })).body,
    );
    expect(later.endpoints[0]?.secrets).toHaveLength(1);
  });

  it('hands secrets to no other service', async () => {
    const ask = { endpoints: ['01890000-0000-7000-8000-000000000001'] };
    expect((await partners.asService('portal').post('/internal/v1/endpoint-secrets', ask)).status).toBe(401);
    expect((await operator.post('/internal/v1/endpoint-secrets', ask)).status).toBe(401);
  });

  it('stops at once what a change takes away, and says when', async () => {
    const { id } = await added();
    const answer = await operator.send('PATCH', `/v1/partners/${id}`, { body: { category: 'private' } });
    expect(answer).toMatchObject({ status: 200, body: { category: 'private', stop: { state: 'stopped' } } });
    expect(consent.calls.at(-1)).toMatchObject({
      kind: 'partner',
      partner: { partner: id, category: 'private', version: 2 },
    });
    const calls = consent.calls.length;
    await operator.send('PATCH', `/v1/partners/${id}`, { body: { limits: { concurrency: 2, ratePerSecond: 5 } } });
    expect(consent.calls).toHaveLength(calls);
  });

  it('confirms only what the partner declared, and stops when it declares less', async () => {
    const { id, me } = await added();
    const confirm = () => operator.send('PATCH', `/v1/partners/${id}`, { body: { conditions: ['oneClick'] } });
    expect(await confirm()).toMatchObject({ status: 400, body: { errors: [{ pointer: '/conditions' }] } });
    await me.put('/v1/partners/me/profile', { name: 'Jobs', declaredConditions: ['oneClick'] });
    expect(await confirm()).toMatchObject({ status: 200, body: { conditions: ['oneClick'] } });
    const less = await me.put('/v1/partners/me/profile', { name: 'Jobs', declaredConditions: [] });
    expect(less.body).toMatchObject({ conditions: [], stop: { state: 'stopped' } });
    expect(consent.calls.at(-1)).toMatchObject({ kind: 'partner', partner: { partner: id, conditions: [] } });
  });

  it('terms are in force once confirmed; a material change, by whoever’s word, is a stop, and the registry tells of it', async () => {
    const { id, me } = await added();
    const terms = (material: boolean) => ({
      url: 'https://jobs.example/terms',
      summary: 'We pass on to our app.',
      material,
    });
    const confirm = (version: number, material: boolean) =>
      operator.post(`/v1/partners/${id}/terms/${version}/confirmation`, { material });
    const states = async (who: HttpClient, path = id) =>
      (await who.read(`/v1/partners/${path}/terms`, termsList)).items.map(
        ({ version, state }) => `${version} ${state}`,
      );

    const first = await me.post('/v1/partners/me/terms', terms(false));
    expect(first).toMatchObject({ status: 201, body: { version: 1, state: 'published', material: false } });
    expect(await states(employer)).toEqual([]);
    expect(await states(operator)).toEqual(['1 published']);
    const calls = consent.calls.length;
    expect(await confirm(1, false)).toMatchObject({ status: 200, body: { terms: { version: 1, material: 0 } } });
    expect(consent.calls).toHaveLength(calls);
    expect((await registered(id, 2)).terms).toEqual({ version: 1, material: 0 });
    expect(await states(employer)).toEqual(['1 inForce']);

    await me.post('/v1/partners/me/terms', terms(true));
    await me.post('/v1/partners/me/terms', terms(false));
    const material = await confirm(3, false);
    expect(material).toMatchObject({ body: { terms: { version: 3, material: 3 }, stop: { state: 'stopped' } } });
    expect(consent.calls.at(-1)).toMatchObject({
      kind: 'partner',
      because: 'terms-changed',
      partner: { partner: id, version: 3, terms: { version: 3, material: 3 } },
    });
    expect(await states(me, 'me')).toEqual(['3 inForce', '2 passedOver', '1 superseded']);
    expect(await states(employer)).toEqual(['3 inForce', '1 superseded']);

    expect((await confirm(2, true)).status).toBe(409);
    expect((await confirm(9, true)).status).toBe(404);
    expect((await me.post(`/v1/partners/${id}/terms/3/confirmation`, { material: false })).status).toBe(403);
    expect((await employer.post('/v1/partners/me/terms', terms(true))).status).toBe(403);
    for (const [bad, pointer] of [
      [{ url: 'javascript:alert(1)' }, '/url'],
      [{ summary: 'short' }, '/summary'],
      [{ material: 'yes' }, '/material'],
      [{ digest: 'abc' }, '/digest'],
    ] as const)
      expect(await me.post('/v1/partners/me/terms', { ...terms(true), ...bad })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer }] },
      });

    // A material one is not to be buried under so many others that whoever confirms the last does not see it.
    for (let waiting = 1; waiting <= 20; waiting += 1)
      expect((await me.post('/v1/partners/me/terms', terms(waiting === 1))).status).toBe(201);
    expect((await me.post('/v1/partners/me/terms', terms(false))).status).toBe(409);
    expect(await confirm(23, false)).toMatchObject({ body: { terms: { version: 23, material: 23 } } });
    expect((await me.post('/v1/partners/me/terms', terms(false))).status).toBe(201);
  });

  it('halts by the kill switch; while consent is away the halt is asked for again until it is heard', async () => {
    const { id } = await added();
    consent.mode = 'is down';
    const answer = await operator.post(`/v1/partners/${id}/halt`, { reason: 'shows removed offers' });
    expect(answer).toMatchObject({ status: 200, body: { state: 'stopping' } });
    consent.mode = 'stops';
    await eventually(() =>
      expect(consent.calls).toContainEqual(
        expect.objectContaining({ kind: 'halt', scope: { kind: 'partner', partner: id }, lifted: false }),
      ),
    );
    expect(await operator.delete(`/v1/partners/${id}/halt`)).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect(consent.calls.at(-1)).toMatchObject({ kind: 'halt', lifted: true });
  });

  it('pauses and resumes', async () => {
    const { id, me } = await added();
    await me.post('/v1/partners/me/endpoints', { url: 'https://jobs.example/hook' });
    expect((await me.post('/v1/partners/me/pause', {})).status).toBe(204);
    expect((await registered(id, 3)).endpoint).toMatchObject({ paused: true });
    await me.delete('/v1/partners/me/pause');
    expect((await registered(id, 4)).endpoint).toMatchObject({ paused: false });
  });

  it('registers the sandbox partners once', async () => {
    expect(await employer.get('/v1/partners/seeded')).toMatchObject({ status: 200, body: { category: 'public' } });
    await partners.stopService();
    await partners.startAgain();
    const rows: unknown[] = await partners.dataSource.query(`select version from partner where partner_id = 'seeded'`);
    expect(rows).toEqual([{ version: 2 }]);
    operator = await partners.as({ id: 'operator', role: 'operator' });
    employer = await partners.as({ id: '000100016', role: 'employer' });
  });
});
