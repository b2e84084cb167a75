import { eventually } from '@accord/testing/eventually';
import { v7 as uuid } from 'uuid';

import { answersOf, askHaltedBefore, judgedOf, P, Q, shown } from './gate-cases.js';
import { haltOf, ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

const noAgreement = [{ answer: 'refusal', rule: 'no-agreement' }];

describe('the gate and a stop, two sessions of PostgreSQL stepped', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  /** A stop that has read what is open, and holds its row. */
  const stopHaltedBefore = async (call: string, agreement: string, employer: string) => {
    const stepper = new Stepper();
    const halt = stepper.haltBefore(call);
    const stopping = protocol.steppedStop(withdrawalOf(agreement, employer), stepper);
    await halt.reached;
    return { stopping, go: halt.go };
  };

  it.each(['halts', 'clauses', 'postings', 'clock', 'open'])(
    'an ask that holds its rows is waited for by a stop, before %s, and is on its list',
    async (call) => {
      const { employer, agreement, ...about } = await shown(protocol);
      const { asking, go } = await askHaltedBefore(protocol, call, about);
      const stop = withdrawalOf(agreement, employer);
      const stopping = protocol.steppedStop(stop, new Stepper());
      await protocol.waits(stopping);
      go();
      expect(answersOf(await asking)).toEqual(['permit']);
      expect(await stopping).toEqual({ kind: 'applied', waitsFor: 1 });
      expect(await protocol.stopState(stop.id)).toEqual({ effectiveAt: null, open: 1 });
    },
  );

  describe('an ask that comes while a stop holds the row', () => {
    it('is turned away, and refused once the stop is committed', async () => {
      const { employer, offerId, agreement, session } = await shown(protocol);
      const { stopping, go } = await stopHaltedBefore('record', agreement, employer);
      const item = await protocol.item(offerId, P);
      expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'retry', because: 'locked' }]);
      go();
      await stopping;
      expect(await protocol.asked(session, item)).toMatchObject(noAgreement);
    });
    it('that waits for its lock reads the change', async () => {
      const { employer, offerId, agreement, session } = await shown(protocol);
      const { stopping, go } = await stopHaltedBefore('record', agreement, employer);
      const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], new Stepper(), { mode: 'wait' });
      await protocol.waits(asking);
      go();
      await stopping;
      expect(judgedOf(await asking)).toMatchObject(noAgreement);
    });
    it('with five locked answers behind it waits for its turn, for a while', async () => {
      const { employer, offerId, session } = await shown(protocol);
      const item = await protocol.item(offerId, P);
      const lock = protocol.db.createQueryRunner();
      await lock.startTransaction();
      await lock.query('select 1 from holder where holder_id = $1 for no key update', [employer]);
      for (let at = 0; at < 5; at += 1)
        expect(await protocol.asked(session, item)).toMatchObject([{ answer: 'retry', because: 'locked' }]);
      const turn = await eventually(async () => {
        const asking = protocol.asked(session, item);
        await protocol.waits(asking);
        return asking;
      });
      expect(turn).toMatchObject([{ answer: 'retry', because: 'locked' }]);
      const last = protocol.asked(session, item);
      await lock.commitTransaction();
      await lock.release();
      expect(await last).toMatchObject([{ answer: 'permit' }]);
    });
  });

  describe('an ask that was on its way before a stop', () => {
    it.each(['holdSession', 'holdPartners', 'holdHolders'])(
      'and had not its locks (before %s) reads the change',
      async (call) => {
        const { employer, agreement, ...about } = await shown(protocol);
        const { asking, go } = await askHaltedBefore(protocol, call, about);
        const stopped = await protocol.steppedStop(withdrawalOf(agreement, employer), new Stepper());
        expect(stopped).toMatchObject({ waitsFor: 0 });
        go();
        expect(judgedOf(await asking)).toMatchObject(noAgreement);
      },
    );
    it('is turned away by an intent that is committed meanwhile', async () => {
      const { employer, agreement, ...about } = await shown(protocol);
      const { asking, go } = await askHaltedBefore(protocol, 'holdOffers', about);
      const stop = withdrawalOf(agreement, employer);
      await protocol.intents.declare(stop);
      go();
      expect(judgedOf(await asking)).toMatchObject([{ answer: 'retry', because: 'stop-intended' }]);
      await protocol.stops.finish(stop);
    });
    it.each(['partner', 'holder', 'offer'] as const)('reads a halt of its %s', async (kind) => {
      const { employer, offerId, session } = await shown(protocol);
      const { asking, go } = await askHaltedBefore(protocol, 'holdSession', { session, offerId }, Q);
      const stop = {
        ...haltOf(kind, { partner: Q, holder: employer, offer: offerId }[kind]),
        ...(kind !== 'partner' && { holder: employer }),
      };
      await protocol.stops.execute(stop);
      go();
      const [answer] = await asking;
      expect(answer?.judged.answer).not.toBe('permit');
      expect(await protocol.asked(session, await protocol.item(offerId, Q))).not.toMatchObject([
        { answer: 'permit', kind: 'show' },
      ]);
      await protocol.stops.execute({ ...stop, id: uuid(), change: { kind: 'lift', setBy: 'operator' } });
    });
  });
});
