import { offerVerified } from '@accord/contracts/events/offer-verified';
import { postingChanged } from '@accord/contracts/events/posting-changed';
import { publicationDecided } from '@accord/contracts/events/publication-decided';
import { startService } from '@accord/service/start-service';
import { readConfig } from '@accord/service/config';
import { eventually } from '@accord/testing/eventually';

import { intakeService } from '../../src/intake.service-definition.js';
import { EventSource } from '../event-source.js';
import { intake, problemOf, submitted } from '../intake-harness.js';
import { decision, high, outcome, show, verdict } from '../others-news.js';
import { dayIn, garage, sampleDraft } from '../sample-draft.js';
import { shown } from '../shown-decision.js';

const finding = {
  rule: 'FR-SMIC',
  severity: 'advise',
  pointer: '/pay/min',
  message: { fr: 'Peu.', en: 'Little.' },
  remedy: { fr: 'Plus.', en: 'More.' },
} as const;

describe('an offer’s event stream', () => {
  const open: EventSource[] = [];
  const follow = async (...args: Parameters<typeof EventSource.open>) => {
    const source = await EventSource.open(...args);
    open.push(source);
    return source;
  };
  beforeEach(() => (intake().consent.mode = 'stopped'));
  afterEach(() => {
    for (const source of open.splice(0)) source.close();
  });

  it('tells the whole life of an offer, in order, each change once', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'LIFE' });
    const stream = await follow(id);
    expect(stream.answer.status).toBe(200);
    expect(stream.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const seen = (types: string[]) => eventually(() => expect(stream.types).toEqual(types));
    await seen(['offer.submitted']);

    const checked = verdict(id, { findings: [finding, finding], approvedRevision: 1 });
    await intake().topics.write(offerVerified, checked, checked);
    await seen(['offer.submitted', 'offer.verified']);
    await intake().topics.write(
      publicationDecided,
      await shown(id, 1),
      await shown(id, 2, { postings: [show('jobs')] }),
    );
    const posting = { offerId: id, state: 'live', publicUrl: 'https://jobs.example/1' } as const;
    await eventually(() => expect(stream.types).toHaveLength(4));
    await intake().topics.write(
      postingChanged,
      outcome(id, { ...posting, version: high + 2 }),
      outcome(id, { ...posting, version: high + 3, attempts: 2 }),
      outcome(id, { ...posting, version: high + 1, state: 'sent' }),
    );
    await eventually(() => expect(stream.types).toHaveLength(5));
    await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn: dayIn(90) });
    const draft = sampleDraft({ reference: 'LIFE', title: 'Boulanger de nuit' });
    await intake().bakery.put(`/v1/offers/${id}`, draft, { 'if-match': '"2"' });
    await intake().bakery.post(`/v1/offers/${id}/suspension`, {});
    await intake().bakery.delete(`/v1/offers/${id}/suspension`);
    await intake().bakery.delete(`/v1/offers/${id}?reason=filled`);
    await seen([
      'offer.submitted',
      'offer.verified',
      'offer.published',
      'posting.changed',
      'posting.changed',
      'offer.renewed',
      'offer.revised',
      'offer.suspended',
      'offer.stopped',
      'offer.reopened',
      'offer.withdrawn',
      'offer.stopped',
    ]);
    expect(stream.events.map(({ data }) => [data.reference, data.revision, data.state])).toEqual([
      ['LIFE', 1, 'submitted'],
      ['LIFE', 1, 'approved'],
      ...Array<unknown>(3).fill(['LIFE', 1, 'published']),
      ['LIFE', 2, 'published'],
      ['LIFE', 3, 'published'],
      ['LIFE', 3, 'suspended'],
      ['LIFE', 3, 'suspended'],
      ['LIFE', 3, 'published'],
      ['LIFE', 3, 'withdrawn'],
      ['LIFE', 3, 'withdrawn'],
    ]);
    expect(stream.events[1]).toMatchObject({ data: { verdict: 'approved', rules: ['FR-SMIC'], decidedBy: 'machine' } });
    expect(stream.events[3]).toMatchObject({ data: { posting: { partner: 'jobs', state: 'pending' } } });
    expect(stream.events[4]).toMatchObject({ data: { posting: { state: 'live', publicUrl: posting.publicUrl } } });
    expect(stream.events[10]).toMatchObject({ data: { by: '000100016', reason: 'filled' } });
    expect(stream.events[11]).toMatchObject({ data: { effectiveAt: intake().consent.effectiveAt } });
    const sequences = stream.events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
    expect(stream.frames.map(({ id: frame }) => Number(frame))).toEqual(sequences);
    expect(stream.frames.map(({ event }) => event)).toEqual(stream.types);
  });

  it('tells of an expiry, and of what consent takes down', async () => {
    const { id } = await submitted(intake().bakery);
    const stream = await follow(id);
    await intake().topics.write(publicationDecided, await shown(id, 1));
    await intake().topics.write(
      publicationDecided,
      decision(id, { version: high + 2, standing: 'held', ownPortal: false }),
    );
    await intake().topics.write(publicationDecided, await shown(id, 3));
    await intake().topics.write(
      publicationDecided,
      decision(id, { version: high + 4, standing: 'expired', ownPortal: false }),
    );
    await eventually(() =>
      expect(stream.types).toEqual([
        'offer.submitted',
        'offer.published',
        'offer.takenDown',
        'offer.published',
        'offer.expired',
      ]),
    );
    expect(stream.events[2]).toMatchObject({ data: { because: 'held' } });
  });

  it('resumes after the last id its client saw, without a gap and without a repetition', async () => {
    const { id } = await submitted(intake().bakery);
    const first = await follow(id);
    await eventually(() => expect(first.types).toEqual(['offer.submitted']));
    first.close();
    await intake().bakery.post(`/v1/offers/${id}/suspension`, {});
    const second = await follow(id, { lastEventId: first.lastId });
    await eventually(() => expect(second.types).toEqual(['offer.suspended', 'offer.stopped']));
    second.close();
    await intake().bakery.delete(`/v1/offers/${id}/suspension`);
    const third = await follow(id, { lastEventId: second.lastId });
    await eventually(() => expect(third.types).toEqual(['offer.reopened']));
    const whole = await follow(id, { lastEventId: '' });
    await eventually(() => expect(whole.events).toEqual([...first.events, ...second.events, ...third.events]));
  });

  it('is fed by whichever instance wrote the event, in less than a second', async () => {
    const { harness } = intake();
    const config = readConfig(intakeService.config, { ...harness.environment, PORT: '0' });
    const other = await startService(intakeService, config, harness.log.log);
    try {
      const { id } = await submitted(intake().bakery);
      const here = await follow(id);
      const there = await follow(id, { url: other.url });
      for (const stream of [here, there]) await eventually(() => expect(stream.types).toHaveLength(1));
      await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn: dayIn(90) });
      for (const stream of [here, there])
        await eventually(() => expect(stream.types).toHaveLength(2), { timeoutMs: 1_000 });
      const stopping = other.stop();
      await eventually(() => expect(there.ended).toBe(true), { timeoutMs: 2_000 });
      await stopping;
      expect(here.ended).toBe(false);
    } finally {
      await other.stop().catch(() => undefined);
    }
  });

  it('says that it is still there when nothing happens', async () => {
    const { id } = await submitted(intake().bakery);
    const stream = await follow(id);
    await eventually(() => expect(stream.comments).toBeGreaterThan(1));
    expect(stream.types).toEqual(['offer.submitted']);
  });

  it('is for the offer’s employer alone', async () => {
    const { id } = await submitted(intake().bakery);
    const stranger = await follow(id, { as: garage });
    expect(stranger.answer.status).toBe(404);
    expect((await (await intake().harness.as()).get(`/v1/offers/${id}/events`)).status).toBe(401);
    for (const role of ['partner', 'operator', 'moderator', 'jobseeker'] as const)
      expect((await follow(id, { as: { id: 'someone', role } })).answer.status).toBe(403);
  });

  it.each(['x', '-1', '1.5', '9'.repeat(16)])('refuses the Last-Event-ID %s', async (lastEventId) => {
    const { id } = await submitted(intake().bakery);
    const answer = await intake().bakery.get(`/v1/offers/${id}/events`, { 'last-event-id': lastEventId });
    expect(answer.status).toBe(400);
    expect(problemOf(answer).errors[0]).toMatchObject({ in: 'header', pointer: '/last-event-id' });
  });

  it('has as many as an employer may have open, and no more', async () => {
    const { id } = await submitted(intake().bakery);
    const mine = await Promise.all(Array.from({ length: 6 }, () => follow(id)));
    expect(mine.map(({ answer }) => answer.status)).toEqual(Array(6).fill(200));
    const refused = await intake().bakery.get(`/v1/offers/${id}/events`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
    const other = await submitted(intake().garage, { employer: { siret: '00010002400017', name: 'Garage' } });
    expect((await follow(other.id, { as: garage })).answer.status).toBe(200);
    mine[0]?.close();
    await eventually(async () => expect((await follow(id)).answer.status).toBe(200));
  });

  it('cannot be rewritten', async () => {
    const db = intake().harness.dataSource;
    for (const sql of ['delete from offer_event', "update offer_event set type = 'x'", 'truncate offer_event'])
      await expect(db.query(sql)).rejects.toThrow(/permission denied/);
  });
});
