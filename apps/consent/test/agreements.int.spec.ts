import { condition } from '@accord/contracts/code-lists';
import { verifyReceipt } from '@accord/receipts/receipt';
import { eventually } from '@accord/testing/eventually';
import { z } from 'zod';

import { stopped, stopping } from '../src/agreements/agreement-answers.js';
import { agreementView } from '../src/agreements/agreement-row.js';
import { wording } from '../src/wordings/wording.store.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, refusal, to, toAll } from './drafts.js';

const wordings = z.object({ items: z.array(wording) });
const conditions = z.object({ items: z.array(z.object({ id: condition, title: z.string(), definition: z.string() })) });
const page = z.object({ items: z.array(agreementView), next: z.string().optional() });

describe('agreements', () => {
  let consent: ConsentUnderTest;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
  });
  afterAll(() => consent.stop());

  const stateOf = async (employer: Awaited<ReturnType<ConsentUnderTest['employer']>>, id: string) =>
    (await employer.http.read(`/v1/agreements/${id}`, agreementView)).state;

  it('a refusal takes down what it is about, and its answer holds the stop', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    await employer.give(allowAll(toAll));
    await consent.wanted(offerId, { 'campus-formation': 'show', 'emploi-public': 'show', 'jobs-prive': 'show' });
    const publisher = await consent.publisher();
    await publisher.send(offerId, 'jobs-prive');

    const refused = await employer.give(refusal(to('jobs-prive')));
    const stop = stopped.parse(refused.stop);
    expect(verifyReceipt(stop.receipt, await consent.keys())).toMatchObject({ sub: stop.stop, because: 'refusal' });
    await consent.wanted(offerId, { 'campus-formation': 'show', 'emploi-public': 'show', 'jobs-prive': 'remove' });
    const { body } = await employer.http.get(`/v1/stops/${stop.stop}`);
    expect(body).toMatchObject({
      state: 'stopped',
      effectiveAt: stop.effectiveAt,
      postings: [{ offerId, partner: 'jobs-prive', state: 'removing' }],
    });
  });

  it('with an Idempotency-Key it is given once, even by two at the same time', async () => {
    const employer = await consent.employer();
    const key = { 'idempotency-key': 'spring-campaign' };
    const [first, second] = await Promise.all([employer.give(refusal(), key), employer.give(refusal(), key)]);
    const third = await employer.give(refusal(), key);
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    const other = await employer.http.post('/v1/agreements', refusal(to('jobs-prive')), key);
    expect(other).toMatchObject({ status: 409, body: { type: expect.stringContaining('idempotency-key-reused') } });
    expect(await consent.leavesOf(first.id)).toEqual(['agreement']);
    expect((await employer.http.read('/v1/agreements', page)).items).toHaveLength(1);
  });

  it('an allow with an Idempotency-Key is one agreement and one leaf too', async () => {
    const employer = await consent.employer();
    const key = { 'idempotency-key': '7' };
    const given = await Promise.all([1, 2, 3].map(() => employer.give(allowAll(), key)));
    expect(new Set(given.map(({ receipt }) => receipt)).size).toBe(1);
    expect(await consent.leavesOf(given[0]?.id ?? '')).toEqual(['agreement']);
    const bodies = [to('jobs-prive'), to('campus-formation')].map((change) =>
      employer.http.post('/v1/agreements', allowAll(change), { 'idempotency-key': '8' }),
    );
    expect((await Promise.all(bodies)).map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('one that replaces another ends it: the pair moves over, what the new one leaves out comes down', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const first = await employer.give(draft(offerId, to('emploi-public', 'jobs-prive')));
    const before = await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    const second = await employer.give(draft(offerId, { replaces: first.id }));
    expect(second.stop?.state).toBe('stopped');
    const after = await consent.wanted(offerId, { 'emploi-public': 'show' });
    expect(before.postings[0]).toMatchObject({ agreement: first.id });
    expect(after.postings[0]).toMatchObject({ agreement: second.id });
    expect(await stateOf(employer, first.id)).toBe('replaced');
    const again = await employer.http.post('/v1/agreements', draft(offerId, { replaces: first.id }));
    expect(again).toMatchObject({ status: 409, body: { type: expect.stringContaining('state-forbids') } });
  });

  it('two that replace the same one: one of them does', async () => {
    const employer = await consent.employer();
    const first = await employer.give(allowAll());
    const rivals = [to('jobs-prive'), to('campus-formation')].map((change) =>
      employer.http.post('/v1/agreements', allowAll({ ...change, replaces: first.id })),
    );
    expect((await Promise.all(rivals)).map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await employer.http.read('/v1/agreements?state=active', page)).items).toHaveLength(1);
  });

  it('a withdrawal is stopping while a request is in flight, and stopped when the last one is closed', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const agreement = await employer.give(draft(offerId, to('emploi-public', 'jobs-prive')));
    const publisher = await consent.publisher();
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    const permits = [await publisher.permit(offerId, 'emploi-public'), await publisher.permit(offerId, 'jobs-prive')];

    const answer = await employer.withdraw(agreement.id, { prefer: 'wait=0' });
    expect(answer.status).toBe(202);
    const { status } = stopping.parse(answer.body);
    expect(answer.headers.get('location')).toBe(status);
    for (const { attempt } of permits) {
      expect((await employer.http.get(status)).body).toMatchObject({ state: 'stopping' });
      await publisher.close(attempt);
    }
    const done = await eventually(async () => employer.http.read(status, stopped));
    expect(verifyReceipt(done.receipt, await consent.keys())).toMatchObject({
      kind: 'stop',
      agreement: agreement.id,
      effectiveAt: done.effectiveAt,
    });
    const again = await employer.withdraw(agreement.id);
    expect(again).toMatchObject({ status: 200, body: { receipt: done.receipt, effectiveAt: done.effectiveAt } });
    expect(await stateOf(employer, agreement.id)).toBe('withdrawn');
    expect(await consent.leavesOf(agreement.id)).toEqual(['agreement', 'withdrawal']);
  });

  it('one given by word of mouth lets nothing out until it is given with proof; a refusal counts at once', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const oral = await employer.give(allowAll({ ...to('jobs-prive'), pendingProof: true }));
    await employer.give(allowAll());
    await consent.wanted(offerId, { 'emploi-public': 'show' });
    expect(await stateOf(employer, oral.id)).toBe('pendingProof');
    await employer.give(allowAll({ ...to('jobs-prive'), replaces: oral.id }));
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    expect((await employer.give(refusal({ pendingProof: true }))).stop?.state).toBe('stopped');
    await consent.wanted(offerId, { 'jobs-prive': 'show' });
  });

  it('nobody sees, ends or uses what is another employer’s', async () => {
    const [owner, other] = [await consent.employer(), await consent.employer()];
    const offerId = await consent.offerOnShow({ holder: owner.holder });
    const { id } = await owner.give(draft(offerId));
    const withdrawn = await owner.give(refusal());
    const answers = await Promise.all([
      other.http.get(`/v1/agreements/${id}`),
      other.withdraw(id),
      other.http.get(`/v1/stops/${withdrawn.stop?.stop ?? ''}`),
      other.http.post('/v1/agreements', draft(offerId)),
      other.http.post('/v1/agreements', allowAll({ replaces: id })),
      other.http.post('/v1/stop-everywhere', { offer: offerId }),
      other.http.post('/v1/stop-everywhere', { employer: owner.holder }),
      other.http.get(`/v1/offers/${offerId}/explanation?partner=emploi-public`),
      other.http.get(`/v1/offers/${offerId}/passport`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect((await other.http.read('/v1/agreements', page)).items).toEqual([]);
    const asked = await other.http.read(`/v1/agreements?holder=${owner.holder}`, page);
    expect(asked.items).toEqual([]);
    expect(await stateOf(owner, id)).toBe('inForce');
    expect(await consent.one('select from halt')).toBeUndefined();
  });

  it('shows every wording and every condition in both languages, and takes only a current wording', async () => {
    const employer = await consent.employer();
    const { items } = await consent.open.read('/v1/wordings', wordings);
    expect(items.map(({ id, language, current }) => [id, language, current])).toEqual([
      ['multidiffusion', 'en', true],
      ['multidiffusion', 'fr', true],
      ['refus', 'en', true],
      ['refus', 'fr', true],
    ]);
    const asked = await consent.open.read('/v1/conditions', conditions);
    expect(new Set(asked.items.map(({ id }) => id))).toEqual(new Set(condition.options));
    expect(asked.items).toHaveLength(2 * condition.options.length);
    const english = await consent.open.read('/v1/conditions?language=en', conditions);
    expect(english.items).toHaveLength(condition.options.length);

    const trial = (version: number) => ({ wording: { id: 'trial', version, language: 'en' } });
    const schema = await consent.one('select current_schema() as name');
    await consent.harness.adminQuery(
      `insert into ${String(schema?.name)}.wording (wording_id, version, language, effect, title, body, digest)
       select 'trial', version, 'en', 'allow', 'Trial', 'Text ' || version, repeat(version::text, 64) from generate_series(1, 2) as version`,
    );
    const old = await employer.http.post('/v1/agreements', allowAll(trial(1)));
    expect(old).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/wording/version', code: 'wording-superseded' }] },
    });
    await employer.give(allowAll(trial(2)));
  });

  it('10,000 clauses of one employer, contradictory and overlapping, decide as the rule says, and a further one counts at once', async () => {
    const employer = await consent.employer();
    const { holder } = employer;
    const offerId = await consent.offerOnShow({ holder });
    await consent.harness.dataSource.query(
      `insert into clause (clause_id, holder_id, effect, offers, offer_id, filter, audience, conditions, wording_id,
                           wording_version, wording_language, wording_digest, digest, pending_proof, actor, given_at, begun)
       select gen_random_uuid(), $1, case n % 2 when 0 then 'allow' else 'refuse' end, kind,
              case kind when 'one' then gen_random_uuid() end,
              case kind when 'filter' then '{"occupations": ["D11"]}'::jsonb end,
              case n % 3 when 0 then '{"kind": "all"}'::jsonb else '{"kind": "allPublic"}'::jsonb end,
              '{}', 'multidiffusion', 1, 'fr', repeat('0', 64), repeat('0', 64), false, repeat('0', 64), now(), true
         from (select n, (array['one', 'one', 'filter', 'all'])[1 + n / 2 % 4] as kind from generate_series(1, 10000) as n) as c`,
      [holder],
    );
    const started = performance.now();
    await employer.give(draft(offerId, to('jobs-prive')));
    await consent.wanted(offerId, { 'jobs-prive': 'show' });
    await employer.give(refusal({ offers: 'one', offerId, ...to('jobs-prive') }));
    await consent.wanted(offerId, {});
    expect(performance.now() - started).toBeLessThan(10_000);
    const explained = await employer.http.get(`/v1/offers/${offerId}/explanation?partner=emploi-public`);
    expect(explained.body).toMatchObject({ allowed: false });
    expect((await employer.http.read('/v1/agreements?limit=100', page)).items).toHaveLength(100);
  });

  it('lists the newest first, page by page, by state and by offer; an operator sees anyone’s', async () => {
    const employer = await consent.employer();
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    const given: string[] = [];
    for (const body of [allowAll(), draft(offerId), refusal(to('jobs-prive')), allowAll(toAll), draft(offerId)])
      given.unshift((await employer.give(body)).id);
    await employer.withdraw(given[0] ?? '');

    const listed: string[] = [];
    let query = '?limit=2';
    for (;;) {
      const { items, next } = await employer.http.read(`/v1/agreements${query}`, page);
      expect(items.length).toBeLessThanOrEqual(2);
      listed.push(...items.map(({ id }) => id));
      if (next === undefined) break;
      query = `?limit=2&cursor=${next}`;
    }
    expect(listed).toEqual(given);
    const ids = async (filter: string) =>
      (await employer.http.read(`/v1/agreements?${filter}`, page)).items.map(({ id }) => id);
    expect(await ids('state=ended')).toEqual(given.slice(0, 1));
    expect(await ids('state=active')).toEqual(given.slice(1));
    expect(await ids(`offer=${offerId}`)).toEqual([given[0], given[3]]);
    const operator = await consent.operator();
    const seen = await operator.read(`/v1/agreements?holder=${employer.holder}`, page);
    expect(seen.items.map(({ id }) => id)).toEqual(given);
  });
});
