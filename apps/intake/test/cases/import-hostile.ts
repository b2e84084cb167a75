import { Readable } from 'node:stream';

import { adminDatabaseUrl } from '@accord/testing/environment';
import { DataSource } from 'typeorm';

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
