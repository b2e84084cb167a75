import { offerRevised } from '@accord/contracts/events/offer-revised';
import { offerVerified } from '@accord/contracts/events/offer-verified';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { showableView } from '@accord/contracts/showable-offer';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import type { OfferView } from '../../src/answers.js';
import { ownRevisions } from '../../src/own-revisions.js';
import { intake, submitted, viewOf } from '../intake-harness.js';
import { at, decision, high, outcome, show, verdict } from '../others-news.js';

const seen = (id: string, expected: object): Promise<OfferView> =>
  eventually(async () => {
    const view = await viewOf(intake().bakery, id);
    expect(view).toMatchObject(expected);
    return view;
  });

describe('what intake hears', () => {
  it('a verdict becomes the state, with its findings', async () => {
    const { id } = await submitted(intake().bakery);
    const finding = {
      rule: 'FR-SMIC',
      severity: 'block',
      pointer: '/pay/min',
      message: { fr: 'Trop peu.', en: 'Too little.' },
      remedy: { fr: 'Payez plus.', en: 'Pay more.' },
    } as const;
    await intake().topics.write(offerVerified, verdict(id, { verdict: 'changesRequested', findings: [finding] }));
    await seen(id, { state: 'changesRequested', findings: [finding], verification: { revision: 1, decidedAt: at } });
  });

  it('the highest version wins, whatever comes after it', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().topics.write(
      offerVerified,
      verdict(id, { version: 3, verdict: 'approved' }),
      verdict(id, { version: 2, verdict: 'rejected' }),
      verdict(id, { version: 3, verdict: 'approved' }),
      verdict(id, { version: 1, verdict: 'inReview' }),
    );
    const marker = await submitted(intake().bakery);
    await intake().topics.write(
      publicationDecided,
      decision(id, { version: high + 2 }),
      decision(id, { version: high + 1, standing: 'waiting' }),
    );
    await intake().topics.write(offerVerified, verdict(marker.id));
    await seen(marker.id, { state: 'approved' });
    await seen(id, { state: 'published', verification: { verdict: 'approved' } });
  });

  it('decisions and outcomes become the live map', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().topics.write(offerVerified, verdict(id));
    await intake().topics.write(publicationDecided, decision(id, { postings: [show('jobs'), show('campus')] }));
    await seen(id, {
      state: 'published',
      postings: [
        { partner: 'campus', state: 'pending' },
        { partner: 'jobs', state: 'pending' },
      ],
    });
    const publicUrl = 'https://jobs.example/annonces/1';
    await intake().topics.write(
      postingChanged,
      outcome(id, { version: high + 2, publicUrl }),
      outcome(id, { version: high + 1, state: 'sent' }),
    );
    await seen(id, { postings: [{ partner: 'campus' }, { partner: 'jobs', state: 'live', since: at, publicUrl }] });
    const remove = { partner: 'jobs', wanted: 'remove', version: 2, because: 'agreement-withdrawn' } as const;
    await intake().topics.write(
      publicationDecided,
      decision(id, { version: high + 2, postings: [show('campus'), remove] }),
    );
    await seen(id, {
      postings: [{ partner: 'campus' }, { partner: 'jobs', state: 'removing', why: 'agreement-withdrawn' }],
    });
    await intake().topics.write(
      postingChanged,
      outcome(id, { version: high + 3, state: 'removed', wantedVersion: 2, mayHold: false }),
    );
    await seen(id, { postings: [{ partner: 'campus' }, { partner: 'jobs', state: 'removed' }] });
  });

  it('an expiry shows, and a renewal puts the offer back into verification', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().topics.write(offerVerified, verdict(id, { approvedRevision: 1 }));
    await intake().topics.write(publicationDecided, decision(id, { standing: 'expired', ownPortal: false }));
    await seen(id, { state: 'expired' });
    await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn: '2099-01-01' });
    await seen(id, { state: 'submitted', revision: 2 });
  });

  it('what is erased is forgotten, and its older versions do not come back', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().topics.write(offerVerified, verdict(id, { verdict: 'rejected' }));
    await intake().topics.write(postingChanged, outcome(id));
    await seen(id, { state: 'rejected', postings: [{ partner: 'jobs' }] });
    await intake().topics.erase(offerVerified, id, 2);
    await intake().topics.erase(postingChanged, `${id}:jobs`, high + 2);
    await intake().topics.write(offerVerified, verdict(id, { version: 1, verdict: 'rejected' }));
    await intake().topics.write(postingChanged, outcome(id));
    await seen(id, { state: 'submitted', postings: [] });
  });

  it('news of an offer that is not ours changes nothing and stops nothing', async () => {
    await intake().topics.write(offerVerified, verdict(uuid()));
    await intake().topics.write(publicationDecided, decision(uuid()));
    const { id } = await submitted(intake().bakery);
    await intake().topics.write(offerVerified, verdict(id));
    await seen(id, { state: 'approved' });
  });
});

describe('what intake tells', () => {
  const told = (id: string) =>
    intake()
      .topics.told.filter(({ key }) => key?.toString() === id)
      .map(({ value }) => offerRevised.data.parse(JSON.parse(value?.toString() ?? 'null')));

  it('every change, once and in order, with the whole of the offer', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().bakery.post(`/v1/offers/${id}/suspension`, { reason: 'holidays' });
    await intake().bakery.delete(`/v1/offers/${id}/suspension`);
    await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn: '2099-01-01' });
    await intake().bakery.delete(`/v1/offers/${id}?reason=filled`);
    await eventually(() => expect(told(id)).toHaveLength(5));
    const events = told(id);
    expect(events.map(({ version, revision, intent, reason }) => [version, revision, intent, reason])).toEqual([
      [1, 1, 'show', undefined],
      [2, 1, 'suspended', 'holidays'],
      [3, 1, 'show', undefined],
      [4, 2, 'show', undefined],
      [5, 2, 'withdrawn', 'filled'],
    ]);
    for (const event of events) {
      const shown = { offerId: id, revision: event.revision, createdAt: event.createdAt, updatedAt: event.submittedAt };
      expect(() => showableView(event.offer, shown)).not.toThrow();
    }
  });

  it('a key that the topic lost is told again, as it is now', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().bakery.post(`/v1/offers/${id}/suspension`);
    const db = intake().harness.dataSource;
    await eventually(() => expect(told(id)).toHaveLength(2));
    expect(await ownRevisions.currentVersions(db, [id, 'not-an-id', uuid()])).toEqual(new Map([[id, 2]]));
    const pages = [await ownRevisions.page(db, '', 1)];
    for (let last = pages[0]?.[0]; last !== undefined; last = pages.at(-1)?.[0])
      pages.push(await ownRevisions.page(db, last.key, 1));
    expect(pages.flat()).toContainEqual({ key: id, version: 2 });
    await db.transaction((tx) => ownRevisions.emitAgain(tx, id));
    await eventually(() => expect(told(id).map(({ version }) => version)).toEqual([1, 2, 2]));
  });
});
