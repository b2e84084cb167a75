import type { EntityManager } from 'typeorm';

import { PermitGateStore } from '../src/permits/permit-gate.store.js';
import { answersOf, P, shown } from './gate-cases.js';
import { type GateChange, ProtocolUnderTest } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

/** A mutant: tells when its transaction began. */
class StartOfTransaction extends PermitGateStore {
  constructor(private readonly db: EntityManager) {
    super(db, 'skip');
  }

  override async clock(): Promise<Date> {
    const rows: { now: Date }[] = await this.db.query('select now()');
    return rows[0]?.now ?? new Date(0);
  }
}

describe('a window that closes while an ask is under way', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  /** The window's end comes after the transaction began and before the gate asks for the time. */
  const ask = async (change: GateChange = {}) => {
    const { offerId, agreement, session } = await shown(protocol);
    const stepper = new Stepper();
    const halt = stepper.haltBefore('clauses');
    const asking = protocol.steppedAsk(session, [await protocol.item(offerId, P)], stepper, change);
    await halt.reached;
    await protocol.db.query('update clause set ends_at = clock_timestamp() where clause_id = $1', [agreement]);
    halt.go();
    return answersOf(await asking);
  };

  it('lets nothing through', async () => expect(await ask()).toEqual(['refusal']));
  it('would let it through by the time at which the transaction began', async () =>
    expect(await ask({ store: (tx) => new StartOfTransaction(tx) })).toEqual(['permit']));
});
