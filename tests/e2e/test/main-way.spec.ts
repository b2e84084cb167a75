import { eventually } from '@accord/testing/eventually';

import { Accord, expectStatus, stopped } from './support/accord.js';
import { proofOf, verifierOf } from './support/verify.js';

const partners = ['emploi-public', 'jobs-prive', 'campus-formation'];

describe('the way of one offer', () => {
  let accord: Accord;
  beforeAll(async () => (accord = await Accord.open()));

  /** An offer that has gone all the way after this one, so that what this one could cause has had its time. */
  const another = async (): Promise<void> => {
    const id = await accord.submit();
    await accord.agree(id, { audience: { kind: 'all' } });
    await Promise.all(partners.map((partner) => accord.posting(id, partner, ['sent', 'live'])));
  };

  it('without an agreement leads to the own portal and nowhere else', async () => {
    const id = await accord.submit();
    await accord.published(id);
    await another();
    for (const partner of partners) expect(await accord.inbox(partner).about(id)).toEqual([]);
    expect((await accord.offer(id)).postings.filter(({ state }) => state !== 'notAllowed')).toEqual([]);
  });

  it('with an agreement leads to that partner, signed and proved, without a word to the others', async () => {
    const verify = await verifierOf(accord, 'partner');
    const id = await accord.submit();
    const agreement = await accord.agree(id);
    const webhook = await accord.inbox('emploi-public').event(id, 'offer.published');
    verify(webhook);
    expect(() => verify({ ...webhook, raw: webhook.raw.replace('Boulanger', 'Boucher') })).toThrow();
    const proof = await proofOf(accord, webhook, 'emploi-public');
    expect(proof).toMatchObject({ sub: id, aud: 'emploi-public', agreement, revision: 1 });
    await expect(proofOf(accord, webhook, 'jobs-prive')).rejects.toThrow();
    await another();
    expect(await accord.inbox('jobs-prive').about(id)).toEqual([]);
    expect(await accord.inbox('campus-formation').about(id)).toEqual([]);
  });

  it('opens the contact to a partner the employer agreed with, and to no list', async () => {
    const id = await accord.submit();
    await accord.agree(id);
    const { event } = await accord.inbox('emploi-public').event(id, 'offer.published');
    expect(event).toMatchObject({ data: { offer: { apply: { email: accord.draft().apply.email } } } });
    const list = await accord.as().get('/v1/ads?q=boulanger&limit=100');
    expect(JSON.stringify(list.body)).toContain(id);
    expect(JSON.stringify(list.body)).not.toContain('@fournil');
  });

  it('an agreement with a second partner sends the first one nothing again', async () => {
    const id = await accord.submit();
    await accord.agree(id);
    await accord.posting(id, 'emploi-public', ['sent', 'live']);
    await accord.agree(id, { audience: { kind: 'partners', partners: ['jobs-prive'] } });
    await accord.inbox('jobs-prive').event(id, 'offer.published');
    await another();
    expect(await accord.inbox('emploi-public').about(id)).toHaveLength(1);
  });

  it('an edit reaches the partner as a new version of the same posting', async () => {
    const draft = accord.draft();
    const id = await accord.submit(draft);
    await accord.agree(id);
    const first = await accord.inbox('emploi-public').event(id, 'offer.published');
    const read = await accord.as('employer').get(`/v1/offers/${id}`);
    const edited = { ...draft, title: 'Boulanger / Boulangère de nuit (H/F)' };
    const answer = await accord
      .as('employer')
      .put(`/v1/offers/${id}`, edited, { 'if-match': read.headers.get('etag') ?? '' });
    expect(answer.status).toBe(200);
    const second = await accord.inbox('emploi-public').event(id, 'offer.updated');
    expect(second.event).toMatchObject({ data: { offer: { title: edited.title, revision: 2 } } });
    if (!('postingId' in first.event.data && 'postingId' in second.event.data)) throw new Error('not offer events');
    expect(second.event.data.postingId).toBe(first.event.data.postingId);
    expect(second.event.data.version).toBeGreaterThan(first.event.data.version);
    expect(second.headers['webhook-id']).not.toBe(first.headers['webhook-id']);
  });

  it('a withdrawn agreement takes effect at once, says when, and the partner is told to remove the offer', async () => {
    const id = await accord.submit();
    const agreement = await accord.agree(id);
    await accord.posting(id, 'emploi-public', ['sent', 'live']);
    const answer = await accord.as('employer').post(`/v1/agreements/${agreement}/withdrawal`, {});
    const { effectiveAt } = expectStatus(answer, 200, stopped);
    const removal = await accord.inbox('emploi-public').event(id, 'offer.removed');
    expect(removal.headers).not.toHaveProperty('accord-permit');
    expect(removal.event.data).not.toHaveProperty('offer');
    await accord.posting(id, 'emploi-public', 'removed');
    const shown = (await accord.inbox('emploi-public').about(id)).filter(({ event }) => event.type !== 'offer.removed');
    for (const { receivedAt } of shown) expect(Date.parse(receivedAt)).toBeLessThan(Date.parse(effectiveAt));
    expect((await accord.as().get(`/v1/ads/${id}`)).status).toBe(200);
  });

  it('a withdrawn offer leaves the own portal and every partner', async () => {
    const id = await accord.submit();
    await accord.agree(id, { audience: { kind: 'all' } });
    await Promise.all(partners.map((partner) => accord.posting(id, partner, ['sent', 'live'])));
    const answer = await accord.as('employer').delete(`/v1/offers/${id}?reason=filled`);
    expectStatus(answer, 200, stopped);
    await Promise.all(partners.map((partner) => accord.inbox(partner).event(id, 'offer.removed')));
    await Promise.all(partners.map((partner) => accord.posting(id, partner, 'removed')));
    await eventually(async () => expect((await accord.as().get(`/v1/ads/${id}`)).status).toBe(410));
    expect((await accord.offer(id)).state).toBe('withdrawn');
  });
});

describe('time', () => {
  let accord: Accord;
  beforeAll(async () => (accord = await Accord.open()));
  const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1_000).toISOString();

  it('a window that closes takes the offer down at that partner and nowhere else', async () => {
    const id = await accord.submit();
    await accord.agree(id, { until: inSeconds(12) });
    await accord.inbox('emploi-public').event(id, 'offer.published');
    await accord.inbox('emploi-public').event(id, 'offer.removed');
    await accord.posting(id, 'emploi-public', 'removed');
    expect((await accord.as().get(`/v1/ads/${id}`)).status).toBe(200);
  });

  it('a window that opens later lets nothing out before', async () => {
    const id = await accord.submit();
    const from = inSeconds(6);
    await accord.agree(id, { from });
    const { receivedAt } = await accord.inbox('emploi-public').event(id, 'offer.published');
    expect(Date.parse(receivedAt)).toBeGreaterThanOrEqual(Date.parse(from));
  });

  it('an offer that expires leaves the own portal and the partners', async () => {
    const id = await accord.submit({ closesOn: inSeconds(15) });
    await accord.agree(id);
    await accord.inbox('emploi-public').event(id, 'offer.published');
    await accord.inbox('emploi-public').event(id, 'offer.removed');
    await eventually(async () => expect((await accord.as().get(`/v1/ads/${id}`)).status).toBe(410), {
      timeoutMs: 30_000,
    });
    await eventually(async () => expect((await accord.offer(id)).state).toBe('expired'));
  });
});
