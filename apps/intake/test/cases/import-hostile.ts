import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { adminDatabaseUrl } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import { DataSource } from 'typeorm';

import { ImportStore } from '../../src/import/import.store.js';
import { MOST_LINES, MOST_UNREADABLE_IN_A_ROW } from '../../src/import/reading.js';
import { importView } from '../../src/import/receipt.js';
import { imported, outcomes, upload } from '../bulk-client.js';
import { intake } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const line = (reference: string, change: object = {}): string =>
  `${JSON.stringify(sampleDraft({ reference, ...change }))}\n`;
const viewOf = (importId: string, query = '') => intake().bakery.read(`/v1/imports/${importId}${query}`, importView);
const sent = (body: string) => upload(Readable.from([body], { objectMode: false }));

describe('a record that the database cannot store', () => {
  const owner = new DataSource({ type: 'postgres', url: adminDatabaseUrl });
  let schema = '';
  beforeAll(async () => {
    [{ schema }] = await intake().harness.dataSource.query('select current_schema as schema');
    await owner.initialize();
    await owner.query(`
      create function "${schema}".refuse_hostile() returns trigger language plpgsql as $$
      begin
        if new.reference like 'HOSTILE-%' then raise exception 'value out of range' using errcode = '22003'; end if;
        return new;
      end $$;
      create trigger refuse_hostile before insert on "${schema}".offer
        for each row execute function "${schema}".refuse_hostile()`);
  });
  afterAll(async () => {
    await owner.query(`drop function "${schema}".refuse_hostile cascade`);
    await owner.destroy();
  });

  it('is refused alone, and its receipt says what and where', async () => {
    const references = Array.from({ length: 130 }, (_, n) =>
      n === 3 || n === 77 || n === 120 ? `HOSTILE-${n}` : `GOOD-${n}`,
    );
    const import1 = await sent(references.map((reference) => line(reference)).join(''));
    const receipts = await import1.all();
    expect(outcomes(receipts)).toEqual(
      references.map((reference, n) => `${n + 1} ${reference.startsWith('GOOD') ? 'created' : 'cannot-be-stored'}`),
    );
    expect(receipts[3]).toMatchObject({ line: 4, reference: 'HOSTILE-3' });
    expect(receipts[3]?.findings[0]?.message.en).toContain('a number is out of range (SQLSTATE 22003)');
    const view = await viewOf(import1.importId, '?limit=1000');
    expect(view).toMatchObject({ state: 'complete', items: receipts });
  });

  it('names the field of its file', async () => {
    const csv = `reference;intitule;description;code_rome;siret;entreprise;code_postal;ville;type_contrat;experience
HOSTILE-CSV;Boulanger (H/F);Vous préparez et cuisez pains et viennoiseries.;D1102;00010001600013;Fournil;35000;Rennes;CDI;débutant
GOOD-CSV;Boulanger (H/F);Vous préparez et cuisez pains et viennoiseries.;D1102;00010001600013;Fournil;35000;Rennes;CDI;débutant\n`;
    const receipts = await imported(csv, 'text/csv');
    expect(outcomes(receipts)).toEqual(['2 cannot-be-stored', '3 created']);
  });
});

describe('a file of what cannot be read', () => {
  it('ends after so many in a row, and says why and where, though its sender goes on', async () => {
    async function* garbage(): AsyncGenerator<string> {
      yield line('BEFORE-GARBAGE');
      for (let n = 0; n < 1_000; n += 1) yield '{}\n'.repeat(1_000);
    }
    const { importId, all } = await upload(Readable.from(garbage(), { objectMode: false }));
    const receipts = await all();
    expect(receipts.length).toBe(1 + MOST_UNREADABLE_IN_A_ROW + 1);
    expect(receipts[0]).toMatchObject({ status: 'created', reference: 'BEFORE-GARBAGE' });
    const at = MOST_UNREADABLE_IN_A_ROW + 2;
    expect(receipts.at(-1)).toMatchObject({ line: at, findings: [{ rule: 'INPUT-TOO-MANY-UNREADABLE' }] });
    const view = await viewOf(importId, '?limit=1000');
    expect(view).toMatchObject({
      state: 'interrupted',
      endedEarly: { line: at, rule: 'INPUT-TOO-MANY-UNREADABLE', message: { en: expect.stringContaining('in a row') } },
    });
    expect(view.items).toEqual(receipts.slice(0, 1_000));
  });

  it('may have lines whose numbers are as great as can be kept', async () => {
    const { importId, all } = await sent(line('LAST-LINE'));
    await all();
    const receipt = { line: MOST_LINES, reference: null, status: 'refused' as const, findings: [] };
    const store = new ImportStore(intake().harness.dataSource);
    await store.addReceipts(intake().harness.dataSource, importId, { first: MOST_LINES, receipts: [receipt] });
    expect((await viewOf(importId)).items.at(-1)).toEqual(receipt);
  });
});

describe('a connection', () => {
  const many = (name: string, count: number) => Array.from({ length: count }, (_, n) => line(`${name}-${n}`)).join('');
  const gzip = { 'content-encoding': 'gzip' };
  const withoutChecksum = (bytes: Buffer) => bytes.fill(0, bytes.length - 8, bytes.length - 4);

  it('whose sender stops is ended: what came has its receipts, and the file can be sent again', async () => {
    const body = new PassThrough();
    body.write(`${many('IDLE', 3)}{"reference":"IDLE-3",`);
    const { importId, answer, all } = await upload(body);
    const receipts = await all();
    expect(outcomes(receipts)).toEqual(['1 created', '2 created', '3 created', '4 timed-out']);
    expect(await viewOf(importId)).toMatchObject({
      state: 'interrupted',
      endedEarly: { line: 4, rule: 'INPUT-TIMED-OUT' },
      items: receipts,
    });
    expect(answer.complete).toBe(true);
    body.destroy();
    expect(outcomes(await imported(many('IDLE', 4), 'application/x-ndjson'))).toEqual([
      ...['1 unchanged', '2 unchanged', '3 unchanged', '4 created'],
    ]);
  });

  it('that drips a byte at a time is read as any other', async () => {
    async function* drips(): AsyncGenerator<Buffer> {
      for (const byte of Buffer.from(many('DRIP', 2))) {
        yield Buffer.from([byte]);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const { all } = await upload(Readable.from(drips(), { objectMode: false }));
    expect(outcomes(await all())).toEqual(['1 created', '2 created']);
  });

  it('that is lost inside a record leaves that record undone', async () => {
    const body = new PassThrough();
    body.write(`${many('MID', 2)}${line('MID-2').slice(0, 100)}`);
    const { importId, answer, receipts } = await upload(body);
    const coming = receipts();
    for (let n = 0; n < 2; n += 1) await coming.next();
    answer.destroy();
    body.destroy();
    await eventually(async () => expect(await viewOf(importId)).toMatchObject({ state: 'interrupted' }));
    const view = await viewOf(importId);
    expect(view.items.map(({ reference, status }) => `${reference} ${status}`)).toEqual([
      'MID-0 created',
      'MID-1 created',
    ]);
    expect(view.endedEarly).toBeUndefined();
  });

  it('brings gzip in several members as one', async () => {
    const members = Buffer.concat([gzipSync(many('MEMBER', 2)), gzipSync(line('MEMBER-2')), gzipSync('')]);
    const receipts = await imported(members, 'application/x-ndjson', { headers: gzip });
    expect(outcomes(receipts)).toEqual(['1 created', '2 created', '3 created']);
  });

  it.each<[string, Buffer, string]>([
    ['rubbish behind a member', Buffer.concat([gzipSync(line('RUBBISH')), Buffer.from('rubbish')]), '1 not-gzip'],
    ['a checksum that is wrong', withoutChecksum(gzipSync(line('CRC'))), '1 not-gzip'],
    [
      'a member that breaks off',
      Buffer.concat([gzipSync(line('OFF')), gzipSync(line('OFF-2')).subarray(0, 12)]),
      '1 created,2 truncated',
    ],
  ])(
    'brings gzip with %s: what was read is done, and the last receipt says why no more was',
    async (_name, bytes, expected) => {
      const receipts = await imported(bytes, 'application/x-ndjson', { headers: gzip });
      expect(outcomes(receipts).join(',')).toBe(expected);
    },
  );

  it('brings a record of 5 MB, in gzip, among good ones', async () => {
    const body = `${line('FIVE-1')}${line('FIVE-2', { description: 'x'.repeat(5_000_000) })}${line('FIVE-3')}`;
    const receipts = await imported(gzipSync(body, { level: 0 }), 'application/x-ndjson', { headers: gzip });
    expect(outcomes(receipts)).toEqual(['1 created', '2 payload-too-large', '3 created']);
  });
});
