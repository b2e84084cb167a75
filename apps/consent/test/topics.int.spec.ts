import { ledgerAppended } from '@accord/contracts/events/ledger-appended';
import type { PublicationDecided } from '@accord/contracts/events/publication-decided';
import { verifyCheckpoint } from '@accord/receipts/checkpoint';
import { entryHash } from '@accord/receipts/ledger-entry';
import { appendLeaves } from '@accord/receipts/merkle/append';
import { foldNodes } from '@accord/receipts/merkle/nodes';
import { eventually } from '@accord/testing/eventually';
import type { RawRecord } from '@accord/testing/raw-topics';
import { z } from 'zod';

import { checkpointView } from '../src/ledger/ledger-answers.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll, draft, refusal, to } from './drafts.js';

type Entries = readonly z.infer<typeof ledgerAppended.data>[];
const entries = z.object({ items: z.array(ledgerAppended.data), next: z.int().optional() });
const checkpoints = z.object({ items: z.array(checkpointView), next: z.string().optional() });

interface Done {
  readonly holder: string;
  readonly offerId: string;
  readonly id: string;
  readonly permit: string;
  readonly refused: string;
}

/** Eight employers at once agree, refuse, withdraw and stop; then each topic is read once. */
describe('what consent writes', () => {
  let consent: ConsentUnderTest;
  let done: readonly Done[];
  let listed: Entries = [];
  let records: readonly RawRecord[];
  let told: readonly (PublicationDecided | null)[];
  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    const publisher = await consent.publisher();
    const busy = async (): Promise<Done> => {
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
    done = await Promise.all(Array.from({ length: 8 }, busy));
    const left = 'select from ledger_pending union all select from redecision union all select from outbox';
    await eventually(async () => expect(await consent.one(left)).toBeUndefined());
    listed = await allEntries();
    [records, told] = await Promise.all([
      consent.raw.readAll(`${consent.harness.topicPrefix}consent.ledger`),
      consent.decisions(done[0]?.offerId ?? ''),
    ]);
  });
  afterAll(() => consent.stop());

  const allEntries = async (): Promise<Entries> => {
    const operator = await consent.operator();
    const all: Entries[number][] = [];
    let from: number | undefined = 0;
    while (from !== undefined) {
      const page: z.infer<typeof entries> = await operator.read(`/v1/ledger/entries?limit=20&from=${from}`, entries);
      all.push(...page.items);
      from = page.next;
    }
    return all;
  };

  const topicEntries = (): Entries =>
    records.map(({ value }) => ledgerAppended.data.parse(JSON.parse(value?.toString() ?? '')));

  it('decisions on their topic end with what the database holds, each under a higher version', async () => {
    expect(told.at(-1)).toEqual(await consent.decision(done[0]?.offerId ?? ''));
    const versions = told.map((decision) => decision?.version ?? 0);
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    // Its text and the verdict come by two topics: which is heard first is nobody's promise.
    expect(told[0]).toMatchObject({ standing: expect.stringMatching(/^(waiting|published)$/), postings: [] });
  });

  it('the ledger is numbered without gaps, on its topic as in the database', () => {
    expect(listed.map(({ number }) => number)).toEqual(listed.map((_entry, at) => at));
    expect(topicEntries()).toEqual(listed);
    expect(records.map(({ key }) => key?.toString())).toEqual(listed.map(({ number }) => String(number)));
  });

  it('the ledger has each leaf once, and no person’s name', () => {
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

  it('a checkpoint over all of it is signed, and open to anyone who has read the topic', async () => {
    const head = await eventually(async () => {
      const [newest] = (await consent.open.read('/v1/ledger/checkpoints?limit=1', checkpoints)).items;
      expect(newest?.treeSize).toBe(listed.length);
      return newest;
    });
    const { frontier } = appendLeaves(0, [], topicEntries().map(entryHash));
    const rootHash = foldNodes(frontier).toString('hex');
    const signed = verifyCheckpoint(head?.signed ?? '', await consent.keys());
    expect(signed).toMatchObject({ treeSize: listed.length, rootHash, iss: 'urn:accord:consent' });
    const { next } = await consent.open.read('/v1/ledger/checkpoints?limit=1', checkpoints);
    const older = await consent.open.read(`/v1/ledger/checkpoints?cursor=${next ?? ''}`, checkpoints);
    expect(older.items.every(({ treeSize }) => treeSize < listed.length)).toBe(true);
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
