import { eventually } from '@accord/testing/eventually';
import type { HttpClient } from '@accord/testing/http-client';

import { doubtful, ModerationUnderTest, reviewsOfOffer, tooLowPaid } from './moderation-harness.js';

const message = { fr: 'Retirez la promesse de CDI.', en: 'Take the promise out.' };

describe('what is said against a verdict', () => {
  let moderation: ModerationUnderTest;
  let ada: HttpClient;
  let bob: HttpClient;
  let employer: HttpClient;
  beforeAll(async () => {
    moderation = await ModerationUnderTest.start();
    ada = await moderation.moderator('ada');
    bob = await moderation.moderator('bob');
    employer = await moderation.employer();
  });
  afterAll(() => moderation.stop());

  const reviewsOf = (offerId: string) => reviewsOfOffer(ada, offerId);

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

  describe('an appeal', () => {
    const reason = 'Ce montant est horaire, hors primes de nuit.';
    async function refused(): Promise<string> {
      const offerId = await moderation.submitted(tooLowPaid);
      await moderation.said(offerId, 'changesRequested 1');
      return offerId;
    }

    it('brings the machine’s verdict before a person, who may overturn it', async () => {
      const offerId = await refused();
      const answer = await employer.post(`/v1/offers/${offerId}/appeal`, { reason });
      expect(answer).toMatchObject({ status: 201, body: { offerId, revision: 1, state: 'open' } });
      expect((await employer.post(`/v1/offers/${offerId}/appeal`, { reason })).body).toEqual(answer.body);
      const [review] = await reviewsOf(offerId);
      expect(review).toMatchObject({ kind: 'appeal', reason });
      expect(JSON.stringify(review)).toContain('FR-SMIC');
      await ada.post(`/v1/reviews/${review?.id}/verdict`, { verdict: 'approved', revision: 1 });
      await moderation.said(offerId, 'changesRequested 1', 'approved 1');
    });

    it('is for another moderator than the one it contests, and is decided once', async () => {
      const { offerId, id } = await inReview();
      await ada.post(`/v1/reviews/${id}/verdict`, { verdict: 'rejected', revision: 1, message });
      expect((await employer.post(`/v1/offers/${offerId}/appeal`, { reason })).status).toBe(201);
      const [review] = await reviewsOf(offerId);
      const body = { verdict: 'rejected', revision: 1, message };
      expect((await ada.post(`/v1/reviews/${review?.id}/verdict`, body)).status).toBe(403);
      expect((await ada.post(`/v1/reviews/${review?.id}/claim`)).status).toBe(403);
      expect((await bob.post(`/v1/reviews/${review?.id}/verdict`, body)).status).toBe(200);
      expect((await employer.post(`/v1/offers/${offerId}/appeal`, { reason })).status).toBe(409);
    });

    it('needs a refusal of the present text', async () => {
      const offerId = await moderation.submitted();
      await moderation.said(offerId, 'approved 1');
      expect((await employer.post(`/v1/offers/${offerId}/appeal`, { reason })).status).toBe(409);
    });

    it('is the employer’s own: another’s offer is not there', async () => {
      const offerId = await refused();
      const other = await moderation.employer('000100024');
      expect((await other.post(`/v1/offers/${offerId}/appeal`, { reason })).status).toBe(404);
      expect(await reviewsOf(offerId)).toEqual([]);
    });

    it('ends with a new text', async () => {
      const offerId = await refused();
      await employer.post(`/v1/offers/${offerId}/appeal`, { reason });
      await moderation.revised({ offerId, version: 2, revision: 2 });
      await moderation.said(offerId, 'changesRequested 1', 'approved 2');
      expect(await reviewsOf(offerId)).toEqual([]);
    });
  });

  describe('a reader’s report', () => {
    async function onShow(): Promise<string> {
      const offerId = await moderation.submitted();
      await moderation.said(offerId, 'approved 1');
      return offerId;
    }
    const report = async (offerId: string, reason = 'fraud', comment?: string) =>
      (await moderation.harness.as()).post(`/v1/ads/${offerId}/report`, { reason, ...(comment && { comment }) });

    it('opens one review, to which others add', async () => {
      const offerId = await onShow();
      expect(await report(offerId, 'fraud', 'On m’a demandé un chèque.')).toMatchObject({
        status: 202,
        body: { received: true },
      });
      await report(offerId, 'misleading');
      const [review, ...more] = await reviewsOf(offerId);
      expect(review).toMatchObject({ kind: 'report', reports: 2 });
      expect(more).toEqual([]);
      const detail = await ada.get(`/v1/reviews/${review?.id}`);
      expect(detail.body).toMatchObject({
        readersReports: [{ reason: 'fraud', comment: 'On m’a demandé un chèque.' }, { reason: 'misleading' }],
      });
      expect(await moderation.words(offerId)).toEqual(['approved 1']);
    });

    it('that holds takes down everything', async () => {
      const offerId = await onShow();
      await report(offerId);
      await moderation.revised({ offerId, version: 2, revision: 2, offer: tooLowPaid });
      await moderation.said(offerId, 'approved 1', 'changesRequested 2');
      const [review] = await reviewsOf(offerId);
      expect(review).toMatchObject({ kind: 'report', revision: 2 });
      await ada.post(`/v1/reviews/${review?.id}/verdict`, { verdict: 'rejected', revision: 2, message });
      expect(await lastWord(offerId)).toMatchObject({ verdict: 'rejected', takeDown: true, approvedRevision: null });
    });

    it('that does not hold leaves everything as it is', async () => {
      const offerId = await onShow();
      await report(offerId);
      const [review] = await reviewsOf(offerId);
      await ada.post(`/v1/reviews/${review?.id}/verdict`, { verdict: 'approved', revision: 1 });
      expect(await moderation.words(offerId)).toEqual(['approved 1']);
      expect(await reviewsOf(offerId)).toEqual([]);
    });

    it('tells nobody of an offer that is not on show', async () => {
      const offerId = await moderation.submitted(tooLowPaid);
      await moderation.said(offerId, 'changesRequested 1');
      expect((await report(offerId)).status).toBe(404);
    });
  });

  it('forgets what people wrote when an offer is erased', async () => {
    const offerId = await moderation.submitted(tooLowPaid);
    await moderation.said(offerId, 'changesRequested 1');
    await employer.post(`/v1/offers/${offerId}/appeal`, { reason: 'CANARY-APPEAL, appelez-moi' });
    await moderation.raw.write([moderation.record(offerId, 2, null)]);
    await eventually(async () =>
      expect(
        await moderation.harness.dataSource.query('select state, reason from review where offer_id = $1', [offerId]),
      ).toEqual([{ state: 'superseded', reason: null }]),
    );
  });
});
