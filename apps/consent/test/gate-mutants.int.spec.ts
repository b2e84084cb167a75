import type { EntityManager } from 'typeorm';

import type { Clause } from '../src/domain/clause.js';
import type { HeldRows } from '../src/domain/gate-statements.js';
import { PermitGateStore } from '../src/permits/permit-gate.store.js';
import { CLAUSE_COLUMNS, clauseOf, clauseRow } from '../src/rows/clause-row.js';
import { readRows } from '../src/rows/read-rows.js';
import { answersOf, P, shown } from './gate-cases.js';
import { type GateChange, ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

/*
 * Planted faults, and which of the two tests finds each:
 *
 * | fault                                             | model | PostgreSQL                                   |
 * | ------------------------------------------------- | ----- | -------------------------------------------- |
 * | a stop is acknowledged without waiting, lists none| yes   |                                              |
 * | a time-out closes a permit                        | yes   |                                              |
 * | the gate takes no locks (FOR SHARE removed)       | yes   | here                                         |
 * | one statement locks and reads the rule            | yes   | here                                         |
 * | the time is that of the transaction's start       |       | gate-clock                                   |
 * | no stop intent                                    | no    | gate-starvation: it is liveness under load,  |
 * |                                                   |       | and the model's end is fair to everyone      |
 * | open_permit has no key                            | yes   | the table has it: gate-permits, two at once  |
 * | a removal does not wait for its slot              | yes   | gate-removals                                |
 * | a later grant shortens a list                     | yes   | gate-stops                                   |
 * | the intent of a dead instance stays               | yes   | gate-stops                                   |
 * | a closing of an unseen attempt is not kept        | yes   | gate-permits                                 |
 * | a version does not grow                           | yes   |                                              |
 */

/** `FOR SHARE` is gone: the holder's row is read like any other. */
class TakesNoLocks extends PermitGateStore {
  override holdHolders(holders: readonly string[]): Promise<HeldRows<true>> {
    return Promise.resolve(new Map(holders.map((id) => [id, { kind: 'held', row: true }])));
  }
}

/** One statement waits for the holder's row and reads its clauses: those of its snapshot, from before the wait. */
class ReadsWithTheLock extends PermitGateStore {
  private found: ReadonlyMap<string, readonly Clause[]> = new Map();

  constructor(private readonly db: EntityManager) {
    super(db, 'wait');
  }

  override async holdHolders(holders: readonly string[]): Promise<HeldRows<true>> {
    const rows = await readRows(
      this.db,
      clauseRow,
      `select ${CLAUSE_COLUMNS.replace('holder_id', 'h.holder_id')} from holder h join clause c on c.holder_id = h.holder_id
        where h.holder_id = any($1) and c.ended_as is null for share of h`,
      [holders],
    );
    this.found = new Map(holders.map((id) => [id, rows.filter((row) => row.holder_id === id).map(clauseOf)]));
    return new Map(holders.map((id) => [id, { kind: 'held', row: true }]));
  }

  override clauses(): Promise<ReadonlyMap<string, readonly Clause[]>> {
    return Promise.resolve(this.found);
  }
}

describe('planted faults of the gate, on PostgreSQL', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  /** The stop is carried out while an ask has read the clauses and has not opened its permit. */
  const stoppedBeforeOpen = async (change: GateChange) => {
    const { employer, offerId, agreement, session } = await shown(protocol);
    const stepper = new Stepper();
    const halt = stepper.haltBefore('clock');
    const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper, change);
    await halt.reached;
    const stop = withdrawalOf(agreement, employer);
    const stopping = protocol.steppedStop(stop, new Stepper());
    const waited = await Promise.race([
      stopping.then(() => false),
      protocol.waits(stopping).then(
        () => true,
        () => false,
      ),
    ]);
    halt.go();
    const answers = answersOf(await asking);
    await stopping;
    return { waited, answers, state: await protocol.stopState(stop.id) };
  };
  /** The ask waits for its row, which a stop holds. */
  const askedBehindStop = async (change: GateChange) => {
    const { employer, offerId, agreement, session } = await shown(protocol);
    const stepper = new Stepper();
    const halt = stepper.haltBefore('record');
    const stopping = protocol.steppedStop(withdrawalOf(agreement, employer), stepper);
    await halt.reached;
    const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], new Stepper(), change);
    await protocol.waits(asking);
    halt.go();
    await stopping;
    return answersOf(await asking);
  };

  it('without a lock the stop is effective though a permit follows', async () => {
    expect(await stoppedBeforeOpen({})).toMatchObject({
      waited: true,
      answers: ['permit'],
      state: { effectiveAt: null },
    });
    const mutated = await stoppedBeforeOpen({ store: (tx) => new TakesNoLocks(tx, 'skip') });
    expect(mutated).toMatchObject({
      waited: false,
      answers: ['permit'],
      state: { effectiveAt: expect.any(Date), open: 0 },
    });
  });

  it('with lock and rule in one statement the ended agreement still lets the offer out', async () => {
    expect(await askedBehindStop({ mode: 'wait' })).toEqual(['refusal']);
    expect(await askedBehindStop({ store: (tx) => new ReadsWithTheLock(tx) })).toEqual(['permit']);
  });
});
