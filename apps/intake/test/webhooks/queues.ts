import { eventually } from '@accord/testing/eventually';

import { OfferEventStore } from '../../src/events/offer-event.store.js';
import { intake, submitted } from '../intake-harness.js';
import { receiver, subscribed } from './support.js';

describe('a queue that is about to end', () => {
  it('is there all the same for an event that came in between', async () => {
    const { path, id: subscription } = await subscribed();
    const set = (state: string) =>
      intake().bakery.send('PATCH', `/v1/subscriptions/${subscription}`, { body: { state } });
    await set('paused');
    const { id } = await submitted(intake().bakery);
    const db = intake().harness.dataSource;
    const events = intake().harness.service.app.get(OfferEventStore);
    const about = { offerId: id, reference: 'R', revision: 1, state: 'submitted' } as const;
    const writer = { added: false, end: (): void => undefined };
    const deliveryEnded = new Promise<void>((resolve) => (writer.end = resolve));
    let writing: Promise<void> = Promise.resolve();
    await db.transaction(async (tx) => {
      await tx.query('select from delivery_queue where subscription_id = $1 for update', [subscription]);
      writing = db.transaction(async (other) => {
        await events.add(other, [{ of: { id, holder: '000100016' }, event: { type: 'offer.expired', data: about } }]);
        writer.added = true;
        await deliveryEnded;
      });
      await eventually(async () => {
        const waiting: unknown[] = await db.query(
          `select from pg_stat_activity
            where wait_event_type = 'Lock' and query like '%insert into offer_event%' and usename = current_user`,
        );
        expect(writer.added || waiting.length > 0).toBe(true);
      });
      await tx.query(`update delivery set state = 'delivered' where subscription_id = $1`, [subscription]);
      await tx.query(
        `delete from delivery_queue q where subscription_id = $1
            and not exists (select from delivery d where d.subscription_id = q.subscription_id and d.state = 'pending')`,
        [subscription],
      );
    });
    writer.end();
    await writing;
    await set('active');
    await eventually(() => expect(receiver().types(path, id)).toEqual(['offer.expired']));
  });
});
