import { v7 as uuid } from 'uuid';

import { decidePermits } from '../src/domain/permit-gate.js';
import { PermitGateStore } from '../src/permits/permit-gate.store.js';
import { answersOf, P, Q, shown } from './gate-cases.js';
import { ProtocolUnderTest } from './protocol-under-test.js';

const closedBefore = [{ answer: 'refusal', rule: 'attempt-closed' }];

describe('a permit on PostgreSQL', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  const asked = async () => {
    const about = await shown(protocol);
    return { ...about, item: await protocol.item(about.offerId, P) };
  };

  it('asked for again is the same, proof included; by another session it is none', async () => {
    const { session, item } = await asked();
    const [first] = await protocol.asked(session, item);
    expect(first).toMatchObject({ answer: 'permit' });
    expect(await protocol.asked(session, item)).toEqual([first]);
    expect(await protocol.asked(await protocol.session(), item)).toMatchObject(closedBefore);
  });

  it('asked for again at the same time is one permit', async () => {
    const { offerId, session, item } = await asked();
    const answers = (await Promise.all(Array.from({ length: 6 }, () => protocol.asked(session, item)))).flat();
    expect(answers.filter(({ answer }) => answer === 'permit').length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ answer }) => answer !== 'refusal')).toBe(true);
    expect(await protocol.one('select count(*)::int as count from open_permit where offer_id = $1', [offerId])).toEqual(
      {
        count: 1,
      },
    );
  });

  it('whose closing came first is refused', async () => {
    const { session, item } = await asked();
    expect(await protocol.close(session, item.attempt)).toEqual([item.attempt]);
    expect(await protocol.asked(session, item)).toMatchObject(closedBefore);
    expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([{ answer: 'permit' }]);
  });

  it('whose closing comes while it is being opened is closed', async () => {
    const { session, item } = await asked();
    const opened = Promise.withResolvers<void>();
    const commit = Promise.withResolvers<void>();
    const asking = protocol.inTx(async (tx) => {
      const answers = await decidePermits(new PermitGateStore(tx, 'skip'), { session, items: [item] }, { epoch: 0 });
      opened.resolve();
      await commit.promise;
      return answers;
    });
    await opened.promise;
    const closing = protocol.close(session, item.attempt);
    await protocol.waits(closing);
    commit.resolve();
    expect(answersOf(await asking)).toEqual(['permit']);
    expect(await closing).toEqual([item.attempt]);
    expect(await protocol.one('select 1 as open from open_permit where permit = $1', [item.attempt])).toBeUndefined();
  });

  it('that is closed frees its posting, and its id for ever', async () => {
    const { session, item } = await asked();
    await protocol.asked(session, item);
    expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([
      { answer: 'retry', because: 'in-flight' },
    ]);
    await protocol.close(session, item.attempt);
    expect(await protocol.asked(session, item)).toMatchObject(closedBefore);
    expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([{ answer: 'permit' }]);
  });

  it('is for the version that is wanted now', async () => {
    const { session, item } = await asked();
    for (const version of [item.version - 1, item.version + 1, 0])
      expect(await protocol.asked(session, { ...item, attempt: uuid(), version })).toMatchObject([
        { because: 'other-version' },
      ]);
    expect(await protocol.asked(session, { ...item, attempt: uuid(), kind: 'remove' })).toMatchObject([
      { rule: 'not-wanted' },
    ]);
  });

  it('is refused where what it is about is not known', async () => {
    const { session, item } = await asked();
    expect(await protocol.asked(session, { ...item, attempt: uuid(), offerId: uuid() })).toMatchObject([
      { answer: 'refusal' },
    ]);
    expect(await protocol.asked(session, { ...item, attempt: uuid(), partner: 'nobody' })).toMatchObject([
      { rule: 'partner-unknown' },
    ]);
    expect(await protocol.asked(uuid(), item)).toMatchObject([{ rule: 'session-unknown' }]);
  });

  it('of many asks in whatever order never deadlocks', async () => {
    const owned = await Promise.all([1, 2, 3].map(() => shown(protocol)));
    const pairs = owned.flatMap(({ offerId }) => [P, Q].map((partner) => ({ offerId, partner })));
    for (let round = 0; round < 15; round += 1) {
      await Promise.all(
        owned.map(async ({ session }, at) => {
          const turned = at % 2 === 0 ? pairs : [...pairs].reverse();
          const items = await Promise.all(turned.map(({ offerId, partner }) => protocol.item(offerId, partner)));
          const answers = await protocol.asked(session, ...items);
          const open = answers.filter(({ answer }) => answer === 'permit').map(({ attempt }) => attempt);
          if (open.length > 0) await protocol.close(session, ...open.reverse());
        }),
      );
    }
    expect(
      await protocol.one('select count(*)::int as count from open_permit where offer_id = any($1)', [
        owned.map(({ offerId }) => offerId),
      ]),
    ).toEqual({ count: 0 });
  });
});
