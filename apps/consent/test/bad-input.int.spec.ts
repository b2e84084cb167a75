import { problemType } from '@accord/service/problem';
import type { HttpClient } from '@accord/testing/http-client';
import { v7 as uuid } from 'uuid';

import type { AnEmployer } from './an-employer.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, refusal, to } from './drafts.js';

const unknown = '0193e7a0-0000-7000-8000-000000000000';
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** What is wrong with the body of POST /v1/agreements, and the field that the answer must name. */
const badDrafts: readonly (readonly [string, unknown, string])[] = [
  ['no effect', { ...allowAll(), effect: undefined }, '/effect'],
  ['an effect that does not exist', allowAll({ effect: 'maybe' }), '/effect'],
  ['no offers', { ...allowAll(), offers: undefined }, '/offers'],
  ['one offer, and not which', { ...draft(unknown), offerId: undefined }, '/offerId'],
  ['an offer that is no id', draft('REF-1'), '/offerId'],
  ['a filter that names nothing', allowAll({ offers: 'filter', filter: {} }), '/filter'],
  [
    'a filter on no ROME code',
    allowAll({ offers: 'filter', filter: { occupations: ['Z99'] } }),
    '/filter/occupations/0',
  ],
  ['a postal code', allowAll({ offers: 'filter', filter: { communes: ['3500'] } }), '/filter/communes/0'],
  ['no audience', { ...allowAll(), audience: undefined }, '/audience'],
  ['an audience of nobody', allowAll(to()), '/audience/partners'],
  ['an unknown partner', allowAll(to('emploi-public', 'nobody')), '/audience/partners/1'],
  [
    'an unknown category',
    allowAll({ audience: { kind: 'categories', categories: ['secret'] } }),
    '/audience/categories/0',
  ],
  ['no wording', { ...allowAll(), wording: undefined }, '/wording'],
  ['an unknown wording', allowAll({ wording: { id: 'autre', version: 1, language: 'fr' } }), '/wording'],
  [
    'a version of it that is not',
    allowAll({ wording: { id: 'multidiffusion', version: 9, language: 'fr' } }),
    '/wording',
  ],
  ['a refusal’s wording', allowAll({ wording: refusal().wording }), '/wording/id'],
  ['an end before its beginning', allowAll({ from: inDays(3), until: inDays(2) }), '/until'],
  ['an end that is past', allowAll({ until: inDays(-1) }), '/until'],
  ['a day for an instant', allowAll({ from: '2027-01-01' }), '/from'],
  ['an unknown condition', allowAll({ conditions: ['nice'] }), '/conditions/0'],
  ['a refusal with conditions', refusal({ conditions: ['oneClick'] }), '/conditions'],
  ['a giver without a name', allowAll({ givenBy: { name: ' ' } }), '/givenBy/name'],
  ['a name of 200 letters', allowAll({ givenBy: { name: 'x'.repeat(200) } }), '/givenBy/name'],
  ['a misspelt field', allowAll({ untill: inDays(2) }), '/untill'],
  ['a holder, as if one could choose', allowAll({ holder: '999999999' }), '/holder'],
  ['an agreement that is no id to replace', allowAll({ replaces: 7 }), '/replaces'],
];

describe('bad input', () => {
  let consent: ConsentUnderTest;
  let employer: AnEmployer;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    employer = await consent.employer();
  });
  afterAll(() => consent.stop());

  /** Nothing is kept of what was refused: no agreement, no stop, no leaf. */
  afterEach(async () => {
    const sql = `select (select count(*) from clause) + (select count(*) from stop) + (select count(*) from stop_intent)
                      + (select count(*) from ledger_pending) + (select count(*) from halt) as count`;
    expect(await consent.one(sql)).toEqual({ count: '0' });
  });

  it.each(badDrafts)('%s is refused, and the field named', async (_name, body, pointer) => {
    for (const path of ['/v1/agreements', '/v1/agreements/preview']) {
      const answer = await employer.http.post(path, body);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer).toMatchObject({
        status: 400,
        body: {
          type: problemType('invalid-request'),
          errors: expect.arrayContaining([expect.objectContaining({ pointer, message: expect.any(String) })]),
        },
      });
    }
  });

  it('bodies that are no JSON object are refused', async () => {
    for (const body of ['', '{', '[]', 'null', '"allow"', '{"effect":"allow","effect":"refuse"}'])
      expect((await employer.http.post('/v1/agreements', body)).status).toBe(400);
    const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
    expect((await employer.http.post('/v1/agreements', deep)).status).toBe(400);
    const nul = JSON.stringify(allowAll({ givenBy: { name: 'a\u0000b' } }));
    expect((await employer.http.post('/v1/agreements', nul)).status).toBe(400);
    const text = await employer.http.post('/v1/agreements', 'allow', { 'content-type': 'text/plain' });
    expect(text.status).toBe(415);
    const key = { 'idempotency-key': 'é' };
    expect((await employer.http.post('/v1/agreements', allowAll(), key)).status).toBe(400);
  });

  it('what is not known is not found', async () => {
    const offerId = uuid();
    const answers = await Promise.all([
      employer.http.get(`/v1/agreements/${unknown}`),
      employer.withdraw(unknown),
      employer.http.get(`/v1/stops/${unknown}`),
      employer.http.post('/v1/stop-everywhere', { offer: offerId }),
      employer.http.post('/v1/agreements', allowAll({ replaces: unknown })),
      employer.http.post('/v1/agreements', draft(unknown)),
      employer.http.get(`/v1/offers/${offerId}/explanation?partner=emploi-public`),
      employer.http.get(`/v1/offers/${offerId}/passport`),
      employer.http.get('/v1/nothing-of-the-kind'),
      consent.asPublisher.post(`/internal/v1/sessions/${unknown}/fence`, {
        evidence: { kind: 'operator', operator: 'ops', word: 'seen dead' },
      }),
      consent.asPublisher.post('/internal/v1/permits/closures', {
        session: unknown,
        closures: [{ attempt: uuid(), outcome: 'cut' }],
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
  });

  it('an agreement for an offer of which nobody has told yet is to be tried again', async () => {
    const answer = await employer.http.post('/v1/agreements', draft(uuid()));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('ids and queries that are none are refused by name', async () => {
    const operator = await consent.operator();
    const asked: readonly (readonly [HttpClient, string, string])[] = [
      [employer.http, '/v1/agreements?limit=0', '/limit'],
      [employer.http, '/v1/agreements?page=2', '/page'],
      [employer.http, '/v1/agreements?cursor=abc', '/cursor'],
      [employer.http, '/v1/agreements?state=open', '/state'],
      [employer.http, '/v1/agreements/7', '/id'],
      [employer.http, '/v1/stops/7', '/id'],
      [employer.http, '/v1/wordings?language=de', '/language'],
      [employer.http, `/v1/offers/${unknown}/explanation`, '/partner'],
      [operator, '/v1/ledger/entries?from=-1', '/from'],
    ];
    for (const [caller, path, pointer] of asked)
      expect(await caller.get(path)).toMatchObject({
        status: 400,
        body: { errors: expect.arrayContaining([expect.objectContaining({ pointer })]) },
      });
  });

  it('nobody comes in without a token, or in the wrong role', async () => {
    const { harness } = consent;
    const [nobody, operator, moderator] = [await harness.as(), await consent.operator(), await harness.as(aModerator)];
    const intake = harness.asService('intake');
    const calls: readonly (readonly [HttpClient, string, string, number])[] = [
      [nobody, 'POST', '/v1/agreements', 401],
      [nobody, 'GET', '/v1/agreements', 401],
      [nobody, 'GET', '/v1/ledger/entries', 401],
      [nobody, 'POST', '/internal/v1/permits', 401],
      [nobody, 'POST', '/internal/v1/stops', 401],
      [moderator, 'POST', '/v1/agreements', 403],
      [moderator, 'POST', '/v1/stop-everywhere', 403],
      [operator, 'POST', '/v1/agreements', 403],
      [operator, 'POST', `/v1/agreements/${unknown}/withdrawal`, 403],
      [operator, 'POST', '/v1/agreements/confirmation', 403],
      [employer.http, 'GET', '/v1/ledger/entries', 403],
      [employer.http, 'GET', '/v1/sessions', 403],
      [employer.http, 'POST', '/internal/v1/permits', 401],
      [intake, 'POST', '/internal/v1/permits', 401],
      [intake, 'POST', '/internal/v1/sessions', 401],
      [consent.asPublisher, 'POST', '/internal/v1/stops', 401],
    ];
    for (const [caller, method, path, status] of calls)
      expect([method, path, (await caller.send(method, path, method === 'POST' ? { body: {} } : {})).status]).toEqual([
        method,
        path,
        status,
      ]);
    expect((await nobody.get('/.well-known/jwks.json')).status).toBe(200);
    expect((await nobody.get('/v1/wordings')).status).toBe(200);
  });
});

const aModerator = { id: 'm', role: 'moderator' } as const;
