import { defineEvent, type EventData } from '@accord/contracts/define-event';
import { Migration } from '@accord/database/migration';
import type { EventContext } from '@accord/messaging/event-context';
import { OnEvent } from '@accord/messaging/on-event';
import { addToOutbox } from '@accord/messaging/outbox';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DataSource, QueryRunner } from 'typeorm';
import { z } from 'zod';

/** Where a ship is. Kept for ever, so that every event that was committed can be looked for. */
export const shipMoved = defineEvent({
  type: 'ship.moved',
  topic: { name: 'voyages', retention: 'forever', partitions: 6, writer: 'harbour' },
  data: z.strictObject({ ship: z.string(), version: z.int() }),
  key: ({ ship }) => ship,
  version: ({ version }) => version,
  readers: ['office'],
});

export class Ships1800000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create table ship (ship text primary key, version bigint not null)');
  }
}

/** The office keeps the highest version it heard. */
@Controller()
export class ShipHandlers {
  @OnEvent(shipMoved)
  async onMoved(@Payload() data: EventData<typeof shipMoved> | null, @Ctx() event: EventContext): Promise<void> {
    if (data === null) return;
    await event.tx.query(
      `insert into ship values ($1, $2)
       on conflict (ship) do update set version = greatest(ship.version, excluded.version)`,
      [data.ship, data.version],
    );
  }
}

/** The harbour moves ships, one transaction a move, until it is told to stop. */
export class Harbour {
  readonly moved = new Map<string, number>();
  #sailing: Promise<void> = Promise.resolve();
  #stop = new AbortController();

  constructor(private readonly db: DataSource) {}

  sail(ships: number): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#sailing = (async () => {
      for (let n = 0; !signal.aborted; n += 1) await this.#move(`ship ${n % ships}`);
    })();
  }

  async anchor(): Promise<void> {
    this.#stop.abort();
    await this.#sailing;
  }

  async #move(ship: string): Promise<void> {
    const version = (this.moved.get(ship) ?? 0) + 1;
    await this.db.transaction(async (tx) => {
      await tx.query('insert into ship values ($1, $2) on conflict (ship) do update set version = excluded.version', [
        ship,
        version,
      ]);
      await addToOutbox(tx, shipMoved, { ship, version });
    });
    this.moved.set(ship, version);
  }
}

export async function versionsIn(db: DataSource): Promise<Map<string, number>> {
  const rows: { ship: string; version: string }[] = await db.query('select ship, version from ship');
  return new Map(rows.map(({ ship, version }) => [ship, Number(version)]));
}
