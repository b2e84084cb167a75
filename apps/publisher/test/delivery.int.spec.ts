import { writeFileSync } from 'node:fs';
import { v7 as uuid } from 'uuid';
import { Webhook } from 'standardwebhooks';
import { eventually } from '@accord/testing/eventually';

import { showable } from './support/showable.js';
import { remove, show, World } from './support/world.js';

describe('a publisher', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.start();
    await world.register({ partner: 'emploi-public' }, { partner: 'jobs-prive' });
  });
  afterAll(async () => {
    writeFileSync('/tmp/pubstate.txt', JSON.stringify({rows: await world.publisher.dataSource.query('select * from posting'), lanes: await world.publisher.dataSource.query('select * from lane'), partner: await world.publisher.dataSource.query('select * from partner'), asks: world.consent.asks, secrets: world.keys.secretAsks, activity: await world.publisher.adminQuery(`select state, wait_event, query from pg_stat_activity where usename like '%publisher_app%'`)}, null, 1));
    writeFileSync('/tmp/publog.txt', JSON.stringify(world.publisher.log.lines ?? world.publisher.log, null, 1));
    await world.stop();
  });

  it('sends a decided offer to each of its partners, signed, with its proof', async () => {
    const offerId = await world.show('emploi-public', 'jobs-prive');
    for (const partner of ['emploi-public', 'jobs-prive']) {
      await world.until(offerId, partner, 'sent');
      const [arrival] = world.sink.of(partner, offerId);
      expect(arrival?.body).toMatchObject({ type: 'offer.published', data: { offerId, version: 1 } });
      expect(arrival?.headers['accord-permit']).toMatch(/^proof\.of\./);
    }
  });
});
