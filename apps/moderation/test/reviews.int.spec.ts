import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';

import { doubtful, ModerationUnderTest, reviewPage, reviewsOfOffer } from './moderation-harness.js';

const message = { fr: 'Retirez la promesse de CDI.', en: 'Take the promise out.' };

describe('the moderators’ queue', () => {
  let moderation: ModerationUnderTest;
  let ada: HttpClient;
  let bob: HttpClient;
  beforeAll(async () => {
    moderation = await ModerationUnderTest.start();
    ada = await moderation.moderator('ada');
    bob = await moderation.moderator('bob');
  });
  afterAll(() => moderation.stop());

  const reviewsOf = (offerId: string, query = '') => reviewsOfOffer(ada, offerId, query);

  async function inReview(): Promise<{ offerId: string; id: string }> {
    const offerId = await moderation.submitted(doubtful);
    await moderation.said(offerId, 'inReview 1');
    const [review] = await reviewsOf(offerId);
    return { offerId, id: review?.id ?? '' };
  }

  const lastWord = async (offerId: string): Promise<unknown> => {
    const rows: unknown[] = await moderation.harness.dataSource.query(
      `select revision, verdict, take_down as "takeDown", decided_by as "decidedBy", moderator,
         approved_revision as "approvedRevision", findings from verdict where offer_id = $1 order by version desc limit 1`,
      [offerId],
    );
    return rows[0];
  };

  it('shows what is in doubt, with its findings, and the offer without its sealed contact', async () => {
    const { offerId, id } = await inReview();
    const [shown] = await reviewsOf(offerId);
    expect(shown).toMatchObject({ kind: 'doubt', state: 'open', revision: 1, title: doubtful.title, reports: 0 });
    expect(JSON.stringify(shown)).toContain('FR-CDD');
    const detail = await ada.get(`/v1/reviews/${id}`);
    expect(detail.body).toMatchObject({
      id,
      offer: { title: doubtful.title, employer: { siret: doubtful.employer.siret } },
    });
    expect(detail.headers.get('etag')).toBe('"1"');
    expect(JSON.stringify(detail.body)).not.toContain('sealed');
  });

  it('approves what a moderator approves', async () => {
    const { offerId, id } = await inReview();
    const answer = await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'approved', revision: 1 });
    expect(answer).toMatchObject({
      status: 200,
      body: { id, state: 'decided', verdict: 'approved', decidedBy: 'ada' },
    });
    await moderation.said(offerId, 'inReview 1', 'approved 1');
    expect(await lastWord(offerId)).toMatchObject({ decidedBy: 'moderator', moderator: 'ada', approvedRevision: 1 });
    await eventually(async () =>
      expect((await moderation.told(offerId)).at(-1)).toMatchObject({
        version: 2,
        verdict: 'approved',
        decidedBy: 'moderator',
      }),
    );
    expect(await reviewsOf(offerId)).toEqual([]);
    expect(await reviewsOf(offerId, '&state=decided')).toHaveLength(1);
  });

  it('tells the employer what a moderator says', async () => {
    const { offerId, id } = await inReview();
    await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'changesRequested', revision: 1, message });
    expect(await lastWord(offerId)).toMatchObject({
      verdict: 'changesRequested',
      takeDown: false,
      findings: [{ rule: 'MODERATOR', severity: 'block', message }, { rule: 'FR-CDD' }],
    });
  });

  it('keeps others away from a claimed review, for as long as the claim lasts', async () => {
    const { offerId, id } = await inReview();
    const claimed = await ada.post(`/v1/reviews/${id}/claim`);
    expect(claimed).toMatchObject({ status: 200, body: { state: 'claimed', claimedBy: 'ada', version: 2 } });
    expect((await bob.post(`/v1/reviews/${id}/claim`)).status).toBe(409);
    expect((await bob.post(`/v1/reviews/${id}/verdict`, { verdict: 'approved', revision: 1 })).status).toBe(409);
    expect((await ada.post(`/v1/reviews/${id}/claim`)).status).toBe(200);
    expect(await reviewsOf(offerId, '&state=claimed')).toHaveLength(1);
    expect(await reviewsOf(offerId, '&state=open')).toEqual([]);
    await moderation.harness.dataSource.query(
      `update review set claimed_until = now() - interval '1 s' where id = $1`,
      [id],
    );
    expect((await bob.post(`/v1/reviews/${id}/claim`)).status).toBe(200);
    expect((await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'approved', revision: 1 })).status).toBe(409);
    expect(await moderation.words(offerId)).toEqual(['inReview 1']);
  });

  it('lets one of two decisions stand', async () => {
    const { offerId, id } = await inReview();
    const answers = await Promise.all([
      ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'approved', revision: 1 }),
      bob.post(`/v1/reviews/${id}/verdict`, { verdict: 'rejected', revision: 1, message }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await moderation.words(offerId)).toHaveLength(2);
  });

  it('refuses a decision on another version of the review', async () => {
    const { id } = await inReview();
    await ada.post(`/v1/reviews/${id}/claim`);
    const decide = (version: string) =>
      ada.send('POST', `/v1/reviews/${id}/verdict`, {
        body: { verdict: 'approved', revision: 1 },
        headers: { 'if-match': version },
      });
    expect((await decide('"1"')).status).toBe(412);
    expect((await decide('3')).status).toBe(400);
    expect((await decide('"2"')).status).toBe(200);
  });

  it('refuses a decision on a text that a newer one has taken the place of', async () => {
    const { offerId, id } = await inReview();
    expect((await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'approved', revision: 2 })).status).toBe(409);
    await moderation.revised({ offerId, version: 2, revision: 2 });
    await moderation.said(offerId, 'inReview 1', 'approved 2');
    const late = await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'rejected', revision: 1, message });
    expect(late).toMatchObject({ status: 409, body: { type: expect.stringContaining('state-forbids') } });
    expect(await moderation.words(offerId)).toEqual(['inReview 1', 'approved 2']);
    expect(await reviewsOf(offerId, '&state=superseded')).toHaveLength(1);
  });

  it('takes down what was approved when the verdict says so', async () => {
    const offerId = await moderation.submitted();
    await moderation.said(offerId, 'approved 1');
    await moderation.revised({ offerId, version: 2, revision: 2, offer: doubtful });
    await moderation.said(offerId, 'approved 1', 'inReview 2');
    const [review] = await reviewsOf(offerId);
    const body = { verdict: 'rejected', revision: 2, takeDown: true, message };
    expect((await ada.post(`/v1/reviews/${review?.id}/verdict`, body)).status).toBe(200);
    expect(await lastWord(offerId)).toMatchObject({ verdict: 'rejected', takeDown: true, approvedRevision: null });
  });

  it('pages through what waits, the oldest first', async () => {
    const opened = [await inReview(), await inReview(), await inReview()].map(({ id }) => id);
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const part = await ada.read(`/v1/reviews?limit=2${next === undefined ? '' : `&cursor=${next}`}`, reviewPage);
      seen.push(...part.items.map(({ id }) => id));
      next = part.next;
    } while (next !== undefined);
    expect(seen).toEqual(seen.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(opened));
  });

  it('writes down who did what', async () => {
    const { offerId, id } = await inReview();
    await ada.post(`/v1/reviews/${id}/claim`);
    await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'rejected', revision: 1, message });
    const trail = await moderation.harness.dataSource.query(
      'select actor, action, revision, verdict from audit_entry where offer_id = $1 order by id',
      [offerId],
    );
    expect(trail).toEqual([
      { actor: 'ada', action: 'claimed', revision: 1, verdict: null },
      { actor: 'ada', action: 'decided', revision: 1, verdict: 'rejected' },
    ]);
  });
});
