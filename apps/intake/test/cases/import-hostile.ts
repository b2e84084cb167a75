import { Readable } from 'node:stream';

import { adminDatabaseUrl } from '@accord/testing/environment';
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
