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
import { messagingMigrations } from '../src/migrations.js';
import { OnEvent } from '../src/on-event.js';
import { addToOutbox } from '../src/outbox.js';

const event = (type: string, partitions: number) =>
  defineEvent({
    type,
    topic: { name: `${type}s`, retention: 'compact', partitions, writer: 'kitchen' },
    data: z.strictObject({ name: z.string() }),
    key: ({ name }) => name,
    version: () => 1,
    readers: ['hall'],
  });
const guestArrived = event('guest', 1);
const orderTaken = event('order', 3);

class Orders1800000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table guest (name text); create table served (name text, guests_known int)');
  }
}

@Controller()
class Hall {
  @OnEvent(guestArrived)
  async onGuest(
    @Payload() _data: EventData<typeof guestArrived> | null,
    @Ctx() { tx, key }: EventContext,
  ): Promise<void> {
    await tx.query('insert into guest values ($1)', [key]);
  }

  @OnEvent(orderTaken)
  async onOrder(
    @Payload() _data: EventData<typeof orderTaken> | null,
    @Ctx() { tx, key }: EventContext,
  ): Promise<void> {
    await tx.query('insert into served select $1, count(*) from guest', [key]);
  }
}

const deployment = new TestDeployment();
const under: MessagingUnderTest[] = [];

afterAll(async () => {
  for (const one of under) await one.stop();
  await deployment.dispose();
});

it('a topic marked so is read to its end before any other, whichever instance reads it', async () => {
  const kitchen = await startMessaging(deployment, { service: 'kitchen', writes: [guestArrived, orderTaken] });
  under.push(kitchen);
  await kitchen.dataSource.transaction(async (tx) => {
    for (let n = 0; n < 30; n += 1) await addToOutbox(tx, orderTaken, { name: `order ${n}` });
    for (let n = 0; n < 600; n += 1) await addToOutbox(tx, guestArrived, { name: `guest ${n}` });
  });
  await eventually(async () => expect(await kitchen.dataSource.query('select id from outbox')).toEqual([]));
  const appUrl = await deployment.migrate({
    service: 'hall',
    migrations: [...messagingMigrations, Orders1800000000000],
  });
  const start = () =>
    startMessaging(deployment, {
      service: 'hall',
      controllers: [Hall],
      appUrl,
      readFirst: [guestArrived],
      tuning: { eventsAtOnce: 20 },
    });
  const halls = await Promise.all([start(), start()]);
  under.push(...halls);
  await eventually(async () => {
    const served = await halls[0].dataSource.query('select guests_known, count(*)::int from served group by 1');
    expect(served).toEqual([{ guests_known: 600, count: 30 }]);
  });
});
