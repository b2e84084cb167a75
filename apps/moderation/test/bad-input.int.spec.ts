import type { HttpClient } from '@accord/testing/http-client';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { cleanOffer, ModerationUnderTest } from './moderation-harness.js';

const problem = z.looseObject({
  type: z.string(),
  status: z.int(),
  errors: z.array(z.looseObject({ pointer: z.string() })).default([]),
});
const { apply: _apply, ...withoutApply } = cleanOffer;
const draft = { ...withoutApply, apply: { email: 'canary-mail@exemple.fr', contactName: 'Canary Personne' } };

describe('bad input', () => {
  let moderation: ModerationUnderTest;
  let ada: HttpClient;
  let employer: HttpClient;
  let nobody: HttpClient;
  beforeAll(async () => {
    moderation = await ModerationUnderTest.start();
    ada = await moderation.moderator();
    employer = await moderation.employer();
    nobody = await moderation.harness.as();
  });
  afterAll(() => moderation.stop());

  describe('the validation of an offer', () => {
    it('finds nothing in a clean one and everything in a bad one, and keeps nothing', async () => {
      expect(await employer.post('/v1/offers/validation', draft)).toMatchObject({
        status: 200,
        body: { findings: [] },
      });
      const bad = {
        ...draft,
        occupation: { romeCode: 'M1899' },
        workplaces: [{ communeInsee: '35238', postalCode: '75010' }],
        employer: { ...draft.employer, siret: '80746931700018', naf: '99.99Z' },
        pay: { min: 900, unit: 'HOUR' },
        contract: { type: 'CDD', nature: 'CC' },
        closesOn: '2026-01-01',
      };
      const answer = await employer.post('/v1/offers/validation', bad);
      expect(answer.status).toBe(200);
      for (const pointer of [
        '/occupation/romeCode',
        '/workplaces/0/postalCode',
        '/employer/siret',
        '/employer/naf',
        '/pay/min',
        '/contract/nature',
        '/contract/durationMonths',
        '/closesOn',
      ])
        expect(JSON.stringify(answer.body)).toContain(`"pointer":"${pointer}"`);
      const rows = await moderation.harness.dataSource.query(
        'select (select count(*) from verification)::int + (select count(*) from outbox)::int as count',
      );
      expect(rows).toEqual([{ count: 0 }]);
    });

    it('is for those who may submit or judge offers', async () => {
      expect((await nobody.post('/v1/offers/validation', draft)).status).toBe(401);
      const partner = await moderation.harness.as({ id: 'emploi-public', role: 'partner' });
      expect((await partner.post('/v1/offers/validation', draft)).status).toBe(403);
      expect((await ada.post('/v1/offers/validation', draft)).status).toBe(200);
    });

    it.each([
      ['an unknown field', { ...draft, agreement: true }, '/agreement'],
      ['a wrong type', { ...draft, openings: 'two' }, '/openings'],
      ['a missing field', { ...draft, title: undefined }, '/title'],
      ['a number that is no SIRET', { ...draft, employer: { ...draft.employer, siret: '12' } }, '/employer/siret'],
    ])('names %s', async (_, body, pointer) => {
      const answer = await employer.post('/v1/offers/validation', body);
      expect(answer.status).toBe(400);
      expect(problem.parse(answer.body).errors.map((error) => error.pointer)).toContain(pointer);
    });

    it.each([
      ['what is no JSON', '{"title":'],
      ['a key twice', '{"title":"a","title":"b"}'],
      ['nesting without end', `${'['.repeat(200)}${']'.repeat(200)}`],
      ['a lone surrogate', '{"title":"\\ud800"}'],
      ['a NUL', '{"title":"\\u0000"}'],
    ])('refuses %s', async (_, body) => expect((await employer.post('/v1/offers/validation', body)).status).toBe(400));

    it('refuses 10 MB', async () =>
      expect(
        (await employer.post('/v1/offers/validation', JSON.stringify({ title: 'x'.repeat(10_000_000) }))).status,
      ).toBe(413));

    it('answers soon on a text made to be slow', async () => {
      const start = performance.now();
      const answer = await employer.post('/v1/offers/validation', {
        ...draft,
        contract: { type: 'CDD', nature: 'E1', durationMonths: 2 },
        description: 'cdi a l’issu '.repeat(1_500),
      });
      expect(answer.status).toBe(200);
      expect(performance.now() - start).toBeLessThan(2_000);
    });
  });

  describe('the queue', () => {
    it.each([
      ['/v1/reviews?state=forgotten', '/state'],
      ['/v1/reviews?limit=0', '/limit'],
      ['/v1/reviews?limit=1000', '/limit'],
      ['/v1/reviews?sort=age', '/sort'],
      ['/v1/reviews?cursor=abc', '/cursor'],
      ['/v1/reviews/12', '/id'],
    ])('%s names %s', async (path, pointer) => {
      const answer = await ada.get(path);
      expect(answer.status).toBe(400);
      expect(problem.parse(answer.body).errors[0]?.pointer).toBe(pointer);
    });

    it('is the moderators’ alone', async () => {
      for (const path of ['/v1/reviews', `/v1/reviews/${uuid()}`]) {
        expect((await nobody.get(path)).status).toBe(401);
        expect((await employer.get(path)).status).toBe(403);
      }
      for (const path of [`/v1/reviews/${uuid()}/claim`, `/v1/reviews/${uuid()}/verdict`])
        expect((await employer.post(path, { verdict: 'approved', revision: 1 })).status).toBe(403);
    });

    it('knows no review that is not there', async () => {
      expect((await ada.get(`/v1/reviews/${uuid()}`)).status).toBe(404);
      expect((await ada.post(`/v1/reviews/${uuid()}/claim`)).status).toBe(404);
      expect((await ada.post(`/v1/reviews/${uuid()}/verdict`, { verdict: 'approved', revision: 1 })).status).toBe(404);
    });

    it.each([
      ['no message to the employer', { verdict: 'rejected', revision: 1 }, '/message'],
      ['a verdict that is none', { verdict: 'inReview', revision: 1 }, '/verdict'],
      ['no revision', { verdict: 'approved' }, '/revision'],
      ['an unknown field', { verdict: 'approved', revision: 1, force: true }, '/force'],
    ])('refuses a decision with %s', async (_, body, pointer) => {
      const answer = await ada.post(`/v1/reviews/${uuid()}/verdict`, body);
      expect(answer.status).toBe(400);
      expect(problem.parse(answer.body).errors.map((error) => error.pointer)).toContain(pointer);
    });
  });

  describe('appeals and reports', () => {
    it('are refused for what is not there', async () => {
      expect((await employer.post(`/v1/offers/${uuid()}/appeal`, { reason: 'Je conteste ce refus.' })).status).toBe(
        404,
      );
      expect((await nobody.post(`/v1/ads/${uuid()}/report`, { reason: 'fraud' })).status).toBe(404);
    });

    it('are refused when they say nothing', async () => {
      expect((await employer.post(`/v1/offers/${uuid()}/appeal`, { reason: '   ' })).status).toBe(400);
      expect((await nobody.post(`/v1/ads/${uuid()}/report`, { reason: 'dislike' })).status).toBe(400);
      expect((await nobody.post('/v1/ads/12/report', { reason: 'fraud' })).status).toBe(400);
    });

    it('ask who appeals', async () => {
      expect((await nobody.post(`/v1/offers/${uuid()}/appeal`, { reason: 'Je conteste ce refus.' })).status).toBe(401);
      expect((await ada.post(`/v1/offers/${uuid()}/appeal`, { reason: 'Je conteste ce refus.' })).status).toBe(403);
    });
  });

  it('leaves nothing of a body in the log', () =>
    expect(moderation.harness.log.text.toLowerCase()).not.toContain('canary'));
});
