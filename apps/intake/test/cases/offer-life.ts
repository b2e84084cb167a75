import { eventually } from '@accord/testing/eventually';

import { offerAccepted, offerList, offerStopped, offerStopping, revisionList } from '../../src/answers.js';
import { stopIdOf } from '../../src/domain/stop-id.js';
import { problemOf, intake, submitted, viewOf } from '../intake-harness.js';
import { dayIn, sampleDraft } from '../sample-draft.js';

beforeEach(() => (intake().consent.mode = 'stopped'));

describe('revising', () => {
  it('makes a new revision, and keeps the old one', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'REV-1' });
    const draft = sampleDraft({
      reference: 'REV-1',
      title: 'Boulanger de nuit',
      apply: { email: 'nuit@fournil.example' },
    });
    const answer = await intake().bakery.put(`/v1/offers/${id}`, draft, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(offerAccepted.parse(answer.body)).toMatchObject({ id, revision: 2, state: 'submitted' });
    const { items } = await intake().bakery.read(`/v1/offers/${id}/revisions`, revisionList);
    expect(items.map(({ revision, offer }) => [revision, offer.title, offer.apply.email])).toEqual([
      [2, 'Boulanger de nuit', 'nuit@fournil.example'],
      [1, 'Boulanger / Boulangère (H/F)', 'recrutement@fournil.example'],
    ]);
  });

  it('with the same text changes nothing', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'REV-2' });
    const answer = await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'REV-2' }), {
      'if-match': '"1"',
    });
    expect(offerAccepted.parse(answer.body)).toMatchObject({ revision: 1 });
  });

  it('of two at once one wins, and the other is told', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'REV-3' });
    const edit = (n: number) =>
      intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'REV-3', title: `Intitulé ${n}` }), {
        'if-match': '"1"',
      });
    const statuses = (await Promise.all(Array.from({ length: 8 }, (_, n) => edit(n)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array<number>(7).fill(412)]);
  });

  it('cannot take the reference of another offer', async () => {
    await submitted(intake().bakery, { reference: 'REV-4' });
    const { id } = await submitted(intake().bakery, { reference: 'REV-5' });
    const answer = await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'REV-4' }), {
      'if-match': '"1"',
    });
    expect(answer.status).toBe(409);
    expect(problemOf(answer).errors[0]).toMatchObject({ pointer: '/reference' });
  });

  it('may add a first contact, and take the last one away', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'REV-6', apply: { form: true } });
    await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'REV-6' }), { 'if-match': '"1"' });
    expect((await viewOf(intake().bakery, id)).offer.apply).toMatchObject({ contactName: 'Camille Le Goff' });
    await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'REV-6', apply: { form: true } }), {
      'if-match': '"2"',
    });
    expect((await viewOf(intake().bakery, id)).offer.apply).toEqual({ form: true });
  });
});

describe('a list', () => {
  it('pages through everything, the newest first, and filters', async () => {
    const shop = await intake().harness.as({ id: '000100032', role: 'employer', sirets: ['00010003200019'] });
    const employer = { siret: '00010003200019', name: 'Épicerie' };
    const made: string[] = [];
    for (let n = 0; n < 7; n += 1) made.push((await submitted(shop, { reference: `PAGE-${n}`, employer })).id);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await shop.read(`/v1/offers?limit=3${cursor}`, offerList);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(seen).toEqual([...new Set(seen)]);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(seen).toEqual(expect.arrayContaining(made));
    const one = await shop.read('/v1/offers?reference=PAGE-3', offerList);
    expect(one.items.map(({ id }) => id)).toEqual([made[3]]);
    await shop.post(`/v1/offers/${made[4]}/suspension`, {});
    const suspended = await shop.read('/v1/offers?state=suspended&limit=200', offerList);
    expect(suspended.items.map(({ id }) => id)).toEqual([made[4]]);
  });
});

describe('a withdrawal', () => {
  it('is committed, then asked of consent, and answers when it took effect', async () => {
    const { id } = await submitted(intake().bakery);
    const answer = await intake().bakery.delete(`/v1/offers/${id}?reason=filled`);
    expect(answer.status).toBe(200);
    expect(offerStopped.parse(answer.body)).toMatchObject({
      effectiveAt: intake().consent.effectiveAt,
      receipt: `receipt-of-${stopIdOf(id, 2)}`,
    });
    expect(intake().consent.about(id)).toEqual([
      {
        kind: 'offer',
        stop: stopIdOf(id, 2),
        offerId: id,
        holder: '000100016',
        version: 2,
        intent: 'withdrawn',
        reason: 'filled',
      },
    ]);
    const view = await viewOf(intake().bakery, id);
    expect(view).toMatchObject({ state: 'withdrawn', reason: 'filled', revision: 1 });
    expect(view.stop).toMatchObject({
      state: 'stopped',
      intent: 'withdrawn',
      effectiveAt: intake().consent.effectiveAt,
    });
  });

  it('takes its reason in the body too, and lets no free words out', async () => {
    const { id } = await submitted(intake().bakery);
    await intake().bakery.delete(`/v1/offers/${id}`, { reason: 'Poste pourvu par Mme Martin' });
    expect(intake().consent.about(id)).toEqual([expect.objectContaining({ reason: 'other' })]);
    expect(await viewOf(intake().bakery, id)).toMatchObject({
      reason: 'other',
      comment: 'Poste pourvu par Mme Martin',
    });
  });

  it('asked again is the same stop', async () => {
    const { id } = await submitted(intake().bakery);
    const first = await intake().bakery.delete(`/v1/offers/${id}`);
    const second = await intake().bakery.delete(`/v1/offers/${id}`);
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(
      new Set(
        intake()
          .consent.about(id)
          .map(({ stop }) => stop),
      ).size,
    ).toBe(1);
  });

  it('still under way is 202 with a status to follow, until it is done', async () => {
    intake().consent.mode = 'stopping';
    const { id } = await submitted(intake().bakery);
    const answer = await intake().bakery.delete(`/v1/offers/${id}`);
    expect(answer.status).toBe(202);
    const { status } = offerStopping.parse(answer.body);
    expect(answer.headers.get('location')).toBe(status);
    expect((await viewOf(intake().bakery, id)).stop).toMatchObject({ state: 'stopping' });
    expect((await intake().bakery.get(status)).status).toBe(202);
    intake().consent.mode = 'stopped';
    const later = await intake().bakery.get(status);
    expect(later.status).toBe(200);
    expect(offerStopped.parse(later.body).effectiveAt).toBe(intake().consent.effectiveAt);
  });

  it.each(['silent', 'failing'] as const)(
    'of a consent that is %s is 202, and is followed until it is done',
    async (mode) => {
      intake().consent.mode = mode;
      const { id } = await submitted(intake().bakery);
      const answer = await intake().bakery.delete(`/v1/offers/${id}?reason=other`);
      expect(answer.status).toBe(202);
      expect(intake().consent.about(id)).toEqual([]);
      expect(await viewOf(intake().bakery, id)).toMatchObject({ state: 'withdrawn', stop: { state: 'stopping' } });
      intake().consent.mode = 'stopped';
      await eventually(async () =>
        expect((await viewOf(intake().bakery, id)).stop).toMatchObject({
          state: 'stopped',
          effectiveAt: intake().consent.effectiveAt,
        }),
      );
      expect(intake().consent.about(id)).toEqual([expect.objectContaining({ stop: stopIdOf(id, 2), version: 2 })]);
    },
  );

  it('is for good', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'GONE' });
    await intake().bakery.delete(`/v1/offers/${id}`);
    const tries = [
      await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'GONE' }), { 'if-match': '"1"' }),
      await intake().bakery.post(`/v1/offers/${id}/renewal`, {}),
      await intake().bakery.post(`/v1/offers/${id}/suspension`, {}),
      await intake().bakery.delete(`/v1/offers/${id}/filling`),
    ];
    for (const answer of tries) {
      expect(answer.status).toBe(409);
      expect(problemOf(answer)).toMatchObject({ type: expect.stringContaining('state-forbids'), state: 'withdrawn' });
    }
  });
});

describe('suspension, filling, renewal', () => {
  it('a suspension is a stop, and can be taken back', async () => {
    const { id } = await submitted(intake().bakery);
    const stopped = await intake().bakery.post(`/v1/offers/${id}/suspension`, { reason: 'holidays' });
    expect(stopped.status).toBe(200);
    expect((await viewOf(intake().bakery, id)).state).toBe('suspended');
    expect(offerAccepted.parse((await intake().bakery.delete(`/v1/offers/${id}/suspension`)).body).state).toBe(
      'submitted',
    );
    const view = await viewOf(intake().bakery, id);
    expect(view).toMatchObject({ intent: 'show', revision: 1 });
    expect(view).not.toHaveProperty('reason');
    expect(view).not.toHaveProperty('stop');
  });

  it('a suspension that never reached consent is past once it is taken back', async () => {
    intake().consent.mode = 'failing';
    const { id } = await submitted(intake().bakery);
    expect((await intake().bakery.post(`/v1/offers/${id}/suspension`)).status).toBe(202);
    await intake().bakery.delete(`/v1/offers/${id}/suspension`);
    intake().consent.mode = 'stopped';
    const other = await submitted(intake().bakery);
    intake().consent.mode = 'failing';
    await intake().bakery.post(`/v1/offers/${other.id}/suspension`);
    intake().consent.mode = 'stopped';
    await eventually(() => expect(intake().consent.about(other.id)).toHaveLength(1));
    expect(intake().consent.about(id)).toEqual([]);
  });

  it('a suspended offer that is edited before consent was reached is stopped at its later version', async () => {
    intake().consent.mode = 'failing';
    const { id } = await submitted(intake().bakery, { reference: 'EDIT-DOWN' });
    expect((await intake().bakery.post(`/v1/offers/${id}/suspension`)).status).toBe(202);
    const draft = sampleDraft({ reference: 'EDIT-DOWN', openings: 2 });
    expect((await intake().bakery.put(`/v1/offers/${id}`, draft, { 'if-match': '"1"' })).status).toBe(200);
    intake().consent.mode = 'stopped';
    await eventually(async () => expect((await viewOf(intake().bakery, id)).stop).toMatchObject({ state: 'stopped' }));
    expect(intake().consent.about(id)).toEqual([expect.objectContaining({ intent: 'suspended', version: 3 })]);
  });

  it('a filled offer is not edited before its filling is taken back', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'FILL' });
    expect((await intake().bakery.post(`/v1/offers/${id}/filling`, {})).status).toBe(200);
    const edit = () =>
      intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'FILL', openings: 2 }), { 'if-match': '"1"' });
    expect((await edit()).status).toBe(409);
    expect((await intake().bakery.delete(`/v1/offers/${id}/filling`)).status).toBe(200);
    expect((await edit()).status).toBe(200);
  });

  it('a renewal is a revision with a later last day and the same contact', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'RENEW', closesOn: dayIn(100) });
    const answer = await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn: dayIn(200) });
    expect(answer.status).toBe(200);
    const view = await viewOf(intake().bakery, id);
    expect(view).toMatchObject({
      revision: 2,
      closesOn: dayIn(200),
      offer: { apply: { contactName: 'Camille Le Goff' } },
    });
    const same = await intake().bakery.put(`/v1/offers/${id}`, sampleDraft({ reference: 'RENEW' }), {
      'if-match': '"2"',
    });
    expect(offerAccepted.parse(same.body).revision).toBe(3);
  });

  it.each(['2027-02-28', '2020-01-01'])(
    'a renewal until %s of an offer until March 2027 is refused',
    async (closesOn) => {
      const { id } = await submitted(intake().bakery, { closesOn: dayIn(100) });
      const answer = await intake().bakery.post(`/v1/offers/${id}/renewal`, { closesOn });
      expect(answer.status).toBe(400);
      expect(problemOf(answer).errors[0]).toMatchObject({ pointer: '/closesOn' });
    },
  );
});
