import { ledgerAppended } from '@accord/contracts/events/ledger-appended';
import { eventually } from '@accord/testing/eventually';
import { z } from 'zod';

import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, refusal, to } from './drafts.js';

const entries = z.object({ items: z.array(ledgerAppended.data), next: z.int().optional() });

describe('the ledger', () => {
  let consent: ConsentUnderTest;
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
  });
  afterAll(() => consent.stop());

  it('has each leaf once, numbered without gaps, on the topic as in the database, and no person’s name', async () => {
    const publisher = await consent.publisher();
    const busy = async () => {
      const employer = await consent.employer();
      const offerId = await consent.offerOnShow({ holder: employer.holder });
      const { id } = await employer.give(draft(offerId));
      await consent.wanted(offerId, { 'emploi-public': 'show' });
      const permit = await publisher.send(offerId, 'emploi-public');
      const refused = await employer.give(refusal({ ...to('jobs-prive'), givenBy: { name: 'Maël Secret' } }));
      await employer.withdraw(id);
      await employer.http.post('/v1/stop-everywhere', { offer: offerId });
      return { holder: employer.holder, id, permit: permit.attempt, refused: refused.id, offerId };
    };
    const done = await Promise.all(Array.from({ length: 8 }, busy));
    await eventually(async () => expect(await consent.one('select from ledger_pending')).toBeUndefined());

    const operator = await consent.operator();
    const listed: z.infer<typeof entries>['items'] = [];
    let from: number | undefined = 0;
    while (from !== undefined) {
      const page: z.infer<typeof entries> = await operator.read(`/v1/ledger/entries?limit=20&from=${from}`, entries);
      listed.push(...page.items);
      from = page.next;
    }
    expect(listed.map(({ number }) => number)).toEqual(listed.map((_entry, at) => at));
    await eventually(async () => expect(await consent.one('select from outbox')).toBeUndefined());
    const records = await consent.raw.readAll(`${consent.harness.topicPrefix}consent.ledger`);
    expect(records.map(({ value }) => ledgerAppended.data.parse(JSON.parse(value?.toString() ?? '')))).toEqual(listed);
    expect(records.map(({ key }) => key?.toString())).toEqual(listed.map(({ number }) => String(number)));

    for (const { holder, id, permit, refused, offerId } of done) {
      const mine = listed.filter(({ leaf }) => JSON.stringify(leaf).includes(holder));
      const told = mine.map(({ leaf }) => ('agreement' in leaf ? `${leaf.kind} ${leaf.agreement}` : leaf.kind));
      expect(told).toEqual([`agreement ${id}`, `agreement ${refused}`, 'stop', `withdrawal ${id}`, 'stop', 'stop']);
      const permits = listed.flatMap(({ leaf }) => (leaf.kind === 'permits' ? leaf.permits : []));
      expect(permits.filter((one) => one.offer === offerId)).toMatchObject([{ permit, agreement: id, revision: 1 }]);
      const halts = listed.filter(({ leaf }) => leaf.kind === 'halt' && leaf.scope === `offer:${offerId}`);
      expect(halts).toHaveLength(1);
      const stops = mine.flatMap(({ leaf }) => (leaf.kind === 'stop' ? [leaf.stop] : []));
      const effective = listed.flatMap(({ leaf }) => (leaf.kind === 'stopped' ? [leaf.stop] : []));
      expect(effective.filter((stop) => stops.includes(stop)).sort()).toEqual(stops.sort());
    }
    expect(JSON.stringify(listed)).not.toMatch(/Secret|Camille|Le Goff|Gérante/);
    const actors = listed.flatMap(({ leaf }) => ('actor' in leaf ? [leaf.actor] : []));
    expect(new Set(actors.map((actor) => /^[0-9a-f]{64}$/.test(actor)))).toEqual(new Set([true]));
  });

  it('what was entered cannot be changed by the service', async () => {
    await (await consent.employer()).give(allowAll());
    const { dataSource } = consent.harness;
    for (const sql of [
      `update ledger_entry set at = now()`,
      'delete from ledger_entry',
      `update wording set body = ''`,
      'delete from wording',
    ])
      await expect(dataSource.query(sql)).rejects.toThrow('permission denied');
  });
});
