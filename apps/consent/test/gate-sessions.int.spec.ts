import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { answersOf, askHaltedBefore, judgedOf, P, shown } from './gate-cases.js';
import { ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';

describe('a session on PostgreSQL', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  it('that is fenced lets no queued ask through', async () => {
    const about = await shown(protocol);
    const { asking, go } = await askHaltedBefore(protocol, 'holdSession', about);
    const word = 'the machine burned down';
    await protocol.fencing.execute(about.session, { kind: 'operator', operator: 'ops', word });
    go();
    expect(judgedOf(await asking)).toMatchObject([{ answer: 'refusal', rule: 'session-fenced' }]);
  });

  it('is fenced after the ask that holds it, whose permit closes two seconds later, and ends the stop', async () => {
    const { employer, offerId, agreement } = await shown(protocol);
    const process = { host: 'test', boot: 'boot', pid: 4_711, startTime: '77' };
    const { session } = await protocol.opening.execute(process);
    const { asking, go } = await askHaltedBefore(protocol, 'open', { session, offerId });
    const fencing = protocol.fencing.execute(session, { kind: 'deadProcess', process });
    await protocol.waits(fencing);
    go();
    expect(answersOf(await asking)).toEqual(['permit']);
    const { fencedAt, closesAt, permits } = await fencing;
    expect(permits).toBe(1);
    expect(closesAt.getTime() - fencedAt.getTime()).toBe(2_000);
    const stop = withdrawalOf(agreement, employer);
    await protocol.stops.execute(stop);
    await eventually(async () => {
      await protocol.closeFenced.turn();
      expect(await protocol.stopState(stop.id)).toMatchObject({ open: 0 });
    });
    const { effectiveAt } = (await protocol.stopState(stop.id)) ?? {};
    expect(effectiveAt?.getTime()).toBeGreaterThanOrEqual(closesAt.getTime());
  });

  it('is not fenced by word of another process', async () => {
    const process = { host: 'test', boot: 'boot', pid: 4_712, startTime: '77' };
    const { session } = await protocol.opening.execute(process);
    for (const other of [{ host: 'x' }, { boot: 'x' }, { pid: 4_713 }, { startTime: '78' }])
      await expect(
        protocol.fencing.execute(session, { kind: 'deadProcess', process: { ...process, ...other } }),
      ).rejects.toThrow(/another process/);
  });

  it('of a paused process stays open, whatever the time', async () => {
    const { employer, offerId, agreement, session } = await shown(protocol);
    await protocol.asked(session, await protocol.item(offerId, P));
    const stop = withdrawalOf(agreement, employer);
    await protocol.stops.execute(stop);
    for (const [table, column] of [
      ['session', 'opened_at'],
      ['open_permit', 'opened_at'],
    ] as const)
      await protocol.db.query(`update ${table} set ${column} = ${column} - interval '30 days' where session_id = $1`, [
        session,
      ]);
    await protocol.closeFenced.turn();
    await protocol.settling.turn();
    expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
  });

  it('of an earlier epoch gives no permits and holds back every stop, until its process renews it', async () => {
    const process = { host: 'test', boot: 'boot', pid: 4_714, startTime: '77' };
    const { employer, offerId, agreement } = await shown(protocol);
    await protocol.db.query(`update session set state = 'ended' where state = 'open'`);
    const { session } = await protocol.opening.execute(process);
    const item = await protocol.item(offerId, P);
    await protocol.asked(session, item);
    await protocol.db.query('update consent_state set epoch = epoch + 1');
    expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([{ rule: 'session-renew' }]);
    const stop = withdrawalOf(agreement, employer);
    await protocol.stops.execute(stop);
    await protocol.close(session, item.attempt);
    expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 0 });
    await protocol.opening.execute(process);
    await protocol.settling.turn();
    expect(await protocol.stopState(stop.id)).toMatchObject({ effectiveAt: expect.any(Date) });
  });
});
