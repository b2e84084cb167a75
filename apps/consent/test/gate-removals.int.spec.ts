import { v7 as uuid } from 'uuid';

import { P, shown } from './gate-cases.js';
import { haltOf, ProtocolUnderTest, withdrawalOf } from './protocol-under-test.js';

describe('a permit to remove', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  /** The agreement is withdrawn while the offer is being sent. */
  const withdrawnUnderWay = async () => {
    const { employer, offerId, agreement, session } = await shown(protocol);
    const show = await protocol.item(offerId, P);
    await protocol.asked(session, show);
    await protocol.stops.execute(withdrawalOf(agreement, employer));
    await protocol.decided(offerId);
    return { employer, offerId, session, show, removal: await protocol.item(offerId, P) };
  };
  const removes = [{ answer: 'permit', attempt: expect.any(String), kind: 'remove' }];

  it('takes the posting’s slot, needs no agreement, and waits for the request before it', async () => {
    const { session, show, removal } = await withdrawnUnderWay();
    expect(removal.kind).toBe('remove');
    expect(await protocol.asked(session, removal)).toMatchObject([{ answer: 'retry', because: 'in-flight' }]);
    await protocol.close(session, show.attempt);
    expect(await protocol.asked(session, { ...removal, attempt: uuid() })).toEqual(removes);
  });

  it('is given though orders to stop lie on its employer, its offer and its partner', async () => {
    const { employer, offerId, session, show, removal } = await withdrawnUnderWay();
    await protocol.close(session, show.attempt);
    const halts = [haltOf('holder', employer), haltOf('offer', offerId), haltOf('partner', P)];
    for (const halt of halts)
      await protocol.stops.execute({ ...halt, ...(halt.holder !== undefined && { holder: employer }) });
    expect(await protocol.asked(session, { ...removal, attempt: uuid() })).toEqual(removes);
  });
});
