import { offerRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified } from '@accord/contracts/events/offer-verified';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { anOffer } from './an-offer.js';
import type { AnEmployer } from './an-employer.js';
import { ConsentUnderTest } from './consent-under-test.js';
import { allowAll } from './drafts.js';

const COUNT = 40;

/** What one fetch holds is handled together: each offer must come out as if it had been alone. */
describe('many offers at once', () => {
  let consent: ConsentUnderTest;
  let employer: AnEmployer;
  let offers: readonly string[];

  const revision = (offerId: string, change: Parameters<ConsentUnderTest['revision']>[0]) =>
    consent.event(offerRevised, consent.revision({ holder: employer.holder, ...change, offerId }));
  const verdict = (offerId: string, change: Parameters<ConsentUnderTest['verdict']>[0]) =>
    consent.event(offerVerified, consent.verdict({ ...change, offerId }));
  const at = (index: number): string => offers[index] ?? '';
  const shown = { standing: 'published', ownPortal: true, postings: [{ partner: 'emploi-public', wanted: 'show' }] };

  beforeAll(async () => {
    consent = await ConsentUnderTest.start();
    await consent.registered();
    employer = await consent.employer();
    await employer.give(allowAll());
    offers = Array.from({ length: COUNT }, () => uuid());
    await consent.write(...offers.map((offerId) => revision(offerId, { offerId })));
    await consent.write(...offers.map((offerId) => verdict(offerId, { offerId })));
  });
  afterAll(() => consent.stop());

  it('are each decided, and told once', async () => {
    for (const offerId of offers)
      await eventually(async () => expect(await consent.decision(offerId)).toMatchObject(shown));
    const records = await consent.raw.readAll(`${consent.harness.topicPrefix}${publicationDecided.topic.name}`);
    const told = records.map(({ value }) => publicationDecided.data.parse(JSON.parse(value?.toString() ?? '')));
    const shows = told.filter(({ postings }) => postings.length > 0).map(({ offerId }) => offerId);
    expect(shows.toSorted()).toEqual(offers.toSorted());
  });

  it('of which some are edited, withdrawn, suspended, taken down, erased or another’s, do not touch the others', async () => {
    // Whoever was permitted to show one may hold it: it is to be removed there.
    const publisher = await consent.publisher();
    for (const offerId of offers.slice(1, 6)) await publisher.send(offerId, 'emploi-public');
    const before = await Promise.all(offers.map((offerId) => consent.decision(offerId)));
    const edited = { ...anOffer, title: 'Boulanger confirmé / Boulangère confirmée (H/F)' };
    await consent.write(
      ...offers.slice(5).map((offerId) => revision(offerId, { offerId })),
      revision(at(0), { offerId: at(0), version: 2, revision: 2, offer: edited }),
      revision(at(1), { offerId: at(1), version: 2, intent: 'withdrawn', reason: 'other' }),
      revision(at(2), { offerId: at(2), version: 2, intent: 'suspended' }),
      consent.record(offerRevised, at(3), 2, null),
      revision(at(4), { offerId: at(4), version: 2, holder: '999999999' }),
      verdict(at(0), { offerId: at(0), version: 2, revision: 2, approvedRevision: 2 }),
      verdict(at(5), { offerId: at(5), version: 2, verdict: 'rejected', takeDown: true, approvedRevision: undefined }),
      ...offers.slice(6).map((offerId) => verdict(offerId, { offerId })),
    );
    const expected = [
      { standing: 'published', offer: { revision: 2 }, postings: [{ wanted: 'show', revision: 2 }] },
      { standing: 'withdrawn', ownPortal: false, postings: [{ wanted: 'remove', because: 'offer-not-shown' }] },
      { standing: 'suspended', ownPortal: false, postings: [{ wanted: 'remove', because: 'offer-not-shown' }] },
      { standing: 'withdrawn', ownPortal: false, postings: [{ wanted: 'remove' }] },
      { ownPortal: false, postings: [{ wanted: 'remove' }] },
      { standing: 'rejected', ownPortal: false, postings: [{ wanted: 'remove' }] },
    ];
    for (const [index, decision] of expected.entries())
      await eventually(async () => expect(await consent.decision(at(index))).toMatchObject(decision));
    expect(await Promise.all(offers.slice(6).map((offerId) => consent.decision(offerId)))).toEqual(before.slice(6));
    expect(await consent.stopsOf('offer', at(1))).toEqual(['offer-withdrawn']);
    const letters: unknown = await consent.harness.dataSource.query('select key_text, reason from dead_letter');
    expect(letters).toEqual([{ key_text: at(4), reason: 'refused' }]);
  });

  it('wait for those that have one of them, and then for nobody', async () => {
    const { dataSource } = consent.harness;
    const news = offers.slice(10, 30);
    await dataSource.transaction(async (tx) => {
      await tx.query('select from offer where offer_id = $1 for share', [news[9]]);
      await consent.write(...news.map((offerId) => revision(offerId, { offerId, version: 2 })));
      // Whoever asks for a permit meanwhile is turned away, or the row would never be free.
      const inLine = 'select scope_id from stop_intent where scope_id = $1';
      await eventually(async () => expect(await tx.query(inLine, [news[9]])).toHaveLength(1));
    });
    const known = 'select count(*)::int as count from offer where offer_id = any($1::uuid[]) and version = 2';
    await eventually(async () => expect(await dataSource.query(known, [news])).toEqual([{ count: news.length }]));
    // Another handler may have stood in line for one of them; sooner than who left the line without a word is forgotten (10 s).
    await eventually(async () => expect(await consent.one('select from stop_intent')).toBeUndefined(), {
      timeoutMs: 5_000,
    });
  });
});
