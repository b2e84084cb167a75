import { createHmac, createHash } from 'node:crypto';

import { sealContact } from '@accord/receipts/sealed-contact';
import { digestOf } from '@accord/receipts/digest';
import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { showable } from './support/showable.js';
import { show, World } from './support/world.js';

const contact = { email: 'CANARY-mail@canary.invalid', contactName: 'CANARY Le Goff' };

describe('the contact in an offer', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
    await world.register({ partner: 'emploi-public' });
  });
  afterAll(() => world.stop());

  /** An offer with a sealed contact, and its key. */
  function sealedOffer(keyId: string) {
    const offerId = uuid();
    const key = world.keys.addKey(keyId);
    const sealed = sealContact(contact, { keyId, key }, { offerId, revision: 1 });
    return { offerId, key, view: showable(offerId, { apply: { contactRole: 'Gérante', sealed } }) };
  }
  const attemptOf = async (offerId: string): Promise<Record<string, unknown>> => {
    const [attempt]: Record<string, unknown>[] = await world.publisher.dataSource.query(
      'select * from attempt where offer_id = $1',
      [offerId],
    );
    return attempt ?? {};
  };
  const textOf = (offerId: string): string => world.sink.of('emploi-public', offerId)[0]?.text ?? '';

  it('is opened where the agreement lets it go along, and the body is marked under the offer’s key', async () => {
    const { offerId, key, view } = sealedOffer('key-1');
    await world.decide(offerId, view, show('emploi-public', 1, true));
    await world.until(offerId, 'emploi-public', 'sent');
    const body: unknown = JSON.parse(textOf(offerId));
    expect(body).toMatchObject({ data: { offer: { apply: { contactRole: 'Gérante', ...contact } } } });
    expect(textOf(offerId)).not.toContain('sealed');
    expect(await attemptOf(offerId)).toMatchObject({
      digest: digestOf(view),
      mapping: 'canonical-json@1',
      body_hmac: createHmac('sha256', key).update(textOf(offerId)).digest(),
      body_sha256: null,
      result: 'received',
      status: 202,
      number: 1,
    });
  });

  it('stays sealed where it may not go along: its key is not even asked for', async () => {
    const { offerId, view } = sealedOffer('key-2');
    await world.decide(offerId, view, show('emploi-public', 1, false));
    await world.until(offerId, 'emploi-public', 'sent');
    expect(textOf(offerId)).not.toMatch(/CANARY|sealed/);
    expect(world.keys.contactAsks).not.toContain('key-2');
    expect(await attemptOf(offerId)).toMatchObject({
      body_hmac: null,
      body_sha256: createHash('sha256').update(textOf(offerId)).digest(),
    });
  });

  it('is left out once its key was erased', async () => {
    const { offerId, view } = sealedOffer('key-3');
    world.keys.contactKeys.set('key-3', null);
    await world.decide(offerId, view, show('emploi-public', 1, true));
    await world.until(offerId, 'emploi-public', 'sent');
    expect(textOf(offerId)).not.toMatch(/CANARY|sealed/);
  });

  it('holds the offer back, with its permit closed, while intake cannot give the key', async () => {
    const { offerId, view } = sealedOffer('key-4');
    await world.keys.withoutContactKeys(async () => {
      await world.decide(offerId, view, show('emploi-public', 1, true));
      await eventually(() =>
        expect(world.consent.asks.filter((ask) => ask.offerId === offerId).length).toBeGreaterThan(1),
      );
      expect(world.sink.of('emploi-public', offerId)).toEqual([]);
      expect(await world.row(offerId, 'emploi-public')).toMatchObject({ attempts: 0, may_hold: false });
    });
    await world.until(offerId, 'emploi-public', 'sent');
    expect(textOf(offerId)).toContain('CANARY');
    await eventually(() => expect(world.consent.openPermits).toEqual([]));
  });

  it('that cannot be opened is never sent, and someone is told', async () => {
    const { offerId, view } = sealedOffer('key-5');
    world.keys.addKey('key-5');
    await world.decide(offerId, view, show('emploi-public', 1, true));
    await world.until(offerId, 'emploi-public', 'failing');
    expect(await world.row(offerId, 'emploi-public')).toMatchObject({ reason: 'contact-sealed', attempts: 0 });
    expect(world.sink.of('emploi-public', offerId)).toEqual([]);
    expect(world.publisher.log.of('posting.unsendable')).toContainEqual(
      expect.objectContaining({ level: 'error', offerId }),
    );
  });

  it('is nowhere in our log or our tables', async () => {
    expect(world.publisher.log.text).not.toContain('CANARY');
    const tables: { name: string }[] = await world.publisher.dataSource.query(
      `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
         and not relispartition`,
    );
    for (const { name } of tables) {
      const found: unknown[] = await world.publisher.dataSource.query(
        `select from "${name}" t where t::text ilike '%canary%' limit 1`,
      );
      expect({ name, found: found.length }).toEqual({ name, found: 0 });
    }
  });
});
