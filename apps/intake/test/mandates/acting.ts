import { offerRevised } from '@accord/contracts/events/offer-revised';
import { eventually } from '@accord/testing/eventually';

import { offerAccepted, offerList, revisionList } from '../../src/answers.js';
import { intake, problemOf, submitted, viewOf } from '../intake-harness.js';
import { bakery, dayIn, sampleDraft } from '../sample-draft.js';
import { agency, asAgency, declared, endAll, FOR_BAKERY, granted, submittedForBakery } from './support.js';

const submit = async (draft: object = {}, headers: Record<string, string> = FOR_BAKERY) =>
  (await asAgency()).post('/v1/offers', sampleDraft({ reference: `T-${Math.random()}`, ...draft }), headers);

describe('who acts for an employer', () => {
  beforeEach(async () => {
    await endAll();
    intake().consent.mode = 'stopped';
  });

  it('makes offers of the employer, which record the mandate, and nobody but the employer may agree on', async () => {
    const mandate = await granted();
    const { id } = await submittedForBakery();
    const recorded = { holderSiren: agency.id, kind: 'agency', id: mandate.id };
    expect((await viewOf(intake().bakery, id)).offer.mandate).toEqual(recorded);
    const told = await eventually(() => {
      const record = intake().topics.told.find(({ key }) => key?.toString() === id);
      return offerRevised.data.parse(JSON.parse(String(record?.value)));
    });
    expect(told).toMatchObject({ holder: bakery.id, offer: { mandate: recorded } });
  });

  it('and what it wrote is seen by the employer, who can change it; each revision names its writer', async () => {
    await granted();
    const { id, reference } = await submittedForBakery();
    const draft = sampleDraft({ reference, title: 'Boulanger de nuit' });
    expect((await intake().bakery.put(`/v1/offers/${id}`, draft, { 'if-match': '"1"' })).status).toBe(200);
    const client = await asAgency();
    const renewal = { closesOn: dayIn(90) };
    expect((await client.post(`/v1/offers/${id}/renewal`, renewal, FOR_BAKERY)).status).toBe(200);
    const { items } = await intake().bakery.read(`/v1/offers/${id}/revisions`, revisionList);
    expect(items.map(({ by }) => by)).toEqual([agency.id, bakery.id, agency.id]);
    for (const { offer } of items) expect(offer.mandate?.holderSiren).toBe(agency.id);
    const [event] = await intake().harness.dataSource.query(
      `select data->>'by' as by from offer_event where offer_id = $1 and type = 'offer.renewed'`,
      [id],
    );
    expect(event).toEqual({ by: agency.id });
  });

  it('sees and touches the offers made under its mandate alone', async () => {
    await granted();
    const own = await submitted(intake().bakery);
    const made = await submittedForBakery();
    const client = await asAgency();
    const listed = await client.send('GET', '/v1/offers?limit=200', { headers: FOR_BAKERY });
    const ids = offerList.parse(listed.body).items.map(({ id }) => id);
    expect(ids).toContain(made.id);
    expect(ids).not.toContain(own.id);
    const at = `/v1/offers/${own.id}`;
    const asked = [
      await client.get(at, FOR_BAKERY),
      await client.get(`${at}/revisions`, FOR_BAKERY),
      await client.get(`${at}/revisions/1`, FOR_BAKERY),
      await client.get(`${at}/events`, FOR_BAKERY),
      await client.get(`${at}/stop`, FOR_BAKERY),
      await client.put(at, sampleDraft(), { ...FOR_BAKERY, 'if-match': '"1"' }),
      await client.post(`${at}/renewal`, {}, FOR_BAKERY),
      await client.post(`${at}/suspension`, {}, FOR_BAKERY),
      await client.delete(`${at}/suspension`, undefined, FOR_BAKERY),
      await client.post(`${at}/filling`, {}, FOR_BAKERY),
      await client.delete(at, undefined, FOR_BAKERY),
    ];
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 404));
    expect((await client.get(`/v1/offers/${made.id}`)).status).toBe(404);
    expect((await viewOf(intake().bakery, own.id)).state).toBe('submitted');
  });

  it('learns that a reference is taken, not by which offer of the employer', async () => {
    await granted();
    const own = await submitted(intake().bakery, { reference: 'TAKEN-BY-EMPLOYER' });
    const answer = await submit({ reference: 'TAKEN-BY-EMPLOYER' });
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body)).not.toContain(own.id);
  });

  it('has its own Idempotency-Keys', async () => {
    await granted();
    const draft = sampleDraft({ reference: 'SAME-KEY' });
    const first = await intake().bakery.post('/v1/offers', draft, { 'idempotency-key': 'shared' });
    const second = await submit({ reference: 'SAME-KEY' }, { ...FOR_BAKERY, 'idempotency-key': 'shared' });
    expect([first.status, second.status]).toEqual([201, 409]);
    expect(JSON.stringify(second.body)).not.toContain(offerAccepted.parse(first.body).id);
  });

  it.each([
    ['submit', ['revise', 'stop']],
    ['revise', ['submit', 'stop']],
    ['stop', ['submit', 'revise']],
  ])('may not %s where its mandate is for %j', async (act, acts) => {
    await granted();
    const { id, reference } = await submittedForBakery();
    await endAll();
    await granted({ acts });
    const client = await asAgency();
    const put = await client.put(`/v1/offers/${id}`, sampleDraft({ reference, openings: 2 }), {
      ...FOR_BAKERY,
      'if-match': '"1"',
    });
    const answers = {
      submit: await submit(),
      revise: put,
      stop: await client.post(`/v1/offers/${id}/suspension`, {}, FOR_BAKERY),
    };
    expect(Object.entries(answers).map(([name, { status }]) => [name, status === 403])).toEqual(
      Object.keys(answers).map((name) => [name, name === act]),
    );
  });

  it('hires for the establishments of its mandate alone', async () => {
    await granted({ sirets: [bakery.sirets[1]] });
    const at = (siret: string) => submit({ employer: { siret, name: 'Fournil des Remparts' } });
    expect((await at(bakery.sirets[1])).status).toBe(201);
    const other = await at(bakery.sirets[0]);
    expect(other.status).toBe(403);
    expect(problemOf(other).errors[0]).toMatchObject({ pointer: '/employer/siret' });
    await endAll();
    await granted();
    expect((await at(bakery.sirets[0])).status).toBe(201);
    expect((await at(agency.sirets[0])).status).toBe(403);
  });

  it('touches no offer of an establishment that its mandate no longer names, by an import neither', async () => {
    await granted();
    const { id, reference } = await submittedForBakery();
    await endAll();
    await granted({ sirets: [bakery.sirets[1]] });
    const client = await asAgency();
    const at = `/v1/offers/${id}`;
    const moved = sampleDraft({ reference, employer: { siret: bakery.sirets[1], name: 'Fournil des Remparts' } });
    const asked = [
      await client.put(at, moved, { ...FOR_BAKERY, 'if-match': '"1"' }),
      await client.post(`${at}/renewal`, { closesOn: dayIn(90) }, FOR_BAKERY),
      await client.post(`${at}/suspension`, {}, FOR_BAKERY),
      await client.delete(`${at}/suspension`, undefined, FOR_BAKERY),
      await client.post(`${at}/filling`, {}, FOR_BAKERY),
      await client.delete(at, undefined, FOR_BAKERY),
    ];
    for (const answer of asked)
      expect(problemOf(answer)).toMatchObject({ status: 403, errors: [{ code: 'establishment-not-covered' }] });
    const lines = [moved, { reference, remove: true }];
    for (const line of lines) {
      const headers = { ...FOR_BAKERY, 'content-type': 'application/x-ndjson' };
      const { body } = await client.post('/v1/offers/bulk', `${JSON.stringify(line)}\n`, headers);
      expect(JSON.stringify(body)).toContain('refused');
    }
    expect(await viewOf(intake().bakery, id)).toMatchObject({ revision: 1, state: 'submitted' });
  });

  it('writes no mandate itself but the one there is; the employer neither', async () => {
    const { id, kind } = await granted();
    const ours = { holderSiren: agency.id, kind };
    const byEmployer = await intake().bakery.post('/v1/offers', sampleDraft({ reference: 'FALSE', mandate: ours }), {
      'idempotency-key': 'false-mandate',
    });
    const others = [{ holderSiren: bakery.id }, { kind: 'school' }, { id: 'another' }];
    const wrong = await Promise.all(others.map((change) => submit({ mandate: { ...ours, ...change } })));
    for (const answer of [byEmployer, ...wrong])
      expect(problemOf(answer)).toMatchObject({ status: 400, errors: [{ pointer: '/mandate' }] });
    expect((await submit({ mandate: ours })).status).toBe(201);
    const made = await submit({ mandate: { ...ours, id } });
    expect(made.status).toBe(201);
    // Read and sent back by the employer, it says the same.
    const offerId = offerAccepted.parse(made.body).id;
    const { offer } = await viewOf(intake().bakery, offerId);
    const back = await intake().bakery.put(`/v1/offers/${offerId}`, { ...offer, openings: 2 }, { 'if-match': '"1"' });
    expect(back.status).toBe(200);
  });

  it.each([
    ['nobody’s', {}, 'no-mandate', async () => undefined],
    ['one that waits', {}, 'mandate-pending', () => declared()],
    ['one that begins later', {}, 'mandate-not-yet', () => granted({ startsOn: dayIn(5) })],
  ])('under %s mandate does nothing, and is told why', async (_what, draft, code, prepare) => {
    // Another pair: between bakery and agency there have been some.
    await intake().harness.dataSource.query('delete from mandate');
    await prepare();
    const answer = await submit(draft);
    expect(answer.status).toBe(403);
    expect(problemOf(answer)).toMatchObject({
      type: expect.stringContaining('mandate-required'),
      errors: [{ pointer: '/accord-on-behalf-of', in: 'header', code }],
    });
  });

  it('names the employer by its SIREN', async () => {
    for (const header of ['12', 'bakery', '00010001600013', '000100016,000100024'])
      expect((await submit({}, { 'accord-on-behalf-of': header })).status).toBe(400);
    const self = { employer: { siret: agency.sirets[0], name: 'Agence des Quais' } };
    expect((await submit(self, { 'accord-on-behalf-of': agency.id })).status).toBe(201);
    expect((await submit(self, {})).status).toBe(201);
  });
});
