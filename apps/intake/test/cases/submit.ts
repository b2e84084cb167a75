import { offerAccepted, offerList } from '../../src/answers.js';
import { problemOf, intake, submitted, viewOf } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

describe('submitting an offer', () => {
  it('answers 201 with its id, revision, state and findings, and where it is', async () => {
    const answer = await intake().bakery.post('/v1/offers', sampleDraft());
    expect(answer.status).toBe(201);
    const body = offerAccepted.parse(answer.body);
    expect(body).toMatchObject({ revision: 1, state: 'submitted', findings: [] });
    expect(answer.headers.get('location')).toBe(`/v1/offers/${body.id}`);
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('tells what the checks found, and stores it all the same', async () => {
    const pay = { min: 90_000, max: 100_000, currency: 'EUR', unit: 'MONTH', months: 12 };
    const { id, findings } = await submitted(intake().bakery, { pay });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'FR-SMIC', pointer: '/pay/min', severity: 'block' }),
    );
    expect((await viewOf(intake().bakery, id)).findings).toEqual(findings);
  });

  it('can be read back as it was written, contacts included', async () => {
    const draft = sampleDraft({ reference: 'READ-BACK' });
    const { id } = await submitted(intake().bakery, draft);
    const view = await viewOf(intake().bakery, id);
    expect(view.offer).toMatchObject(draft);
    expect(view).toMatchObject({ id, reference: 'READ-BACK', state: 'submitted', intent: 'show', postings: [] });
  });

  it('closes after sixty days where no last day is given', async () => {
    const { id } = await submitted(intake().bakery);
    const { closesOn } = await viewOf(intake().bakery, id);
    const days = (Date.parse(closesOn) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBeGreaterThanOrEqual(59);
    expect(Math.round(days)).toBeLessThanOrEqual(61);
  });

  it('keeps no HTML and no script', async () => {
    const { id } = await submitted(intake().bakery, {
      title: 'Boulanger <b>F/H</b>',
      description: '<p>Vous p&eacute;trissez &amp; cuisez nos pains.</p><script>alert("x")</script>',
    });
    const { offer } = await viewOf(intake().bakery, id);
    expect(offer).toMatchObject({ title: 'Boulanger F/H', description: 'Vous pétrissez & cuisez nos pains.' });
  });

  it('takes a reference once', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'ONCE' });
    const again = await intake().bakery.post('/v1/offers', sampleDraft({ reference: 'ONCE', title: 'Un autre texte' }));
    expect(again.status).toBe(409);
    expect(problemOf(again)).toMatchObject({
      type: expect.stringContaining('reference-taken'),
      offerId: id,
      errors: [expect.objectContaining({ pointer: '/reference' })],
    });
    expect(
      (await submitted(intake().garage, { reference: 'ONCE', employer: { siret: '00010002400017', name: 'Garage' } }))
        .id,
    ).not.toBe(id);
  });
});

describe('an Idempotency-Key', () => {
  const post = (draft: object, key: string, client = intake().bakery) =>
    client.post('/v1/offers', draft, { 'idempotency-key': key });

  it('with the same body gets the same answer, and one offer', async () => {
    const draft = sampleDraft({ reference: 'K-1' });
    const first = await post(draft, 'k-1');
    const second = await post({ ...draft, openings: 1 }, 'k-1');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  it('with another body is refused', async () => {
    await post(sampleDraft({ reference: 'K-2' }), 'k-2');
    const other = await post(sampleDraft({ reference: 'K-2-bis' }), 'k-2');
    expect(other.status).toBe(409);
    expect(problemOf(other).type).toContain('idempotency-key-reused');
    expect((await intake().bakery.read('/v1/offers?reference=K-2-bis', offerList)).items).toEqual([]);
  });

  it('of another employer is another key', async () => {
    const employer = { siret: '00010002400017', name: 'Garage' };
    await post(sampleDraft({ reference: 'K-3' }), 'k-3');
    expect((await post(sampleDraft({ reference: 'K-3-bis', employer }), 'k-3', intake().garage)).status).toBe(201);
  });

  it('used many times at once makes one offer', async () => {
    const draft = sampleDraft({ reference: 'K-4' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => post(draft, 'k-4')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => offerAccepted.parse(body).id)).size).toBe(1);
    const [row] = await intake().harness.dataSource.query(
      `select (select count(*) from offer where reference = 'K-4')::int as offers`,
    );
    expect(row).toEqual({ offers: 1 });
  });

  it('of a refused request may be used again once it is right', async () => {
    expect((await post(sampleDraft({ reference: 'K-5', openings: 0 }), 'k-5')).status).toBe(400);
    expect((await post(sampleDraft({ reference: 'K-5' }), 'k-5')).status).toBe(201);
  });

  it('still gets the first answer when its reference is, of course, taken', async () => {
    const draft = sampleDraft({ reference: 'K-6' });
    const first = await post(draft, 'k-6');
    expect((await post(draft, 'k-6')).body).toEqual(first.body);
    expect((await post(draft, 'k-6-bis')).status).toBe(409);
  });
});
