import { defineEvent, type EventData } from '@accord/contracts/define-event';
import { closeConnection, openConnection } from '@accord/database/connection';
import { Migration } from '@accord/database/migration';
import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import type { DataSource, QueryRunner } from 'typeorm';
import { z } from 'zod';

import { EventContext } from '../src/event-context.js';
import type { KnownKeys } from '../src/messaging-options.js';
import { OnEvent } from '../src/on-event.js';
import { addToOutbox } from '../src/outbox.js';
import type { OwnedState } from '../src/owned-state.js';

/** The state of one meal; the kitchen writes it, the hall reads it. */
export const mealCooked = defineEvent({
  type: 'meal.cooked',
  topic: { name: 'meals', retention: 'compact', partitions: 3, writer: 'kitchen' },
  data: z.strictObject({ meal: z.string(), version: z.int(), note: z.string().default('') }),
  key: ({ meal }) => meal,
  version: ({ version }) => version,
  readers: ['hall'],
});
export type MealCooked = EventData<typeof mealCooked>;

/** Both services' table: in the kitchen what it wrote, in the hall what it read. */
export class Meals1800000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meal (
        meal text primary key, version bigint not null, note text not null default '', erased boolean not null default false,
        times int not null default 1);
      create table sum_of_versions (only_row boolean primary key default true, total bigint not null default 0);
      insert into sum_of_versions default values;
    `);
  }
}

/** Keeps the highest version, counts how often it was called for a meal, and sums up what was handled: a repeated effect shows. */
@Controller()
export class MealHandlers {
  /** What a test makes of an event before it is handled. */
  static before: (data: MealCooked | null, event: EventContext) => Promise<void> | void = () => undefined;

  @OnEvent(mealCooked)
  async onCooked(@Payload() data: MealCooked | null, @Ctx() event: EventContext): Promise<void> {
    await MealHandlers.before(data, event);
    await event.tx.query('update sum_of_versions set total = total + $1', [event.version]);
    await event.tx.query(
      `insert into meal (meal, version, note, erased) values ($1, $2, $3, $4)
       on conflict (meal) do update set times = meal.times + 1,
         note = case when excluded.version >= meal.version then excluded.note else meal.note end,
         erased = case when excluded.version >= meal.version then excluded.erased else meal.erased end,
         version = greatest(meal.version, excluded.version)`,
      [event.key, event.version, data?.note ?? '', data === null],
    );
  }
}

/** The kitchen cooks: row and event in one transaction. */
export async function cook(kitchen: DataSource, meal: string, version: number, note = ''): Promise<void> {
  await kitchen.transaction(async (tx) => {
    await tx.query(
      `insert into meal (meal, version, note) values ($1, $2, $3)
       on conflict (meal) do update set version = excluded.version, note = excluded.note`,
      [meal, version, note],
    );
    await addToOutbox(tx, mealCooked, { meal, version, note });
  });
}

/** How the kitchen looks at what it wrote. */
export const kitchenMeals: OwnedState = {
  contract: mealCooked,
  currentVersions: async (db, keys) => {
    const rows: MealRow[] = await db.query('select meal, version from meal where meal = any ($1)', [keys]);
    return new Map(rows.map(({ meal, version }) => [meal, Number(version)]));
  },
  page: async (db, after, limit) => {
    const rows: MealRow[] = await db.query(
      'select meal, version from meal where meal collate "C" > $1 order by meal collate "C" limit $2',
      [after, limit],
    );
    return rows.map(({ meal, version }) => ({ key: meal, version: Number(version) }));
  },
  emitAgain: async (tx, key) => {
    const [row]: MealRow[] = await tx.query('select meal, version, note from meal where meal = $1 for update', [key]);
    if (row !== undefined)
      await addToOutbox(tx, mealCooked, { meal: row.meal, version: Number(row.version), note: row.note });
  },
};

interface MealRow {
  readonly meal: string;
  readonly version: string;
  readonly note: string;
}

export async function totalOf(hall: DataSource): Promise<number> {
  const [row]: { total: string }[] = await hall.query('select total from sum_of_versions');
  return Number(row?.total);
}

export async function versionsIn(db: DataSource): Promise<Record<string, number>> {
  const rows: MealRow[] = await db.query('select meal, version from meal where not erased order by meal');
  return Object.fromEntries(rows.map(({ meal, version }) => [meal, Number(version)]));
}

/** What the hall knows, for the end of a rebuild. */
export const hallMeals: KnownKeys = {
  contract: mealCooked,
  page: async (tx, after, limit) => {
    const rows: MealRow[] = await tx.query(
      `select meal, version from meal where meal collate "C" > $1 and not erased order by meal collate "C" limit $2`,
      [after, limit],
    );
    return rows.map(({ meal, version }) => ({ key: meal, version: Number(version) }));
  },
};

/** Runs SQL as a service that is stopped. */
export async function asStopped(appUrl: string, statement: string): Promise<void> {
  const connection = await openConnection(appUrl, 'test');
  try {
    await connection.query(statement);
  } finally {
    await closeConnection(connection);
  }
}
