import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { show, remove, World } from './support/world.js';
import { showable } from './support/showable.js';

const page = z.object({
  items: z.array(z.looseObject({ id: z.uuid(), offerId: z.uuid().optional() })),
  next: z.string().optional(),
});

describe('what operators and partners see and say', () => {
  let world: World;
  let operator: HttpClient;
  let partner: HttpClient;
  let other: HttpClient;

  beforeAll(async () => {
    world = await World.start();
    await world.register(
      { partner: 'emploi-public' },
      { partner: 'jobs-prive' },
      { partner: 'no-endpoint', endpoint: null },
    );
    operator = await world.publisher.as({ id: 'operator-1', role: 'operator' });
    partner = await world.publisher.as({ id: 'emploi-public', role: 'partner' });
    other = await world.publisher.as({ id: 'jobs-prive', role: 'partner' });
  });
  afterAll(() => world.stop());

  async function sentPosting(): Promise<{ offerId: string; postingId: string }> {
    const offerId = await world.show('emploi-public');
    const row = await world.until(offerId, 'emploi-public', 'sent');
    return { offerId, postingId: row.posting_id };
  }

  describe('deliveries', () => {
    it('are listed by offer, partner and time, page by page, newest first', async () => {
      const since = new Date().toISOString();
      const offers = [];
      for (let at = 0; at < 5; at += 1) offers.push((await sentPosting()).offerId);
      const [last] = offers.toReversed();
      const byOffer = await operator.read(`/v1/deliveries?offer=${last}`, page);
      expect(byOffer.items.map(({ offerId }) => offerId)).toEqual([last]);
      const first = await operator.read(`/v1/deliveries?partner=emploi-public&since=${since}&limit=2`, page);
      const second = await operator.read(
        `/v1/deliveries?partner=emploi-public&since=${since}&limit=2&cursor=${first.next}`,
        page,
      );
      const third = await operator.read(
        `/v1/deliveries?partner=emploi-public&since=${since}&limit=2&cursor=${second.next}`,
        page,
      );
      const seen = [...first.items, ...second.items, ...third.items].map(({ offerId }) => offerId);
      expect(seen).toEqual(offers.toReversed());
      expect(third.next).toBeUndefined();
    });

    it('are the partner’s own alone', async () => {
      const { offerId } = await sentPosting();
      const mine = await partner.read(`/v1/partners/me/deliveries?offer=${offerId}`, page);
      expect(mine.items).toHaveLength(1);
      const theirs = await other.read(`/v1/partners/me/deliveries?offer=${offerId}`, page);
      expect(theirs.items).toEqual([]);
      const id = mine.items[0]?.id ?? '';
      expect((await partner.get(`/v1/partners/me/deliveries/${id}`)).status).toBe(200);
      expect((await other.get(`/v1/partners/me/deliveries/${id}`)).status).toBe(404);
    });

    it.each([
      ['a partner', () => partner],
      ['an operator', () => operator],
    ])('are shown to their role only: %s', async (who, client) => {
      const path = who === 'a partner' ? '/v1/deliveries' : '/v1/partners/me/deliveries';
      expect((await client().get(path)).status).toBe(403);
      expect((await (await world.publisher.as()).get(path)).status).toBe(401);
    });

    it.each(['?colour=red', '?since=yesterday', '?offer=1', '?partner=No%20One', '?limit=1000', '?cursor=zzz'])(
      'refuse the query %s, naming it',
      async (query) => {
        const { status, body } = await operator.get(`/v1/deliveries${query}`);
        expect(status).toBe(400);
        expect(JSON.stringify(body)).toContain(query.slice(1).split('=')[0] ?? '');
      },
    );
  });

  describe('an acknowledgement', () => {
    const live = { status: 'live', url: 'https://emploi.example/offres/1' };

    it('says where an offer shows; said again it changes nothing', async () => {
      const { offerId, postingId } = await sentPosting();
      const first = await partner.post(`/v1/postings/${postingId}/acknowledgement`, live);
      expect(first).toMatchObject({ status: 200, body: { postingId, state: 'live', publicUrl: live.url } });
      const { outcome_version: version } = await world.row(offerId, 'emploi-public');
      expect((await partner.post(`/v1/postings/${postingId}/acknowledgement`, live)).body).toEqual(first.body);
      expect(await world.row(offerId, 'emploi-public')).toMatchObject({ outcome_version: version, state: 'live' });
      await eventually(async () =>
        expect(await world.outcome(offerId, 'emploi-public')).toMatchObject({ state: 'live', publicUrl: live.url }),
      );
    });

    it('says that it does not show, and why', async () => {
      const { offerId, postingId } = await sentPosting();
      const word = { status: 'refused', reason: 'duplicate' };
      expect((await partner.post(`/v1/postings/${postingId}/acknowledgement`, word)).status).toBe(200);
      expect(await world.row(offerId, 'emploi-public')).toMatchObject({
        state: 'refused',
        reason: 'duplicate',
        may_hold: true,
      });
    });

    it('stays live over an edit, at the address the partner gave', async () => {
      const { offerId, postingId } = await sentPosting();
      await partner.post(`/v1/postings/${postingId}/acknowledgement`, live);
      await world.decide(offerId, showable(offerId, { revision: 2 }), show('emploi-public', 2));
      await eventually(async () =>
        expect(await world.row(offerId, 'emploi-public')).toMatchObject({ known_version: '2', state: 'live' }),
      );
    });

    it('of another partner’s posting, or of none, finds nothing', async () => {
      const { offerId, postingId } = await sentPosting();
      expect((await other.post(`/v1/postings/${postingId}/acknowledgement`, live)).status).toBe(404);
      expect((await partner.post(`/v1/postings/${uuid()}/acknowledgement`, live)).status).toBe(404);
      expect(await world.row(offerId, 'emploi-public')).toMatchObject({ state: 'sent', public_url: null });
    });

    it('of a posting that was removed is refused', async () => {
      const { offerId, postingId } = await sentPosting();
      await world.decide(offerId, null, remove('emploi-public', 2));
      await world.until(offerId, 'emploi-public', 'removed');
      expect((await partner.post(`/v1/postings/${postingId}/acknowledgement`, live)).status).toBe(409);
    });

    it.each([
      ['/url', { status: 'live', url: 'javascript:alert(1)' }],
      ['/url', { status: 'live', url: 'https://user:secret@emploi.example/' }],
      ['/url', { status: 'live' }],
      ['/reason', { status: 'refused', reason: 'Because Mme Le Goff said so' }],
      ['/status', { status: 'perhaps' }],
      ['/colour', { ...live, colour: 'red' }],
    ])('is refused for %s: %j', async (pointer, word) => {
      const { postingId } = await sentPosting();
      const { status, body } = await partner.post(`/v1/postings/${postingId}/acknowledgement`, word);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain(pointer);
    });
  });

  describe('a test event', () => {
    it('arrives signed, about no offer, without a permit, and is kept as a delivery', async () => {
      world.consent.forgetCounts();
      const { status, body } = await partner.post('/v1/partners/me/test-events', { message: 'Bonjour' });
      expect(status).toBe(200);
      const arrival = world.sink.of('emploi-public').at(-1);
      expect(arrival?.body).toMatchObject({ type: 'partner.test', data: { message: 'Bonjour' } });
      expect(arrival?.headers['webhook-id']).toBe(z.looseObject({ id: z.string() }).parse(body).id);
      expect(arrival?.headers).not.toHaveProperty('accord-permit');
      expect(world.consent.asks).toEqual([]);
      const [kept] = (await partner.read('/v1/partners/me/deliveries?limit=1', page)).items;
      expect(kept).toMatchObject({ kind: 'test', result: 'received' });
    });
    it('says what went wrong', async () => {
      world.sink.behave('jobs-prive', 'reset');
      const { status, body } = await other.post('/v1/partners/me/test-events', {});
      expect(status).toBe(200);
      expect(body).toMatchObject({ result: 'failed', error: expect.stringContaining('connection') });
    });
    it('needs an endpoint', async () => {
      const none = await world.publisher.as({ id: 'no-endpoint', role: 'partner' });
      expect((await none.post('/v1/partners/me/test-events', {})).status).toBe(409);
    });
  });

  describe('figures', () => {
    it('are given by partner, never by offer', async () => {
      const { offerId } = await sentPosting();
      const { body } = await (await world.publisher.as()).get('/metrics');
      const text = String(body);
      expect(text).toMatch(
        /publisher_attempts_total\{partner="emploi-public",kind="show",result="received"[^}]*\} [1-9]/,
      );
      for (const name of [
        'publisher_attempt_seconds',
        'publisher_lag_seconds',
        'publisher_due_postings',
        'publisher_permit_session',
        'circuit',
      ])
        expect(text).toContain(name);
      expect(text).not.toContain(offerId);
    });
  });
});
