import { contactKeys } from '@accord/contracts/internal/keys';
import { offerRevised } from '@accord/contracts/events/offer-revised';
import { unsealContact } from '@accord/receipts/sealed-contact';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { intake, submitted, viewOf } from '../intake-harness.js';
import { sampleDraft } from '../sample-draft.js';

const canary = uuid();
const contact = {
  email: `canary-email-${canary}@canary.invalid`,
  contactName: `Canary-Name-${canary}`,
  phone: '+33 1 99 00 42 17',
};
const needles = Object.values(contact).flatMap((value) => [
  value,
  Buffer.from(value).toString('base64').replaceAll('=', ''),
  Buffer.from(value).toString('hex'),
  encodeURIComponent(value),
]);
const found = (text: string): string[] => needles.filter((needle) => text.includes(needle));

/** Everything on the topic, keys and headers included. */
const sent = (): string =>
  intake()
    .topics.told.map(({ key, value, headers }) => [key, value, ...Object.values(headers)].map(String).join(' '))
    .join('\n');

/** Every row of every table of the service, as text. */
async function everything(): Promise<string> {
  const db = intake().harness.dataSource;
  const tables: { name: string }[] = await db.query(
    `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const texts = await Promise.all(
    tables.map(async ({ name }) => {
      const rows: { text: string }[] = await db.query(`select t::text as text from "${name}" t`);
      return rows.map(({ text }) => text).join('\n');
    }),
  );
  return texts.join('\n');
}

describe('a contact', () => {
  let id: string;
  beforeAll(async () => {
    id = (
      await submitted(intake().bakery, { reference: 'CANARY', apply: { ...contact, url: 'https://jobs.example/1' } })
    ).id;
    const draft = sampleDraft({ reference: 'CANARY', openings: 2, apply: { ...contact } });
    await intake().bakery.put(`/v1/offers/${id}`, draft, { 'if-match': '"1"' });
    await intake().bakery.post('/v1/offers', { ...draft, reference: '', apply: { ...contact, fax: contact.phone } });
    const line = JSON.stringify(sampleDraft({ reference: 'CANARY-BULK', apply: { ...contact } }));
    await intake().bakery.post('/v1/offers/bulk', `${line}\n`, { 'content-type': 'application/x-ndjson' });
    await eventually(() => expect(sent()).toContain('CANARY-BULK'));
  });

  it('is readable for its employer', async () => {
    expect((await viewOf(intake().bakery, id)).offer.apply).toMatchObject(contact);
  });

  it('stands in no table, no event and no log', async () => {
    expect(sent()).toContain('https://jobs.example/1');
    expect(found(sent())).toEqual([]);
    const stored = await everything();
    expect(stored).toContain('CANARY-BULK');
    expect(found(stored)).toEqual([]);
    expect(intake().harness.log.text).toContain('http.request');
    expect(found(intake().harness.log.text)).toEqual([]);
  });

  it('opens with the key that a service of ours asks for, and the asking is recorded', async () => {
    const publisher = intake().harness.asService('publisher');
    const strange = uuid();
    const answer = await publisher.post('/internal/v1/contact-keys', {
      keyIds: [id, strange, 'x'],
      purpose: 'delivery',
    });
    expect(answer.status).toBe(200);
    const { keys } = contactKeys.parse(answer.body);
    expect(keys.map(({ keyId, key }) => [keyId, key === null])).toEqual([
      [id, false],
      [strange, true],
      ['x', true],
    ]);
    for (const record of intake().topics.told) {
      const event = offerRevised.data.parse(JSON.parse(record.value?.toString() ?? ''));
      if (event.offerId !== id || event.offer.apply.sealed === undefined) continue;
      const key = Buffer.from(keys[0]?.key ?? '', 'base64url');
      expect(unsealContact(event.offer.apply.sealed, key, event)).toEqual(contact);
    }
    const uses = await intake().harness.dataSource.query('select service, purpose, key_ids from contact_key_use');
    expect(uses).toEqual([{ service: 'publisher', purpose: 'delivery', key_ids: [id, strange, 'x'] }]);
  });

  it('is for publisher and portal only', async () => {
    const ask = { keyIds: [id], purpose: 'curiosity' };
    for (const service of ['moderation', 'consent', 'partners'])
      expect((await intake().harness.asService(service).post('/internal/v1/contact-keys', ask)).status).toBe(401);
    expect((await intake().bakery.post('/internal/v1/contact-keys', ask)).status).toBe(401);
    expect((await (await intake().harness.as()).post('/internal/v1/contact-keys', ask)).status).toBe(401);
  });

  it('whose key is erased is gone, and the offer stays', async () => {
    await intake().harness.dataSource.query(
      'update contact_key set wrapped = null, erased_at = now() where offer_id = $1',
      [id],
    );
    const answer = await intake()
      .harness.asService('portal')
      .post('/internal/v1/contact-keys', { keyIds: [id], purpose: 'ad' });
    expect(answer.body).toEqual({ keys: [{ keyId: id, key: null }] });
    const view = await viewOf(intake().bakery, id);
    expect(view.reference).toBe('CANARY');
    expect(view.offer.apply).not.toHaveProperty('email');
  });

  it('given anew after that has another key: what was sealed before stays shut', async () => {
    const draft = sampleDraft({ reference: 'CANARY', openings: 3, apply: { ...contact } });
    expect((await intake().bakery.put(`/v1/offers/${id}`, draft, { 'if-match': '"2"' })).status).toBe(200);
    expect((await viewOf(intake().bakery, id)).offer.apply).toMatchObject(contact);
    const answer = await intake()
      .harness.asService('portal')
      .post('/internal/v1/contact-keys', { keyIds: [id], purpose: 'ad' });
    const key = Buffer.from(contactKeys.parse(answer.body).keys[0]?.key ?? '', 'base64url');
    const before = intake()
      .topics.told.map(({ value }) => offerRevised.data.parse(JSON.parse(value?.toString() ?? '')))
      .find(({ offerId, revision }) => offerId === id && revision === 1);
    if (before?.offer.apply.sealed === undefined) throw new Error('the first text had no box');
    const box = before.offer.apply.sealed;
    expect(() => unsealContact(box, key, before)).toThrow();
  });

  it('leaves no trace of a look that can be wiped away', async () => {
    const wipe = intake().harness.dataSource.query('delete from contact_key_use');
    await expect(wipe).rejects.toThrow(/permission denied/);
  });
});

describe('offers of others', () => {
  it.each([
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['POST', '/suspension'],
    ['DELETE', '/suspension'],
    ['POST', '/filling'],
    ['DELETE', '/filling'],
    ['POST', '/renewal'],
    ['GET', '/stop'],
    ['GET', '/revisions'],
  ])('%s …%s answers as if there were none, and changes nothing', async (method, path) => {
    const mine = await submitted(intake().bakery);
    const draft = sampleDraft({ reference: `OTHER-${uuid()}`, employer: { siret: '00010002400017', name: 'Garage' } });
    const send = (id: string) =>
      intake().garage.send(method, `/v1/offers/${id}${path}`, {
        headers: { 'if-match': '"1"' },
        ...(method === 'PUT' && { body: draft }),
      });
    const [others, none] = [await send(mine.id), await send(uuid())];
    expect(others.status).toBe(404);
    expect({ ...Object(others.body), instance: '' }).toEqual({ ...Object(none.body), instance: '' });
    expect(await viewOf(intake().bakery, mine.id)).toMatchObject({ state: 'submitted', revision: 1 });
  });

  it('stand in no list of mine', async () => {
    const { id } = await submitted(intake().bakery, { reference: 'MINE' });
    for (const path of ['/v1/offers?limit=200', '/v1/offers?reference=MINE'])
      expect(JSON.stringify((await intake().garage.get(path)).body)).not.toContain(id);
  });

  it.each(['moderator', 'partner', 'operator', 'jobseeker'] as const)('are closed to a %s', async (role) => {
    const { id } = await submitted(intake().bakery);
    const client = await intake().harness.as({ id: '000100016', role });
    expect((await client.get(`/v1/offers/${id}`)).status).toBe(403);
    expect((await client.post('/v1/offers', sampleDraft({ reference: `ROLE-${role}` }))).status).toBe(403);
  });

  it('are closed without a token', async () => {
    const nobody = await intake().harness.as();
    for (const path of ['/v1/offers', `/v1/offers/${uuid()}`, `/v1/imports/${uuid()}`])
      expect((await nobody.get(path)).status).toBe(401);
  });

  it('are closed to an employer whose token names no establishment of the offer', async () => {
    const other = await intake().harness.as({ id: '000100016', role: 'employer', sirets: ['00010001600021'] });
    expect((await other.post('/v1/offers', sampleDraft({ reference: 'OTHER-SIRET' }))).status).toBe(403);
  });
});
