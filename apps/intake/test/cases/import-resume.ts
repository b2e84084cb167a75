import { PassThrough } from 'node:stream';

import { eventually } from '@accord/testing/eventually';

import { importView, type ImportReceipt } from '../../src/import/receipt.js';
import { imported, upload } from '../bulk-client.js';
import { intake } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const item = (n: number) => JSON.stringify(sampleDraft({ reference: `RES-${n}` }));
const whole = `[${Array.from({ length: 250 }, (_, n) => item(n)).join(',')}]`;
const viewAt = (path: string) => intake().bakery.read(path, importView);

describe('receipts of an import', () => {
  it('of records that stand in one line are each kept, in order', async () => {
    const body = new PassThrough();
    body.end(`[${[1, 2, 3].map((n) => JSON.stringify(sampleDraft({ reference: `ONE-${n}` }))).join(',')}]`);
    const sent = await upload(body, { 'content-type': 'application/json' });
    const receipts = await sent.all();
    expect(receipts.map(({ line, reference }) => `${line} ${reference}`)).toEqual(['1 ONE-1', '1 ONE-2', '1 ONE-3']);
    expect((await viewAt(`/v1/imports/${sent.importId}`)).items).toEqual(receipts);
  });

  it('are read on from where the connection was lost, and the same file sent again does the rest', async () => {
    const body = new PassThrough();
    body.write(whole.slice(0, Math.floor(whole.length / 2)));
    const sent = await upload(body, { 'content-type': 'application/json' });
    const got: ImportReceipt[] = [];
    for await (const receipt of sent.receipts()) {
      got.push(receipt);
      if (got.length === 40) break;
    }
    sent.answer.destroy();
    body.destroy();
    const path = `/v1/imports/${sent.importId}`;
    await eventually(async () => expect((await viewAt(path)).state).toBe('interrupted'));

    const { items: rest } = await viewAt(`${path}?after=${got.length}&limit=1000`);
    expect(rest.length).toBeGreaterThan(0);
    const done = [...got, ...rest].map(({ reference, status }) => `${reference} ${status}`);
    expect(done).toEqual(done.map((_, n) => `RES-${n} created`));
    const after = await viewAt(`${path}?after=${done.length}`);
    expect(after.items).toEqual([]);

    const again = await imported(whole, 'application/json');
    expect(again.map(({ status }) => status)).toEqual([
      ...done.map(() => 'unchanged'),
      ...Array.from({ length: 250 - done.length }, () => 'created'),
    ]);
  });

  it('come in pages, from a number or a cursor', async () => {
    const body = new PassThrough();
    body.end(whole);
    const sent = await upload(body, { 'content-type': 'application/json' });
    const all = await sent.all();
    const path = `/v1/imports/${sent.importId}`;
    const first = await viewAt(`${path}?after=10&limit=100`);
    const second = await viewAt(`${path}?limit=100&cursor=${first.next}`);
    const third = await viewAt(`${path}?limit=100&cursor=${second.next}`);
    expect([...first.items, ...second.items, ...third.items]).toEqual(all.slice(10));
    expect(third.next).toBeUndefined();
    expect((await intake().bakery.get(`${path}?after=-1`)).status).toBe(400);
  });

  it('written before they were numbered are read in the order of their lines', async () => {
    const id = '0198c0de-0000-7000-8000-000000000001';
    const { dataSource } = intake().harness;
    await dataSource.query(
      `insert into import (id, holder, ended_at, outcome) values ($1, '000100016', now(), 'complete')`,
      [id],
    );
    for (const line of [7, 2, 5]) {
      const receipt = { line, reference: null, status: 'refused', findings: [] };
      await dataSource.query('insert into import_receipt (import_id, line, receipt) values ($1, $2, $3)', [
        id,
        line,
        receipt,
      ]);
    }
    const { items } = await viewAt(`/v1/imports/${id}?after=2`);
    expect(items.map(({ line }) => line)).toEqual([5, 7]);
  });
});
