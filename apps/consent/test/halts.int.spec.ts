import type { EventContract } from '@accord/contracts/define-event';
import { offerRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified } from '@accord/contracts/events/offer-verified';
import { partnerRegistered } from '@accord/contracts/events/partner-registered';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';

import { stopped, stopping } from '../src/agreements/agreement-answers.js';
import type { APublisher } from './a-publisher.js';
import type { AnEmployer } from './an-employer.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, toAll } from './drafts.js';

const letters = z.object({ items: z.array(z.looseObject({ id: z.string(), key: z.string() })) });
const all = { 'campus-formation': 'show', 'emploi-public': 'show', 'jobs-prive': 'show' } as const;

describe('halts', () => {
  let consent: ConsentUnderTest;
  let publisher: APublisher;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    publisher = await consent.publisher();
  });
  afterAll(() => consent.stop());

  /** An employer whose offers may be everywhere, with one of them. */
  const everywhere = async (): Promise<{ employer: AnEmployer; offerId: string }> => {
    const employer = await consent.employer();
    await employer.give(allowAll(toAll));
    const offerId = await consent.offerOnShow({ holder: employer.holder });
    await consent.wanted(offerId, all);
    return { employer, offerId };
  };
  const standing = (offerId: string, expected: string): Promise<void> =>
    eventually(async () => expect((await consent.decision(offerId))?.standing).toBe(expected));
  const letterOf = async (key: string): Promise<string> => {
    const operator = await consent.operator();
    return eventually(async () => {
      const { items } = await operator.read('/v1/dead-letters?state=open', letters);
      const letter = items.find((one) => one.key === key);
      if (letter === undefined) throw new Error(`no dead letter of ${key}`);
      return letter.id;
    });
  };
  const unreadable = (contract: EventContract, key: string, version: number): Promise<void> =>
    consent.write(consent.record(contract, key, version, Buffer.from('{"offerId":7}')));

  it('an employer stops one offer everywhere; removals still go out; it lifts what it set', async () => {
    const { employer, offerId } = await everywhere();
    const other = await consent.offerOnShow({ holder: employer.holder });
    await publisher.send(offerId, 'jobs-prive');
    const permit = await publisher.permit(offerId, 'emploi-public');
    const halted = await employer.http.post('/v1/stop-everywhere', { offer: offerId }, { prefer: 'wait=0' });
    expect(halted.status).toBe(202);
    const { status } = stopping.parse(halted.body);
    expect(halted.body).toMatchObject({
      partners: expect.arrayContaining([
        expect.objectContaining({ partner: 'emploi-public', requestsInFlight: 1, silentAt: null }),
      ]),
    });
    const removing = await consent.wanted(offerId, { 'emploi-public': 'remove', 'jobs-prive': 'remove' });
    expect(removing).toMatchObject({ standing: 'held', ownPortal: false, offer: null });
    expect(await publisher.askFor(offerId, 'jobs-prive')).toMatchObject({ answer: 'permit', kind: 'remove' });

    await publisher.close(permit.attempt);
    const { effectiveAt } = await eventually(() => employer.http.read(status, stopped));
    expect((await employer.http.get(status)).body).toMatchObject({
      effectiveAt,
      partners: expect.arrayContaining([
        expect.objectContaining({ partner: 'emploi-public', msToSilence: expect.any(Number), removals: 1, removed: 0 }),
      ]),
    });
    await consent.wanted(other, all);
    expect((await employer.http.post('/v1/stop-everywhere/lift', { offer: offerId })).status).toBe(200);
    await consent.wanted(offerId, all);
  });

  it('an operator stops an employer everywhere; the employer cannot lift that, and agrees in vain', async () => {
    const { employer, offerId } = await everywhere();
    const operator = await consent.operator();
    const what = { employer: employer.holder };
    expect(await operator.post('/v1/stop-everywhere', what)).toMatchObject({ status: 200, body: { state: 'stopped' } });
    await standing(offerId, 'held');
    await employer.http.post('/v1/stop-everywhere/lift', what);
    await employer.give(allowAll());
    const later = await consent.offerOnShow({ holder: employer.holder }, 'held');
    await consent.wanted(later, {});
    await standing(offerId, 'held');
    await operator.post('/v1/stop-everywhere/lift', what);
    await consent.wanted(offerId, all);
    await consent.wanted(later, all);
  });

  it('a kill switch stops one partner and nobody else, until whoever set it lifts it', async () => {
    const { offerId } = await everywhere();
    await publisher.send(offerId, 'jobs-prive');
    const partners = consent.harness.asService('partners');
    const call = {
      kind: 'halt',
      scope: { kind: 'partner', partner: 'jobs-prive' },
      by: 'ops',
      reason: 'it re-broadcasts',
    };
    const kill = await partners.post('/internal/v1/stops', { ...call, stop: uuid(), lifted: false });
    expect(kill).toMatchObject({ status: 200, body: { state: 'stopped' } });
    await consent.wanted(offerId, { ...all, 'jobs-prive': 'remove' });
    expect(await publisher.askFor(offerId, 'jobs-prive')).toMatchObject({ answer: 'permit', kind: 'remove' });
    const { body } = await (await consent.operator()).get(`/v1/offers/${offerId}/explanation?partner=jobs-prive`);
    expect(body).toMatchObject({
      allowed: false,
      gates: expect.arrayContaining([
        { rule: 'halt.partner', passed: false, data: { halts: [expect.objectContaining({ reason: call.reason })] } },
      ]),
    });
    await partners.post('/internal/v1/stops', { ...call, stop: uuid(), lifted: true, by: 'another' });
    expect(await consent.one(`select from halt where scope_id = 'jobs-prive'`)).toBeDefined();
    await partners.post('/internal/v1/stops', { ...call, stop: uuid(), lifted: true });
    await consent.wanted(offerId, all);
  });

  it('an event that cannot be read halts its key and nothing else, until a later one of the key', async () => {
    const { employer, offerId } = await everywhere();
    const { holder } = employer;
    const neighbours = await Promise.all(Array.from({ length: 6 }, () => consent.offerOnShow({ holder })));
    const permit = await publisher.permit(offerId, 'emploi-public');
    await unreadable(offerRevised, offerId, 4);
    await standing(offerId, 'held');
    await letterOf(offerId);
    expect(await consent.stopsOf('offer', offerId)).toEqual(['unreadable-event']);
    await publisher.close(permit.attempt);
    await consent.wanted(offerId, { 'emploi-public': 'remove' });

    // Every partition goes on: each neighbour's next word is handled. An older word of the key lifts nothing.
    await consent.revised({ offerId, holder, version: 2, revision: 1 });
    for (const one of neighbours) await consent.revised({ offerId: one, holder, version: 2, revision: 1 });
    for (const one of [offerId, ...neighbours]) await consent.handled('offer', one, 2);
    await standing(offerId, 'held');
    for (const one of neighbours) expect((await consent.decision(one))?.standing).toBe('published');
    await consent.revised({ offerId, holder, version: 5, revision: 1 });
    await consent.wanted(offerId, all);
  });

  it('a verdict that cannot be read halts its offer, until an operator has judged every letter of it', async () => {
    const { offerId } = await everywhere();
    await unreadable(offerVerified, offerId, 2);
    const first = await letterOf(offerId);
    await unreadable(offerVerified, offerId, 3);
    const operator = await consent.operator();
    await eventually(async () => {
      const { items } = await operator.read('/v1/dead-letters?state=open', letters);
      expect(items.filter(({ key }) => key === offerId)).toHaveLength(2);
    });
    await standing(offerId, 'held');
    const discarded = await operator.post(`/v1/dead-letters/${first}/discard`);
    expect(discarded.status).toBe(200);
    await standing(offerId, 'held');
    await operator.post(`/v1/dead-letters/${await letterOf(offerId)}/discard`);
    await consent.wanted(offerId, all);
  });

  it('a partner whose registry entry cannot be read is halted, until a later one', async () => {
    const { offerId } = await everywhere();
    await unreadable(partnerRegistered, 'campus-formation', 2);
    await consent.wanted(offerId, { 'emploi-public': 'show', 'jobs-prive': 'show' });
    await consent.registered({ partner: 'campus-formation', category: 'training', version: 3 });
    await consent.wanted(offerId, all);
  });

  it('an unreadable event of an offer that nobody knows stops it when it comes', async () => {
    const offerId = uuid();
    await unreadable(offerRevised, offerId, 3);
    await letterOf(offerId);
    const employer = await consent.employer();
    await employer.give(allowAll());
    await consent.offerOnShow({ offerId, holder: employer.holder }, 'held');
    await consent.revised({ offerId, holder: employer.holder, version: 4 });
    await consent.wanted(offerId, { 'emploi-public': 'show' });
  });
});
