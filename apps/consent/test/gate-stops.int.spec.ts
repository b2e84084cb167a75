import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { P, Q, shown } from './gate-cases.js';
import { ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

describe('a stop on PostgreSQL', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  /** Both portals are being sent to. */
  const underWay = async () => {
    const about = await shown(protocol);
    const items = [await protocol.item(about.offerId, P), await protocol.item(about.offerId, Q)];
    await protocol.asked(about.session, ...items);
    return { ...about, attempts: items.map(({ attempt }) => attempt) };
  };
  const stopping = (open: number) => ({ effectiveAt: null, open });
  const stopped = { effectiveAt: expect.any(Date), open: 0 };

  it('waits for what is open, and only for that', async () => {
    const { employer, agreement, session, attempts } = await underWay();
    const stop = withdrawalOf(agreement, employer);
    await protocol.stops.execute(stop);
    expect(await protocol.stopState(stop.id)).toEqual(stopping(2));
    await protocol.close(session, attempts[0] ?? '');
    expect(await protocol.stopState(stop.id)).toEqual(stopping(1));
    await protocol.close(session, attempts[1] ?? '');
    expect(await protocol.stopState(stop.id)).toEqual(stopped);
  });

  it('is not ended by closings under way that did not see its list', async () => {
    const { employer, agreement, session, attempts } = await underWay();
    const stepper = new Stepper();
    const halt = stepper.haltBefore('record');
    const stop = withdrawalOf(agreement, employer);
    const stopping = protocol.steppedStop(stop, stepper);
    await halt.reached;
    const closing = protocol.close(session, ...attempts);
    await protocol.waits(closing);
    halt.go();
    await Promise.all([stopping, closing]);
    expect(await protocol.stopState(stop.id)).toEqual(stopped);
  });

  it('lists what names the withdrawn clause, though another allows the pair; a later grant shortens no list', async () => {
    const { employer, offerId, agreement, session, attempts } = await underWay();
    await protocol.clause({ audience: { kind: 'partners', partners: [P] } }, [], employer);
    const stop = withdrawalOf(agreement, employer);
    await protocol.stops.execute(stop);
    await protocol.clause({ audience: { kind: 'partners', partners: [P, Q] } }, [offerId], employer);
    expect(await protocol.stopState(stop.id)).toEqual(stopping(2));
    await protocol.close(session, ...attempts);
    expect(await protocol.stopState(stop.id)).toEqual(stopped);
  });

  it('by a refusal lists what the clauses no longer allow', async () => {
    const { employer } = await underWay();
    const draft = {
      effect: 'refuse' as const,
      offers: 'all' as const,
      audience: { kind: 'partners' as const, partners: [Q] },
      wording: { id: 'refus', version: 1, language: 'fr' as const },
    };
    const hash = 'a'.repeat(64);
    const add = { id: uuid(), holder: employer, draft, wordingDigest: hash, digest: hash, actor: hash };
    const stop = {
      ...withdrawalOf(uuid(), employer),
      because: 'refusal',
      agreement: undefined,
      change: { kind: 'clauses' as const, end: [], begin: [], add },
    };
    await protocol.stops.execute(stop);
    const listed = await protocol.one('select array_agg(partner_id) as ids from stop_permit where stop_id = $1', [
      stop.id,
    ]);
    expect(listed).toEqual({ ids: [Q] });
  });

  it('with the same id is the same stop', async () => {
    const { employer, agreement } = await shown(protocol);
    const stop = withdrawalOf(agreement, employer);
    expect(await protocol.stops.execute(stop)).toMatchObject({ kind: 'applied' });
    const first = await protocol.stopState(stop.id);
    expect(await protocol.stops.execute(stop)).toEqual({ kind: 'known' });
    expect(await protocol.stopState(stop.id)).toEqual(first);
  });

  it('whose instance died after its intent is finished by another', async () => {
    const { employer, offerId, agreement, session } = await shown(protocol);
    const stop = withdrawalOf(agreement, employer);
    await protocol.intents.declare(stop);
    expect(await protocol.asked(session, await protocol.item(offerId, P))).toMatchObject([
      { because: 'stop-intended' },
    ]);
    await eventually(async () => {
      await protocol.finishIntents.turn();
      expect(await protocol.stopState(stop.id)).toEqual(stopped);
    });
    expect(await protocol.one('select 1 as found from stop_intent where stop_id = $1', [stop.id])).toBeUndefined();
  });

  it('that overlaps another, so that each alone left a pair allowed, is made up for by the decision that sees both', async () => {
    const filter = { occupations: ['D11'] };
    const { offerId, agreement, session } = await shown(protocol, { offers: 'filter', filter });
    const item = await protocol.item(offerId, P);
    await protocol.asked(session, item);
    // The clause ends behind the stop's back, as if it had been committed after the stop had read.
    await protocol.db.query(`update clause set ended_as = 'lapsed', ended_at = now() where clause_id = $1`, [
      agreement,
    ]);
    await protocol.decided(offerId);
    const stop = await protocol.one(
      `select stop_id, effective_at from stop where because = 'changes-overlapped' and scope_id = $1`,
      [offerId],
    );
    expect(stop).toMatchObject({ effective_at: null });
    await protocol.close(session, item.attempt);
    expect(await protocol.stopState(String(stop?.['stop_id']))).toEqual(stopped);
  });
});
