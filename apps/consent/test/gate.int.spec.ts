import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { decideOffers } from '../src/decide/decide-offers.js';
import { decidePermits } from '../src/domain/permit-gate.js';
import { PermitGateStore } from '../src/permits/permit-gate.store.js';
import { haltOf, ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

const P = 'emploi-public';
const Q = 'jobs-prive';
const employers = ['000100016', '000100024', '000100032'];
const settled = async (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([work.then(() => true), new Promise<boolean>((late) => setTimeout(late, 150, false))]);

describe('the gate and the stop, two sessions of PostgreSQL stepped', () => {
  let protocol: ProtocolUnderTest;
  let owner = 0;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  /** An offer of an employer of its own, which one clause lets everyone show. */
  const shown = async (change: Readonly<Record<string, unknown>> = {}) => {
    const employer = `1001${String((owner += 1)).padStart(5, '0')}`;
    const offerId = await protocol.offerOnShow(employer);
    const agreement = await protocol.clause(change, [offerId], employer);
    return { employer, offerId, agreement, session: await protocol.session() };
  };
  const answerOf = (answers: { judged: { answer: string } }[]) => answers.map(({ judged }) => judged.answer);

  describe('an ask that holds its rows', () => {
    it.each(['halts', 'clauses', 'postings', 'clock', 'open'])(
      'is waited for by a stop, before %s, and is on its list',
      async (call) => {
        const { employer, offerId, agreement, session } = await shown();
        const stepper = new Stepper();
        const halt = stepper.haltBefore(call);
        const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper);
        await halt.reached;
        const stop = withdrawalOf(agreement, employer);
        const stopping = protocol.steppedStop(stop, new Stepper());
        expect(await settled(stopping)).toBe(false);
        halt.go();
        expect(answerOf(await asking)).toEqual(['permit']);
        expect(await stopping).toEqual({ kind: 'applied', waitsFor: 1 });
        expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
      },
    );
  });

  describe('an ask that comes while a stop holds the row', () => {
    it('is turned away, and refused once the stop is committed', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const stepper = new Stepper();
      const halt = stepper.haltBefore('record');
      const stopping = protocol.steppedStop(withdrawalOf(agreement, employer), stepper);
      await halt.reached;
      const item = await protocol.item(offerId, P);
      expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'retry', because: 'locked' }]);
      halt.go();
      await stopping;
      expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'refusal', rule: 'no-agreement' }]);
    });
    it('that waits for its lock reads the change', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const stepper = new Stepper();
      const halt = stepper.haltBefore('record');
      const stopping = protocol.steppedStop(withdrawalOf(agreement, employer), stepper);
      await halt.reached;
      const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], new Stepper(), { mode: 'wait' });
      expect(await settled(asking)).toBe(false);
      halt.go();
      await stopping;
      expect((await asking).map(({ judged }) => judged)).toMatchObject([{ answer: 'refusal', rule: 'no-agreement' }]);
    });
    it('with five locked answers behind it waits for its turn', async () => {
      const { employer, offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      const lock = protocol.db.createQueryRunner();
      await lock.startTransaction();
      await lock.query('select 1 from holder where holder_id = $1 for no key update', [employer]);
      for (let at = 0; at < 5; at += 1)
        expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'retry', because: 'locked' }]);
      const started = performance.now();
      expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'retry', because: 'locked' }]);
      expect(performance.now() - started).toBeGreaterThan(190);
      const waiting = protocol.asked(session, item);
      await lock.commitTransaction();
      await lock.release();
      expect(await waiting).toMatchObject([{ answer: 'permit' }]);
    });
  });

  describe('an ask that was on its way before a stop', () => {
    it.each(['holdSession', 'holdPartners', 'holdHolders'])(
      'and had not its locks (before %s) reads the change',
      async (call) => {
        const { employer, offerId, agreement, session } = await shown();
        const stepper = new Stepper();
        const halt = stepper.haltBefore(call);
        const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper);
        await halt.reached;
        expect(await protocol.steppedStop(withdrawalOf(agreement, employer), new Stepper())).toMatchObject({
          waitsFor: 0,
        });
        halt.go();
        expect((await asking).map(({ judged }) => judged)).toMatchObject([{ answer: 'refusal', rule: 'no-agreement' }]);
      },
    );
    it('is turned away by an intent that is committed meanwhile', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const stepper = new Stepper();
      const halt = stepper.haltBefore('holdOffers');
      const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper);
      await halt.reached;
      const stop = withdrawalOf(agreement, employer);
      await protocol.intents.declare(stop);
      halt.go();
      expect((await asking).map(({ judged }) => judged)).toMatchObject([{ answer: 'retry', because: 'stop-intended' }]);
      await protocol.stops.finish(stop);
    });
    it.each(['partner', 'holder', 'offer'] as const)('reads a halt of its %s', async (kind) => {
      const { employer, offerId, session } = await shown();
      const stepper = new Stepper();
      const halt = stepper.haltBefore('holdSession');
      const asking = protocol.steppedAsk(session, [await protocol.item(offerId, Q)], stepper);
      await halt.reached;
      const stop = {
        ...haltOf(kind, { partner: Q, holder: employer, offer: offerId }[kind]),
        ...(kind !== 'partner' && { holder: employer }),
      };
      await protocol.stops.execute(stop);
      halt.go();
      const [answer] = await asking;
      expect(answer?.judged.answer).not.toBe('permit');
      expect(await protocol.asked(session, await protocol.item(offerId, Q))).not.toMatchObject([
        { answer: 'permit', kind: 'show' },
      ]);
      await protocol.stops.execute({ ...stop, id: uuid(), change: { kind: 'lift', setBy: 'operator' } });
    });
  });

  describe('a stop', () => {
    it('waits for what is open, and only for that', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const items = [await protocol.item(offerId, P), await protocol.item(offerId, Q)];
      await protocol.asked(session, ...items);
      const stop = withdrawalOf(agreement, employer);
      await protocol.stops.execute(stop);
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 2 });
      await protocol.close(session, items[0]?.attempt ?? '');
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
      await protocol.close(session, items[1]?.attempt ?? '');
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: expect.any(Date), open: 0 });
    });
    it('is not ended by closings under way that did not see its list', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const item = await protocol.item(offerId, P);
      await protocol.asked(session, item);
      const stepper = new Stepper();
      const halt = stepper.haltBefore('record');
      const stop = withdrawalOf(agreement, employer);
      const stopping = protocol.steppedStop(stop, stepper);
      await halt.reached;
      const closing = protocol.close(session, item.attempt);
      expect(await settled(closing)).toBe(false);
      halt.go();
      await Promise.all([stopping, closing]);
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: expect.any(Date), open: 0 });
    });
    it('lists what names the withdrawn clause, though another allows the pair; a later grant shortens no list', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const item = await protocol.item(offerId, P);
      await protocol.asked(session, item);
      await protocol.clause({ audience: { kind: 'partners', partners: [P] } }, [], employer);
      const stop = withdrawalOf(agreement, employer);
      await protocol.stops.execute(stop);
      await protocol.clause({ audience: { kind: 'partners', partners: [P, Q] } }, [offerId], employer);
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
      await protocol.close(session, item.attempt);
      expect(await protocol.stopState(stop.id)).toMatchObject({ effectiveAt: expect.any(Date) });
    });
    it('by a refusal lists what the clauses no longer allow', async () => {
      const { employer, offerId, session } = await shown();
      const items = [await protocol.item(offerId, P), await protocol.item(offerId, Q)];
      await protocol.asked(session, ...items);
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
      expect(
        await protocol.one('select array_agg(partner_id) as partners from stop_permit where stop_id = $1', [stop.id]),
      ).toEqual({ partners: [Q] });
    });
    it('with the same id is the same stop', async () => {
      const { employer, agreement } = await shown();
      const stop = withdrawalOf(agreement, employer);
      expect(await protocol.stops.execute(stop)).toMatchObject({ kind: 'applied' });
      const first = await protocol.stopState(stop.id);
      expect(await protocol.stops.execute(stop)).toEqual({ kind: 'known' });
      expect(await protocol.stopState(stop.id)).toEqual(first);
    });
    it('whose instance died after its intent is finished by another', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const stop = withdrawalOf(agreement, employer);
      await protocol.intents.declare(stop);
      expect(await protocol.asked(session, await protocol.item(offerId, P))).toMatchObject([
        { because: 'stop-intended' },
      ]);
      await eventually(async () => {
        await protocol.finishIntents.turn();
        expect(await protocol.stopState(stop.id)).toMatchObject({ effectiveAt: expect.any(Date) });
      });
      expect(await protocol.one('select 1 as found from stop_intent where stop_id = $1', [stop.id])).toBeUndefined();
    });
    describe('while asks overlap without end', () => {
      /** How many asks got their locks between the stop's beginning and its end, or at most so long. */
      const overtakenBy = async (
        begin: (stop: ReturnType<typeof withdrawalOf>) => Promise<unknown>,
        atMostMs: number,
      ) => {
        const { employer, agreement, offerId } = await shown();
        const sessions = await Promise.all(Array.from({ length: 6 }, () => protocol.session()));
        const item = await protocol.item(offerId, P);
        let goesOn = true;
        let held = 0;
        const asker = async (session: string, at: number): Promise<void> => {
          await new Promise((later) => setTimeout(later, at * 10));
          while (goesOn) {
            const stepper = new Stepper();
            const halt = stepper.haltBefore('clock');
            const asking = protocol.steppedAsk(session, [{ ...item, attempt: uuid() }], stepper);
            const holds = await Promise.race([halt.reached.then(() => true), asking.then(() => false)]);
            if (holds) held += 1;
            await new Promise((later) => setTimeout(later, 40));
            halt.go();
            await asking;
            await protocol.db.query('delete from open_permit where offer_id = $1', [offerId]);
          }
        };
        const asking = sessions.map(asker);
        await eventually(() => expect(held).toBeGreaterThan(12));
        const before = held;
        const stopping = begin(withdrawalOf(agreement, employer));
        await Promise.race([stopping, new Promise((late) => setTimeout(late, atMostMs))]);
        const overtaken = held - before;
        goesOn = false;
        await Promise.all([...asking, stopping]);
        return overtaken;
      };

      it('is not starved: its intent turns them away', async () =>
        expect(await overtakenBy((stop) => protocol.stops.execute(stop), 5_000)).toBeLessThanOrEqual(6));
      it('would be starved without its intent', async () =>
        expect(await overtakenBy((stop) => protocol.steppedStop(stop, new Stepper()), 1_500)).toBeGreaterThan(12));
    });
    it('that overlaps another, so that each alone left a pair allowed, is made up for by the decision that sees both', async () => {
      const { employer, offerId, agreement, session } = await shown({
        offers: 'filter',
        filter: { occupations: ['D11'] },
      });
      const item = await protocol.item(offerId, P);
      await protocol.asked(session, item);
      // The clause ends behind the stop's back, as if it had been committed after the stop had read.
      await protocol.db.query(`update clause set ended_as = 'lapsed', ended_at = now() where clause_id = $1`, [
        agreement,
      ]);
      await protocol.inTx(async (tx) => {
        await tx.query('select 1 from offer where offer_id = $1 for no key update', [offerId]);
        await decideOffers(tx, [offerId]);
      });
      const stop = await protocol.one(
        `select stop_id, effective_at from stop where because = 'changes-overlapped' and scope_id = $1`,
        [offerId],
      );
      expect(stop).toMatchObject({ effective_at: null });
      await protocol.close(session, item.attempt);
      expect(await protocol.stopState(String(stop?.['stop_id']))).toMatchObject({ effectiveAt: expect.any(Date) });
    });
  });

  describe('a permit', () => {
    it('asked for again is the same, proof included; by another session it is none', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      const [first] = await protocol.asked(session, item);
      expect(first).toMatchObject({ answer: 'permit' });
      expect(await protocol.asked(session, item)).toEqual([first]);
      expect(await protocol.asked(await protocol.session(), item)).toMatchObject([
        { answer: 'refusal', rule: 'attempt-closed' },
      ]);
    });
    it('asked for again at the same time is one permit', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      const answers = (await Promise.all(Array.from({ length: 6 }, () => protocol.asked(session, item)))).flat();
      expect(answers.filter(({ answer }) => answer === 'permit').length).toBeGreaterThanOrEqual(1);
      expect(answers.every(({ answer }) => answer !== 'refusal')).toBe(true);
      expect(
        await protocol.one('select count(*)::int as count from open_permit where offer_id = $1', [offerId]),
      ).toEqual({ count: 1 });
    });
    it('whose closing came first is refused', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      expect(await protocol.close(session, item.attempt)).toEqual([item.attempt]);
      expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'refusal', rule: 'attempt-closed' }]);
      expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([{ answer: 'permit' }]);
    });
    it('whose closing comes while it is being opened is closed', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
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
      expect(await settled(closing)).toBe(false);
      commit.resolve();
      expect(answerOf(await asking)).toEqual(['permit']);
      expect(await closing).toEqual([item.attempt]);
      expect(await protocol.one('select 1 as open from open_permit where permit = $1', [item.attempt])).toBeUndefined();
    });
    it('that is closed frees its posting, and its id for ever', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      await protocol.asked(session, item);
      expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([
        { answer: 'retry', because: 'in-flight' },
      ]);
      await protocol.close(session, item.attempt);
      expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'refusal', rule: 'attempt-closed' }]);
      expect(await protocol.asked(session, { ...item, attempt: uuid() })).toMatchObject([{ answer: 'permit' }]);
    });
    it('is for the version that is wanted now', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      for (const version of [item.version - 1, item.version + 1, 0])
        expect(await protocol.asked(session, { ...item, attempt: uuid(), version })).toMatchObject([
          { because: 'other-version' },
        ]);
      expect(await protocol.asked(session, { ...item, attempt: uuid(), kind: 'remove' })).toMatchObject([
        { rule: 'not-wanted' },
      ]);
    });
    it('to remove takes the posting’s slot, needs no agreement, and waits for the request before it', async () => {
      const { employer, offerId, agreement, session } = await shown();
      const show = await protocol.item(offerId, P);
      await protocol.asked(session, show);
      await protocol.stops.execute(withdrawalOf(agreement, employer));
      await protocol.inTx(async (tx) => {
        await tx.query('select 1 from offer where offer_id = $1 for no key update', [offerId]);
        await decideOffers(tx, [offerId]);
      });
      const removal = await protocol.item(offerId, P);
      expect(removal.kind).toBe('remove');
      expect(await protocol.asked(session, removal)).toMatchObject([{ answer: 'retry', because: 'in-flight' }]);
      await protocol.close(session, show.attempt);
      expect(await protocol.asked(session, { ...removal, attempt: uuid() })).toEqual([
        { answer: 'permit', attempt: expect.any(String), kind: 'remove' },
      ]);
    });
    it('of a window that closes between the ask and the clock is none; with now() it would be one', async () => {
      const ask = async (store?: (tx: ConstructorParameters<typeof PermitGateStore>[0]) => PermitGateStore) => {
        const { offerId, session } = await shown({ until: new Date(Date.now() + 600).toISOString() });
        const stepper = new Stepper();
        const halt = stepper.haltBefore('clock');
        const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper, { store });
        await halt.reached;
        await new Promise((later) => setTimeout(later, 700));
        halt.go();
        return answerOf(await asking);
      };
      expect(await ask()).toEqual(['refusal']);
      class StartOfTransaction extends PermitGateStore {
        constructor(private readonly db: ConstructorParameters<typeof PermitGateStore>[0]) {
          super(db, 'skip');
        }
        override async clock(): Promise<Date> {
          const rows: { now: Date }[] = await this.db.query('select now()');
          return rows[0]?.now ?? new Date(0);
        }
      }
      expect(await ask((tx) => new StartOfTransaction(tx))).toEqual(['permit']);
    });
    it('of many asks in whatever order never deadlocks', async () => {
      const owned = await Promise.all(employers.map(() => shown()));
      const sessions = await Promise.all(owned.map(() => protocol.session()));
      const pairs = owned.flatMap(({ offerId }) => [P, Q].map((partner) => ({ offerId, partner })));
      for (let round = 0; round < 15; round += 1) {
        await Promise.all(
          sessions.map(async (session, at) => {
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
    it('is refused where what it is about is not known', async () => {
      const { offerId, session } = await shown();
      const item = await protocol.item(offerId, P);
      expect(await protocol.asked(session, { ...item, attempt: uuid(), offerId: uuid() })).toMatchObject([
        { answer: 'refusal' },
      ]);
      expect(await protocol.asked(session, { ...item, attempt: uuid(), partner: 'nobody' })).toMatchObject([
        { rule: 'partner-unknown' },
      ]);
      expect(await protocol.asked(uuid(), item)).toMatchObject([{ rule: 'session-unknown' }]);
    });
  });

  describe('a session', () => {
    it('that is fenced lets no queued ask through', async () => {
      const { offerId, session } = await shown();
      const stepper = new Stepper();
      const halt = stepper.haltBefore('holdSession');
      const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper);
      await halt.reached;
      await protocol.fencing.execute(session, { kind: 'operator', operator: 'ops', word: 'the machine burned down' });
      halt.go();
      expect((await asking).map(({ judged }) => judged)).toMatchObject([{ answer: 'refusal', rule: 'session-fenced' }]);
    });
    it('is fenced after the ask that holds it, whose permit closes two seconds later, and ends the stop', async () => {
      const { employer, offerId, agreement } = await shown();
      const process = { host: 'test', boot: 'boot', pid: 4_711, startTime: '77' };
      const { session } = await protocol.opening.execute(process);
      const item = await protocol.item(offerId, P);
      const stepper = new Stepper();
      const halt = stepper.haltBefore('open');
      const asking = protocol.steppedAsk(session, [item], stepper);
      await halt.reached;
      const fencing = protocol.fencing.execute(session, { kind: 'deadProcess', process });
      expect(await settled(fencing)).toBe(false);
      halt.go();
      expect(answerOf(await asking)).toEqual(['permit']);
      const { fencedAt, closesAt, permits } = await fencing;
      expect(permits).toBe(1);
      expect(closesAt.getTime() - fencedAt.getTime()).toBe(2_000);
      const stop = withdrawalOf(agreement, employer);
      await protocol.stops.execute(stop);
      await protocol.closeFenced.turn();
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
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
      const { employer, offerId, agreement, session } = await shown();
      await protocol.asked(session, await protocol.item(offerId, P));
      const stop = withdrawalOf(agreement, employer);
      await protocol.stops.execute(stop);
      await protocol.db.query(`update session set opened_at = opened_at - interval '30 days' where session_id = $1`, [
        session,
      ]);
      await protocol.closeFenced.turn();
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
    });
    it('of an earlier epoch gives no permits and holds back every stop, until its process renews it', async () => {
      const process = { host: 'test', boot: 'boot', pid: 4_714, startTime: '77' };
      const { employer, offerId, agreement } = await shown();
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
      await protocol.db.query('update consent_state set epoch = 0');
    });
  });

  it('what was entered in the ledger, and what was agreed to, cannot be changed by the service', async () => {
    for (const sql of [
      'update ledger_entry set epoch = 9',
      'delete from ledger_entry',
      'truncate ledger_entry',
      'drop table ledger_entry',
      `update wording set body = ''`,
      'delete from wording',
    ])
      await expect(protocol.db.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  });
});
