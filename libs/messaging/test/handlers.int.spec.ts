import { defineEvent, type EventData } from '@accord/contracts/define-event';
import { Migration } from '@accord/database/migration';
import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { QueryRunner } from 'typeorm';
import { z } from 'zod';

import { EventContext } from '../src/event-context.js';
import { OnEvent } from '../src/on-event.js';
import { addToOutbox } from '../src/outbox.js';

const cooked = defineEvent({
  type: 'meal.cooked',
  topic: { name: 'meals', retention: 'compact', partitions: 3, writer: 'kitchen' },
  data: z.strictObject({ meal: z.string(), version: z.int() }),
  key: ({ meal }) => meal,
  version: ({ version }) => version,
  readers: ['hall'],
});

class Meals1800000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table meal (meal text primary key, version int not null, times int not null default 1)');
  }
}

@Controller()
class MealHandlers {
  @OnEvent(cooked)
  async onCooked(@Payload() data: EventData<typeof cooked> | null, @Ctx() event: EventContext): Promise<void> {
    await event.tx.query(
      `insert into meal (meal, version) values ($1, $2)
       on conflict (meal) do update set version = excluded.version, times = meal.times + 1`,
      [event.key, data?.version ?? -1],
    );
  }
}

describe('an event', () => {
  const deployment = new TestDeployment();
  let kitchen: MessagingUnderTest;
  let hall: MessagingUnderTest;

  beforeAll(async () => {
    hall = await startMessaging(deployment, {
      service: 'hall',
      migrations: [Meals1800000000000],
      controllers: [MealHandlers],
    });
    kitchen = await startMessaging(deployment, { service: 'kitchen', writes: [cooked] });
  });
  afterAll(async () => {
    await kitchen?.stop();
    await hall?.stop();
    await deployment.dispose();
  });

  it('written with a change reaches the handler of another service, once', async () => {
    await kitchen.dataSource.transaction(async (tx) => {
      for (let n = 0; n < 50; n += 1) await addToOutbox(tx, cooked, { meal: `soup ${n}`, version: 1 });
    });
    await eventually(async () => {
      const [row] = await hall.dataSource.query('select count(*)::int as meals, sum(times)::int as times from meal');
      expect(row).toEqual({ meals: 50, times: 50 });
    });
    await eventually(async () => expect(await kitchen.dataSource.query('select * from outbox')).toEqual([]));
  });
});
