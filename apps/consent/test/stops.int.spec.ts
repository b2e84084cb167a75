import type { StopCall } from '@accord/contracts/internal/stops';
import { haltRelay, liftRelayHalt } from '@accord/messaging/relay-halt';
import { verifyReceipt } from '@accord/receipts/receipt';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { stopped } from '../src/agreements/agreement-answers.js';
import type { AnEmployer } from './an-employer.js';
import type { APublisher } from './a-publisher.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { draft, to } from './drafts.js';

type OfferStop = Extract<StopCall, { kind: 'offer' }>;

describe('stops', () => {
  let consent: ConsentUnderTest;
  let publisher: APublisher;
  beforeAll(async () => {
    // Intents are finished when a test says that they are old.
    consent = await ConsentUnderTest.start({ env: { INTENT_AGE_MS: '3600000' } });
    await consent.registered();
    publisher = await consent.publisher();
  });
  afterAll(() => consent.stop());

  const sent = async (): Promise<{ employer: AnEmployer; offerId: string; holder: string }> => {
    const employer = await consent.employer();
    const { holder } = employer;
    const offerId = await consent.offerOnShow({ holder });
    await employer.give(draft(offerId));
    await consent.wanted(offerId, { 'emploi-public': 'show' });
    await publisher.send(offerId, 'emploi-public');
    return { employer, offerId, holder };
  };
  const stopOf = (offerId: string, holder: string, change: Partial<OfferStop> = {}): OfferStop => ({
    kind: 'offer',
    stop: uuid(),
    offerId,
    holder,
    version: 2,
    intent: 'withdrawn',
    reason: 'employer',
    ...change,
  });
  const call = (stop: unknown, headers = {}) =>
    consent.harness.asService('intake').post('/internal/v1/stops', stop, headers);
  const withdrawn = { version: 2, intent: 'withdrawn', reason: 'employer' } as const;

  it('intake’s call withdraws an offer; the event that follows, and lower versions, change nothing', async () => {
    const { offerId, holder, employer } = await sent();
    const stop = stopOf(offerId, holder, { version: 3 });
    const answer = await call(stop);
    expect(answer).toMatchObject({ status: 200, body: { state: 'stopped', stop: stop.stop } });
    const { receipt, effectiveAt } = stopped.parse(answer.body);
    expect(verifyReceipt(receipt, await consent.keys())).toMatchObject({
      sub: stop.stop,
      because: 'offer-withdrawn',
      effectiveAt,
    });
    const decision = await consent.wanted(offerId, { 'emploi-public': 'remove' });
    expect(decision).toMatchObject({ standing: 'withdrawn', ownPortal: false, offer: null });

    expect((await call(stop)).body).toEqual(answer.body);
    expect((await call(stopOf(offerId, holder))).status).toBe(409);
    await consent.revised({ offerId, holder, ...withdrawn, version: 3 });
    await consent.revised({ offerId, holder, version: 2 });
    await consent.verified({ offerId, version: 2 });
    await consent.handled('verdict', offerId, 2);
    expect(await consent.decision(offerId)).toEqual(decision);
    expect(await consent.stopsOf('offer', offerId)).toEqual(['offer-withdrawn']);
    const { body } = await employer.http.get(`/v1/stops/${stop.stop}`);
    expect(body).toMatchObject({ effectiveAt, postings: [{ offerId, partner: 'emploi-public', state: 'removing' }] });
  });

  it.each(['withdrawn', 'filled', 'suspended'] as const)('the event alone does the same: %s', async (intent) => {
    const { offerId, holder } = await sent();
    const permit = await publisher.permit(offerId, 'emploi-public');
    await consent.revised({ offerId, holder, ...withdrawn, intent });
    const decision = await consent.wanted(offerId, { 'emploi-public': 'remove' });
    expect(decision).toMatchObject({ standing: intent, ownPortal: false, offer: null });
    const [because] = await consent.stopsOf('offer', offerId);
    expect(because).toBe(`offer-${intent}`);
    const effective = 'select from stop where scope_id = $1 and effective_at is not null';
    expect(await consent.one(effective, [offerId])).toBeUndefined();
    // The call may come after the event: it waits for the same request.
    const late = await call(stopOf(offerId, holder, { intent }), { prefer: 'wait=0' });
    expect(late.status).toBe(202);
    await publisher.close(permit.attempt, 'cut');
    await eventually(async () => expect(await consent.one(effective, [offerId])).toBeDefined());
  });

  it('a stop of an offer that is not heard of yet holds against the events that come', async () => {
    const employer = await consent.employer();
    const { holder } = employer;
    const offerId = uuid();
    expect((await call(stopOf(offerId, holder))).status).toBe(200);
    await consent.revised({ offerId, holder });
    await consent.verified({ offerId });
    await consent.handled('verdict', offerId, 1);
    expect(await consent.decision(offerId)).toMatchObject({ standing: 'withdrawn', ownPortal: false });
    await consent.revised({ offerId, holder, version: 3 });
    await consent.verified({ offerId, version: 2 });
    await eventually(async () => expect((await consent.decision(offerId))?.standing).toBe('published'));
  });

  it('nobody stops another’s offer', async () => {
    const { offerId } = await sent();
    const other = await consent.employer();
    expect((await call(stopOf(offerId, other.holder))).status).toBe(404);
    expect(await consent.one('select from stop_intent')).toBeUndefined();
    await consent.wanted(offerId, { 'emploi-public': 'show' });
  });

  it('waits for what is in flight for as long as the caller wants, and is done when that is closed', async () => {
    const { employer, offerId } = await sent();
    const second = await employer.give(draft(offerId, to('jobs-prive')));
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    const permit = await publisher.permit(offerId, 'jobs-prive');
    expect((await employer.withdraw(second.id, { prefer: 'wait=0' })).status).toBe(202);
    const waiting = employer.withdraw(second.id, { prefer: 'respond-async, wait=3' });
    await publisher.close(permit.attempt);
    expect((await waiting).body).toMatchObject({ state: 'stopped', effectiveAt: expect.any(String) });
  });

  it('an intent turns the gate away, and is finished by whoever finds it', async () => {
    const { employer, offerId, holder } = await sent();
    const item = await publisher.item(offerId, 'emploi-public');
    const id = uuid();
    const left = {
      id,
      scope: { kind: 'offer', id: offerId },
      because: 'offer-withdrawn',
      holder,
      requestedAt: new Date().toISOString(),
      change: { kind: 'intent', ...withdrawn },
    };
    const sql = `insert into stop_intent (stop_id, scope_kind, scope_id, change) values ($1, 'offer', $2, $3)`;
    await consent.harness.dataSource.query(sql, [id, offerId, JSON.stringify(left)]);
    expect(await publisher.ask(item)).toMatchObject([{ answer: 'retry', because: 'stop-intended' }]);
    // Whoever was sent to its status by a 202 finds it, and nobody else.
    expect((await employer.http.get(`/v1/stops/${id}`)).body).toMatchObject({ state: 'stopping', stop: id });
    expect((await (await consent.employer()).http.get(`/v1/stops/${id}`)).status).toBe(404);

    await consent.harness.dataSource.query(`update stop_intent set created_at = '-infinity' where stop_id = $1`, [id]);
    await consent.wanted(offerId, { 'emploi-public': 'remove' });
    await eventually(() => employer.http.read(`/v1/stops/${id}`, stopped));
    expect(await consent.one('select from stop_intent')).toBeUndefined();
  });

  it('is not said to be done before the ledger’s topic has it', async () => {
    const { employer, offerId } = await sent();
    const { id } = await employer.give(draft(offerId, to('jobs-prive')));
    const { manager } = consent.harness.dataSource;
    await haltRelay(manager, 'consent.ledger', '0', 'a test');
    const answer = await employer.withdraw(id, { prefer: 'wait=1' });
    expect(answer).toMatchObject({ status: 202, body: { state: 'stopping' } });
    const { stop } = z.object({ stop: z.string() }).parse(answer.body);
    expect(await consent.one('select from stop where stop_id = $1 and effective_at is not null', [stop])).toBeDefined();
    await liftRelayHalt(manager);
    await eventually(() => employer.http.read(`/v1/stops/${stop}`, stopped));
  });
});
