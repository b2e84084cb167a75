import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { importView, type ImportReceipt } from '../../src/import/receipt.js';
import { upload } from '../bulk-client.js';
import { intake, submitted, viewOf } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const line = (change: object): string => `${JSON.stringify(sampleDraft(change))}\n`;
const linesOf = (...all: readonly string[]): Readable => Readable.from([all.join('')], { objectMode: false });
const sent = async (...all: readonly string[]): Promise<ImportReceipt[]> => (await upload(linesOf(...all))).all();
const statuses = (receipts: readonly ImportReceipt[]) => receipts.map(({ line: at, status }) => `${at} ${status}`);

beforeEach(() => (intake().consent.mode = 'stopped'));

describe('an import', () => {
  it('answers a receipt for each record, in order', async () => {
    const receipts = await sent(
      line({ reference: 'I-1' }),
      line({ reference: 'I-2', openings: 'two' }),
      '\n',
      'not json\n',
      line({ reference: 'I-3', employer: { siret: '00010002400017', name: 'Garage' } }),
      line({ reference: 'I-4', closesOn: '2020-01-01' }),
      line({ reference: 'I-5' }),
    );
    expect(statuses(receipts)).toEqual(['1 created', '2 refused', '4 refused', '5 refused', '6 refused', '7 created']);
    expect(receipts.map(({ reference }) => reference)).toEqual(['I-1', 'I-2', null, 'I-3', 'I-4', 'I-5']);
    const pointers = receipts.map(({ findings }) => findings[0]?.pointer);
    expect(pointers.slice(1, 5)).toEqual(['/openings', '', '/employer/siret', '/closesOn']);
    for (const { findings, status } of receipts) {
      if (status !== 'refused') continue;
      for (const { message, remedy } of findings)
        expect([message.fr, message.en, remedy.fr, remedy.en]).not.toContain('');
    }
    expect(await viewOf(intake().bakery, receipts[0]?.id ?? '')).toMatchObject({
      reference: 'I-1',
      state: 'submitted',
    });
  });

  it('tells what is unchanged, and revises what is not', async () => {
    const first = await sent(line({ reference: 'U-1' }), line({ reference: 'U-2' }));
    const second = await sent(line({ reference: 'U-1' }), line({ reference: 'U-2', openings: 3 }));
    expect(statuses(second)).toEqual(['1 unchanged', '2 revised']);
    expect(second.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect(await viewOf(intake().bakery, second[1]?.id ?? '')).toMatchObject({ revision: 2, offer: { openings: 3 } });
  });

  it('of a reference twice lets the later see the earlier', async () => {
    const receipts = await sent(
      line({ reference: 'T' }),
      line({ reference: 'T', openings: 2 }),
      line({ reference: 'T', openings: 2 }),
    );
    expect(statuses(receipts)).toEqual(['1 created', '2 revised', '3 unchanged']);
  });

  it('touches an offer that came one by one, and leaves out what it does not name', async () => {
    const named = await submitted(intake().bakery, { reference: 'ONE' });
    const other = await submitted(intake().bakery, { reference: 'OTHER' });
    expect(statuses(await sent(line({ reference: 'ONE', openings: 9 })))).toEqual(['1 revised']);
    expect(await viewOf(intake().bakery, named.id)).toMatchObject({ revision: 2 });
    expect(await viewOf(intake().bakery, other.id)).toMatchObject({ revision: 1, intent: 'show' });
  });

  it('removes what it says to, through the same stop as a withdrawal', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'R-1' });
    const removal = (change: object) => `${JSON.stringify({ reference: 'R-1', remove: true, ...change })}\n`;
    const receipts = await sent(
      removal({ reason: 'filled' }),
      removal({ reference: 'R-none' }),
      removal({ remove: false }),
      removal({ title: 'x' }),
    );
    expect(statuses(receipts)).toEqual(['1 withdrawn', '2 refused', '3 refused', '4 refused']);
    expect(receipts.map(({ findings }) => findings[0]?.pointer)).toEqual([
      undefined,
      '/reference',
      '/remove',
      '/title',
    ]);
    expect(receipts[0]).toMatchObject({ id, stop: `/v1/offers/${id}/stop` });
    await eventually(async () => expect((await viewOf(intake().bakery, id)).stop).toMatchObject({ state: 'stopped' }));
    expect(intake().consent.about(id)).toEqual([
      expect.objectContaining({ intent: 'withdrawn', version: 2, reason: 'filled' }),
    ]);
    expect(statuses(await sent(removal({})))).toEqual(['1 withdrawn']);
    const again = await sent(line({ reference: 'R-1' }));
    expect(again[0]).toMatchObject({ status: 'refused', id, findings: [{ rule: 'INPUT-STATE-FORBIDS' }] });
  });

  it('comes compressed too', async () => {
    const body = Readable.from([gzipSync(line({ reference: 'Z-1' }) + line({ reference: 'Z-2' }))], {
      objectMode: false,
    });
    expect(statuses(await (await upload(body, { 'content-encoding': 'gzip' })).all())).toEqual([
      '1 created',
      '2 created',
    ]);
  });

  it('that breaks off inside gzip keeps what came, and says where to go on', async () => {
    const bytes = gzipSync(Array.from({ length: 400 }, (_, n) => line({ reference: `B-${n}-${uuid()}` })).join(''), {
      level: 0,
    });
    const half = Readable.from([bytes.subarray(0, bytes.length / 2)], { objectMode: false });
    const receipts = await (await upload(half, { 'content-encoding': 'gzip' })).all();
    expect(receipts.at(-1)).toMatchObject({
      status: 'refused',
      line: receipts.length,
      findings: [{ rule: 'INPUT-TRUNCATED' }],
    });
    expect(receipts.length).toBeGreaterThan(100);
    expect(receipts.slice(0, -2).every(({ status }) => status === 'created')).toBe(true);
  });

  it.each([
    ['application/pdf', undefined],
    ['application/x-ndjson', 'br'],
  ])('as %s with coding %s is refused, with what is welcome', async (type, coding) => {
    const headers = { 'content-type': type, ...(coding !== undefined && { 'content-encoding': coding }) };
    const answer = await intake().bakery.post('/v1/offers/bulk', line({}), headers);
    expect(answer.status).toBe(415);
    expect(JSON.stringify(answer.body)).toContain('gzip');
  });

  it('can be read again, page by page, by its employer alone', async () => {
    const upload1 = await upload(linesOf(...Array.from({ length: 25 }, (_, n) => line({ reference: `P-${n}` }))));
    const receipts = await upload1.all();
    const path = `/v1/imports/${upload1.importId}`;
    const first = await intake().bakery.read(`${path}?limit=20`, importView);
    const second = await intake().bakery.read(`${path}?limit=20&cursor=${first.next}`, importView);
    expect([...first.items, ...second.items]).toEqual(receipts);
    expect(second).toMatchObject({ state: 'complete', endedAt: expect.any(String) });
    expect(second.next).toBeUndefined();
    expect((await intake().garage.get(path)).status).toBe(404);
  });

  it('answers while the sender pauses', async () => {
    const body = new PassThrough();
    body.write(line({ reference: 'PAUSE-1' }));
    const receipts = (await upload(body)).receipts();
    expect((await receipts.next()).value).toMatchObject({ reference: 'PAUSE-1', status: 'created' });
    body.end(line({ reference: 'PAUSE-2' }));
    expect((await receipts.next()).value).toMatchObject({ reference: 'PAUSE-2', status: 'created' });
    expect((await receipts.next()).done).toBe(true);
  });

  it('whose connection is lost keeps its receipts', async () => {
    const body = new PassThrough();
    body.write(line({ reference: 'LOST-1' }));
    const { answer, receipts, importId } = await upload(body);
    await receipts().next();
    answer.destroy();
    body.destroy();
    await eventually(async () => {
      const view = await intake().bakery.read(`/v1/imports/${importId}`, importView);
      expect(view).toMatchObject({ state: 'interrupted', items: [{ reference: 'LOST-1', status: 'created' }] });
    });
  });

  it('twice at once makes each offer once', async () => {
    const all = Array.from({ length: 60 }, (_, n) => line({ reference: `C-${n}` }));
    const both = await Promise.all([sent(...all), sent(...all), sent(...all.toReversed())]);
    const created = both.flat().filter(({ status }) => status === 'created');
    expect(created.map(({ reference }) => reference).sort()).toEqual(all.map((_, n) => `C-${n}`).sort());
    expect(both.flat().filter(({ status }) => status !== 'created' && status !== 'unchanged')).toEqual([]);
  });
});

describe('a large import', () => {
  it('of 10,000 records keeps memory flat', async () => {
    async function* many(): AsyncGenerator<string> {
      const description = 'Vous préparez et cuisez les pains et viennoiseries de notre fournil. '.repeat(20);
      for (let n = 0; n < 10_000; n += 1) yield line({ reference: `M-${n % 1_000}`, description });
    }
    const { receipts } = await upload(Readable.from(many(), { objectMode: false }));
    let count = 0;
    const memory: number[] = [];
    for await (const { status } of receipts()) {
      expect(status).toBe(count < 1_000 ? 'created' : 'unchanged');
      if ((count += 1) % 500 === 0) memory.push(process.memoryUsage().rss);
    }
    expect(count).toBe(10_000);
    const early = Math.max(...memory.slice(0, 6));
    expect((Math.max(...memory) - early) / 1_048_576).toBeLessThan(80);
  }, 180_000);

  it('waits for a reader that does not read', async () => {
    const wanted = 12_000;
    async function* refusals(): AsyncGenerator<string> {
      for (let n = 0; n < wanted; n += 100)
        yield `${'{}\n'.repeat(99)}${JSON.stringify({ reference: 'NONE', remove: true })}\n`;
    }
    const { answer, receipts, importId } = await upload(Readable.from(refusals(), { objectMode: false }));
    answer.pause();
    const done = async (): Promise<number> => {
      const rows: { n: number }[] = await intake().harness.dataSource.query(
        'select count(*)::int as n from import_receipt where import_id = $1',
        [importId],
      );
      return rows[0]?.n ?? 0;
    };
    let before = -1;
    const standing = await eventually(
      async () => {
        const now = await done();
        const same = now === before;
        before = now;
        expect(same && now > 0).toBe(true);
        return now;
      },
      { everyMs: 700 },
    );
    expect(standing).toBeLessThan(wanted);
    let count = 0;
    for await (const { status } of receipts()) count += status === 'refused' ? 1 : 0;
    expect(count).toBe(wanted);
  }, 180_000);
});
