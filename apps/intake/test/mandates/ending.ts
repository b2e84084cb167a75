import { Readable } from 'node:stream';

import { eventually } from '@accord/testing/eventually';

import { mandateView } from '../../src/mandates/bodies.js';
import { upload } from '../bulk-client.js';
import { EventSource } from '../event-source.js';
import { intake, problemOf, submitted, viewOf } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';
import { agency, asAgency, endAll, FOR_BAKERY, granted, submittedForBakery } from './support.js';

const line = (reference: string, change: object = {}) => `${JSON.stringify(sampleDraft({ reference, ...change }))}\n`;
const asks = async (body: Readable) =>
  upload(body, { ...FOR_BAKERY, authorization: `Bearer ${await intake().harness.issuer.tokenFor(agency)}` });

describe('a mandate that ended', () => {
  beforeEach(async () => {
    await endAll();
    intake().consent.mode = 'stopped';
  });

  it('allows nothing more, and the answer says since when and what to do', async () => {
    const { id: mandate } = await granted();
    const { id } = await submittedForBakery();
    const end = await (await asAgency()).post(`/v1/mandates/${mandate}/end`, { reason: 'Poste pourvu' });
    const { ended } = mandateView.parse(end.body);
    expect(ended).toMatchObject({ role: 'agent', reason: 'Poste pourvu' });
    const client = await asAgency();
    const asked = [
      await client.post('/v1/offers', sampleDraft({ reference: 'LATE' }), FOR_BAKERY),
      await client.post(`/v1/offers/${id}/suspension`, {}, FOR_BAKERY),
      await client.get(`/v1/offers/${id}`, FOR_BAKERY),
      await client.get(`/v1/offers`, FOR_BAKERY),
      await client.post('/v1/offers/bulk', line('LATE'), { ...FOR_BAKERY, 'content-type': 'application/x-ndjson' }),
    ];
    for (const answer of asked) {
      expect(answer.status).toBe(403);
      expect(problemOf(answer)).toMatchObject({
        type: expect.stringContaining('mandate-required'),
        mandate: { id: mandate, state: 'ended', endedAt: ended?.at },
        errors: [{ code: 'mandate-ended', message: expect.stringContaining('another one') }],
      });
    }
  });

  it('leaves its offers where they are: they are the employer’s', async () => {
    const { id: mandate } = await granted();
    const { id } = await submittedForBakery();
    await intake().bakery.post(`/v1/mandates/${mandate}/end`);
    expect((await viewOf(intake().bakery, id)).state).toBe('submitted');
    expect(intake().consent.about(id)).toEqual([]);
    expect((await intake().bakery.delete(`/v1/offers/${id}`)).status).toBe(200);
  });

  it('ends with its last day in Paris', async () => {
    const { id } = await granted();
    const lastDay = (days: number) =>
      intake().harness.dataSource.query(
        `update mandate set starts_on = '2020-01-01', ends_on = (now() at time zone 'Europe/Paris')::date + $2::int
          where id = $1`,
        [id, days],
      );
    await lastDay(0);
    await submittedForBakery();
    await lastDay(-1);
    const answer = await (await asAgency()).get('/v1/offers', FOR_BAKERY);
    expect(problemOf(answer)).toMatchObject({ status: 403, errors: [{ code: 'mandate-ended' }] });
  });

  it('followed by another one gives the agency its offers back', async () => {
    const first = await granted();
    const { id, reference } = await submittedForBakery();
    await intake().bakery.post(`/v1/mandates/${first.id}/end`);
    const second = await granted();
    const client = await asAgency();
    const draft = sampleDraft({ reference, openings: 2 });
    const headers = { ...FOR_BAKERY, 'if-match': '"1"' };
    expect((await client.put(`/v1/offers/${id}`, draft, headers)).status).toBe(200);
    expect((await viewOf(intake().bakery, id)).offer.mandate?.id).toBe(second.id);
  });

  it('ends an import under way: what is left is refused', async () => {
    const { id: mandate } = await granted();
    const body = new Readable({ read: () => undefined });
    body.push(line('IMP-1'));
    const running = await asks(body);
    const receipts = running.receipts();
    expect((await receipts.next()).value).toMatchObject({ status: 'created' });
    await intake().bakery.post(`/v1/mandates/${mandate}/end`);
    body.push(line('IMP-2'));
    body.push(null);
    expect((await receipts.next()).value).toMatchObject({
      reference: 'IMP-2',
      status: 'refused',
      findings: [{ rule: expect.any(String) }],
    });
  });

  it('waits for what is being written, and nothing is written after it', async () => {
    const { id: mandate } = await granted();
    const db = intake().harness.dataSource;
    let ending: Promise<unknown> = Promise.resolve();
    let answered = false;
    await db.transaction(async (tx) => {
      await tx.query('select from mandate where id = $1 for share', [mandate]);
      ending = intake()
        .bakery.post(`/v1/mandates/${mandate}/end`)
        .then(() => (answered = true));
      await eventually(async () => {
        const waiting: unknown[] = await db.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%update mandate%'
              and usename = current_user`,
        );
        expect(waiting).not.toEqual([]);
      });
      expect(answered).toBe(false);
    });
    await ending;
    expect((await (await asAgency()).get('/v1/offers', FOR_BAKERY)).status).toBe(403);
  });

  it('ends what its agent is told', async () => {
    const { id: mandate } = await granted();
    const { id } = await submittedForBakery();
    const stream = await EventSource.open(id, { as: agency, headers: FOR_BAKERY });
    const own = await EventSource.open(id);
    await eventually(() => expect(stream.types).toEqual(['offer.submitted']));
    await intake().bakery.post(`/v1/mandates/${mandate}/end`);
    await intake().bakery.post(`/v1/offers/${id}/suspension`);
    await eventually(() => expect(own.types).toContain('offer.stopped'));
    expect(stream.types).toEqual(['offer.submitted']);
    for (const one of [stream, own]) one.close();
  });
});

describe('an import under a mandate', () => {
  beforeEach(endAll);

  it('makes, changes and removes the agent’s offers, and touches no other', async () => {
    await granted();
    const own = await submitted(intake().bakery, { reference: 'EMPLOYERS-OWN' });
    const first = await (await asks(Readable.from([line('MINE-1'), line('MINE-2')]))).all();
    expect(first.map(({ status }) => status)).toEqual(['created', 'created']);
    const removal = (reference: string) => `${JSON.stringify({ reference, remove: true })}\n`;
    const lines = [line('MINE-1', { openings: 2 }), removal('MINE-2'), line('EMPLOYERS-OWN'), removal('EMPLOYERS-OWN')];
    const second = await (await asks(Readable.from(lines))).all();
    expect(second.map(({ status }) => status)).toEqual(['revised', 'withdrawn', 'refused', 'refused']);
    expect(JSON.stringify(second)).not.toContain(own.id);
    expect((await viewOf(intake().bakery, own.id)).revision).toBe(1);
    const [event] = await intake().harness.dataSource.query(
      `select data->>'by' as by from offer_event where offer_id = $1 and type = 'offer.withdrawn'`,
      [first[1]?.id],
    );
    expect(event).toEqual({ by: agency.id });
  });

  it('does what its acts allow, record by record', async () => {
    await granted({ acts: ['submit'] });
    const first = await (await asks(Readable.from([line('ONLY-1')]))).all();
    expect(first[0]?.status).toBe('created');
    const second = await (await asks(Readable.from([line('ONLY-1', { openings: 2 }), line('ONLY-2')]))).all();
    expect(second.map(({ status }) => status)).toEqual(['refused', 'created']);
  });

  it('has receipts for its sender and the employer, not the other way round', async () => {
    await granted();
    const { importId, all } = await asks(Readable.from([line('RECEIPT')]));
    await all();
    const client = await asAgency();
    expect((await client.get(`/v1/imports/${importId}`, FOR_BAKERY)).status).toBe(200);
    expect((await intake().bakery.get(`/v1/imports/${importId}`)).status).toBe(200);
    expect((await client.get(`/v1/imports/${importId}`)).status).toBe(404);
    const own = await upload(Readable.from([line('OWN-RECEIPT')]));
    await own.all();
    expect((await client.get(`/v1/imports/${own.importId}`, FOR_BAKERY)).status).toBe(404);
  });
});
