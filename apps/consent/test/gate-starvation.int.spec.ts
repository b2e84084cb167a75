import { v7 as uuid } from 'uuid';

import { answersOf, askHaltedBefore, shown } from './gate-cases.js';
import { ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';
import { Stepper } from './stepper.js';

const ROUNDS = 12;

describe('a stop, while asks overlap without end', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  it('would never get its row without an intent: whoever asks joins past it', async () => {
    const { employer, agreement, ...about } = await shown(protocol);
    let holding = await askHaltedBefore(protocol, 'clock', about);
    const stop = withdrawalOf(agreement, employer);
    const stopping = protocol.steppedStop(stop, new Stepper());
    for (let round = 0; round < ROUNDS; round += 1) {
      await protocol.waits(stopping);
      const next = await askHaltedBefore(protocol, 'clock', about);
      holding.go();
      expect(answersOf(await holding.asking)).toEqual(['permit']);
      await protocol.close(about.session, holding.item.attempt);
      holding = next;
    }
    await protocol.waits(stopping);
    expect(await protocol.stopState(stop.id)).toBeUndefined();
    holding.go();
    await holding.asking;
    expect(await stopping).toMatchObject({ kind: 'applied' });
  });

  it('is not starved: its intent turns them away, and it waits for those that were before it only', async () => {
    const { employer, agreement, ...about } = await shown(protocol);
    const before = await askHaltedBefore(protocol, 'clock', about);
    const stop = withdrawalOf(agreement, employer);
    const stopping = protocol.stops.execute(stop);
    await protocol.waits(stopping);
    for (let round = 0; round < ROUNDS; round += 1)
      expect(await protocol.asked(about.session, { ...before.item, attempt: uuid() })).toMatchObject([
        { answer: 'retry', because: 'stop-intended' },
      ]);
    before.go();
    await before.asking;
    expect(await stopping).toEqual({ kind: 'applied', waitsFor: 1 });
  });
});
