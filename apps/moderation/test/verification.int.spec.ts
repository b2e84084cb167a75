import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { bakery, cleanOffer, doubtful, ModerationUnderTest, ofEmployer, tooLowPaid } from './moderation-harness.js';

describe('the verification of an offer', () => {
  let moderation: ModerationUnderTest;
  beforeAll(async () => {
    moderation = await ModerationUnderTest.start();
  });
  afterAll(() => moderation.stop());
  beforeEach(() => moderation.register.knows(bakery));

  const query = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    moderation.harness.dataSource.query(sql, values);

  it('approves a clean one by machine, at once, and tells so', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'approved 1');
    await eventually(async () => {
      expect(await moderation.told(id)).toEqual([
        expect.objectContaining({
          offerId: id,
          version: 1,
          revision: 1,
          verdict: 'approved',
          takeDown: false,
          findings: [],
          decidedBy: 'machine',
          policyVersion: expect.any(String),
          approvedRevision: 1,
        }),
      ]);
    });
    const kept = await query('select register from verdict where offer_id = $1', [id]);
    expect(kept).toEqual([
      { register: { kind: 'found', siret: bakery, open: true, legalUnitActive: true, naf: '10.71C' } },
    ]);
  });

  it('is woken by the event, and waits for no poll', async () => {
    const times: number[] = [];
    for (let each = 0; each < 5; each += 1) {
      const start = performance.now();
      await moderation.said(await moderation.submitted(), 'approved 1');
      times.push(performance.now() - start);
    }
    expect(Math.max(...times)).toBeLessThan(1_000);
    expect(Math.min(...times)).toBeLessThan(400);
  });

  it.each([
    ['pay below the minimum wage', tooLowPaid, 'changesRequested', '/pay/min'],
    ['a promise that the law forbids', doubtful, 'inReview', '/description'],
    ['an employer the register does not know', ofEmployer('80746931700018'), 'rejected', '/employer/siret'],
    ['check digits that are wrong', ofEmployer('00010001600014'), 'changesRequested', '/employer/siret'],
  ])('says of %s what is wrong and where', async (_, offer, verdict, pointer) => {
    const id = await moderation.submitted(offer);
    await moderation.said(id, `${verdict} 1`);
    const [word] = await query('select findings, take_down, approved_revision from verdict where offer_id = $1', [id]);
    expect(word).toMatchObject({ approved_revision: null });
    expect(JSON.stringify(word)).toContain(`"pointer":"${pointer}"`);
  });

  it('does not ask the register about a number that cannot exist', async () => {
    const before = moderation.register.asked.length;
    await moderation.said(await moderation.submitted(ofEmployer('00010001600014')), 'changesRequested 1');
    expect(moderation.register.asked).toHaveLength(before);
  });

  it('takes everything down when the employer is gone', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'approved 1');
    moderation.register.answers(200, { siret: bakery, state: 'closed', unitState: 'active', closedOn: '2026-10-31' });
    await moderation.revised({ offerId: id, version: 2, revision: 2 });
    await moderation.said(id, 'approved 1', 'rejected 2');
    const words = await query('select take_down, approved_revision from verdict where offer_id = $1 order by version', [
      id,
    ]);
    expect(words).toEqual([
      { take_down: false, approved_revision: 1 },
      { take_down: true, approved_revision: null },
    ]);
    moderation.register.answers(200, { siret: bakery, state: 'open', unitState: 'ceased' });
    await moderation.said(await moderation.submitted(), 'rejected 1');
  });

  it('leaves what was approved on show when an edit must change', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'approved 1');
    await moderation.revised({ offerId: id, version: 2, revision: 2, offer: tooLowPaid });
    await moderation.said(id, 'approved 1', 'changesRequested 2');
    await moderation.revised({ offerId: id, version: 3, revision: 3 });
    await moderation.said(id, 'approved 1', 'changesRequested 2', 'approved 3');
    const words = await query('select approved_revision from verdict where offer_id = $1 order by version', [id]);
    expect(words.map((word) => word['approved_revision'])).toEqual([1, 1, 3]);
  });

  it('verifies a text once, whatever is done with the offer', async () => {
    const id = await moderation.submitted();
    await moderation.said(id, 'approved 1');
    await moderation.revised(
      { offerId: id, version: 2, intent: 'suspended' },
      { offerId: id, version: 3, intent: 'show' },
    );
    await moderation.said(await moderation.submitted(), 'approved 1');
    await moderation.settled();
    await moderation.said(id, 'approved 1');
  });

  it('is not moved by duplicates, late, reordered and replayed events', async () => {
    const id = uuid();
    const first = moderation.recordOf({ offerId: id });
    const second = moderation.recordOf({ offerId: id, version: 2, revision: 2, offer: tooLowPaid });
    await moderation.raw.write([second]);
    await moderation.said(id, 'changesRequested 2');
    await moderation.raw.write([first, second, first, second]);
    await moderation.revised({ offerId: id, version: 3, revision: 3 });
    await moderation.said(id, 'changesRequested 2', 'approved 3');
    await moderation.settled();

    const before = await query('select * from verdict order by offer_id, version');
    const [{ schema }] = await moderation.harness.dataSource.query('select current_schema() as schema');
    await moderation.harness.stopService();
    await moderation.harness.adminQuery(`update ${schema}.stored_offset set next = 0 where topic = 'offer.revisions'`);
    await moderation.harness.startAgain();
    const late = await moderation.submitted();
    await moderation.said(late, 'approved 1');
    await moderation.settled();
    const after = await query('select * from verdict where offer_id <> $1 order by offer_id, version', [late]);
    expect(after).toEqual(before);
  });

  it('says nothing about a text that a newer one has overtaken', async () => {
    const id = uuid();
    const waiting = moderation.register.keepsWaiting();
    await moderation.revised({ offerId: id });
    await eventually(() => expect(waiting.count()).toBe(1));
    await moderation.revised({ offerId: id, version: 2, revision: 2, offer: ofEmployer('80746931700018') });
    await eventually(async () =>
      expect(await query('select revision from pending_verification where offer_id = $1', [id])).toEqual([
        { revision: 2 },
      ]),
    );
    await eventually(() => expect(waiting.count()).toBe(2));
    moderation.register.knows(bakery);
    waiting.answer();
    await moderation.said(id, 'rejected 2');
  });

  it('lets no offer wait for another whose employer the register is slow to answer about', async () => {
    const waiting = moderation.register.keepsWaiting();
    const slow = await moderation.submitted(ofEmployer('80746931700018'));
    await eventually(() => expect(waiting.count()).toBe(1));
    moderation.register.knows(bakery);
    await moderation.said(await moderation.submitted(), 'approved 1');
    await moderation.said(slow);
    waiting.answer();
    await moderation.said(slow, 'rejected 1');
  });

  it('holds no transaction open while it asks the register', async () => {
    const waiting = moderation.register.keepsWaiting();
    const id = await moderation.submitted();
    await eventually(() => expect(waiting.count()).toBe(1));
    const [{ role }] = await moderation.harness.dataSource.query('select current_user as role');
    const open = await moderation.harness.adminQuery(
      `select query from pg_stat_activity where usename = $1 and state = 'idle in transaction' and now() - xact_start > '100 ms'`,
      [role],
    );
    expect(open).toEqual([]);
    moderation.register.knows(bakery);
    waiting.answer();
    await moderation.said(id, 'approved 1');
  });

  it('does no more for an offer that is withdrawn', async () => {
    const id = await moderation.submitted(doubtful);
    await moderation.said(id, 'inReview 1');
    await moderation.revised({ offerId: id, version: 2, intent: 'withdrawn', reason: 'employer' });
    await eventually(async () =>
      expect(await query('select state from review where offer_id = $1', [id])).toEqual([{ state: 'superseded' }]),
    );
    const waiting = moderation.register.keepsWaiting();
    const other = await moderation.submitted();
    await eventually(() => expect(waiting.count()).toBe(1));
    const pending = () => query('select 1 from pending_verification where offer_id = $1', [other]);
    await eventually(async () => expect(await pending()).toHaveLength(1));
    await moderation.revised({ offerId: other, version: 2, intent: 'withdrawn' });
    await eventually(async () => expect(await pending()).toEqual([]));
    moderation.register.knows(bakery);
    waiting.answer();
    await moderation.said(await moderation.submitted(), 'approved 1');
    expect(await moderation.words(other)).toEqual([]);
  });

  it('forgets the text of an erased offer, tells so, and lets no replay bring it back', async () => {
    const id = await moderation.submitted(doubtful);
    await moderation.said(id, 'inReview 1');
    await moderation.raw.write([moderation.record(id, 2, null)]);
    await eventually(async () => expect(await moderation.told(id)).toEqual([expect.anything(), null]));
    expect(await query('select offer from verification where offer_id = $1', [id])).toEqual([{ offer: null }]);
    const unseen = uuid();
    await moderation.raw.write([moderation.record(unseen, 2, null)]);
    await moderation.revised({ offerId: id }, { offerId: unseen });
    await moderation.said(await moderation.submitted(), 'approved 1');
    await moderation.settled();
    await moderation.said(id, 'inReview 1');
    await moderation.said(unseen);
  });

  it('sets an event aside that breaks its contract, and goes on', async () => {
    const broken = uuid();
    await moderation.raw.write([
      moderation.record(broken, 1, Buffer.from('{"offerId":1}')),
      moderation.record(broken, 2, Buffer.from('no json')),
    ]);
    await moderation.said(await moderation.submitted(), 'approved 1');
    await eventually(async () =>
      expect(await query('select reason from dead_letter where key_text = $1 order by id', [broken])).toEqual([
        { reason: 'breaks-contract' },
        { reason: 'not-json' },
      ]),
    );
  });

  it('keeps verdicts as they were given: the service itself cannot change one', async () => {
    await expect(query(`update verdict set verdict = 'approved'`)).rejects.toThrow('permission denied');
    await expect(query('delete from verdict')).rejects.toThrow('permission denied');
    await expect(query('delete from audit_entry')).rejects.toThrow('permission denied');
  });

  it('says nothing of an offer’s text in its log', async () => {
    await moderation.said(await moderation.submitted({ ...cleanOffer, title: 'CANARY-TITLE boulanger' }), 'approved 1');
    expect(moderation.harness.log.text).not.toContain('CANARY-TITLE');
    expect(moderation.harness.log.of('offer.not-verified')).toEqual([]);
  });
});
