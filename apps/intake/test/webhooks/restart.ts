import { readConfig } from '@accord/service/config';
import { startService } from '@accord/service/start-service';
import { eventually } from '@accord/testing/eventually';

import { intakeService } from '../../src/intake.service-definition.js';
import { intake } from '../intake-harness.js';
import { life, receiver, subscribed, viewOf } from './support.js';

describe('two instances', () => {
  it('share the work: each event is sent once, in order', async () => {
    const { path } = await subscribed();
    const { harness } = intake();
    const config = readConfig(intakeService.config, { ...harness.environment, PORT: '0' });
    const other = await startService(intakeService, config, harness.log.log);
    try {
      receiver().behave(path, () => new Promise((resolve) => setTimeout(resolve, 20, { status: 204 })));
      const offers = await Promise.all(Array.from({ length: 8 }, () => life()));
      for (const { id, types } of offers) await eventually(() => expect(receiver().types(path, id)).toEqual(types));
      expect(
        new Set(
          receiver()
            .at(path)
            .map(({ headers }) => headers['webhook-id']),
        ).size,
      ).toBe(8 * 9);
    } finally {
      await other.stop();
    }
  });
});

describe('a restart', () => {
  it('in the middle loses nothing and changes no order', async () => {
    const { path, id } = await subscribed();
    let down = true;
    receiver().behave(path, () => ({ status: down ? 503 : 204 }));
    const offers = await Promise.all(Array.from({ length: 5 }, () => life()));
    await intake().harness.stopService();
    down = false;
    const before = receiver().arrivals.length;
    await intake().restart();
    await eventually(async () => expect((await viewOf(id)).pending).toBe(0));
    const arrived = receiver()
      .arrivals.slice(before)
      .filter((one) => one.path === path);
    for (const offer of offers) {
      const own = arrived.filter(({ body }) => 'offerId' in body.data && body.data.offerId === offer.id);
      expect(own.map(({ body }) => body.type)).toEqual(offer.types);
    }
  });
});
