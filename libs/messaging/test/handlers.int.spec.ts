import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';
import { Catch, Controller, type ExceptionFilter, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { of } from 'rxjs';

import { EventTooLarge, addErasureToOutbox, addToOutbox } from '../src/outbox.js';
import { runInTrace } from '../src/trace-context.js';
import { cook, MealHandlers, mealCooked, Meals1800000000000, versionsIn, totalOf } from './meals.js';
import { OnEvent } from '../src/on-event.js';

const deployment = new TestDeployment();
let kitchen: MessagingUnderTest;
let hall: MessagingUnderTest;

const startHall = (more: { readonly controllers?: readonly Type[]; readonly service?: string } = {}) =>
  startMessaging(deployment, {
    service: 'hall',
    migrations: [Meals1800000000000],
    controllers: [MealHandlers],
    ...more,
  });

beforeAll(async () => {
  kitchen = await startMessaging(deployment, {
    service: 'kitchen',
    migrations: [Meals1800000000000],
    writes: [mealCooked],
  });
  hall = await startHall();
});
beforeEach(() => {
  MealHandlers.before = () => undefined;
});
afterAll(async () => {
  await kitchen?.stop();
  await hall?.stop();
  await deployment.dispose();
});

describe('an event', () => {
  it('written with a change reaches the handler of another service, with all that is said of it', async () => {
    const seen: object[] = [];
    MealHandlers.before = (data, { key, version, type, topic, id, occurredAt }) => {
      seen.push({ data, key, version, type, topic, id: id.length, recent: Date.now() - occurredAt.getTime() < 60_000 });
    };
    await cook(kitchen.dataSource, 'soup', 3, 'hot');
    await eventually(() =>
      expect(seen).toEqual([
        {
          data: { meal: 'soup', version: 3, note: 'hot' },
          key: 'soup',
          version: 3,
          type: 'meal.cooked',
          topic: 'meals',
          id: 36,
          recent: true,
        },
      ]),
    );
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ soup: 3 }));
  });

  it('is gone from the outbox once the broker has it', async () => {
    await cook(kitchen.dataSource, 'bread', 1);
    await eventually(async () => expect(await kitchen.dataSource.query('select * from outbox')).toEqual([]));
  });

  it('whose change is rolled back is never sent', async () => {
    const rolledBack = kitchen.dataSource.transaction(async (tx) => {
      await addToOutbox(tx, mealCooked, { meal: 'burnt', version: 1, note: '' });
      throw new Error('burnt');
    });
    await expect(rolledBack).rejects.toThrow('burnt');
    await cook(kitchen.dataSource, 'after the burnt', 1);
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toHaveProperty('after the burnt'));
    expect(await versionsIn(hall.dataSource)).not.toHaveProperty('burnt');
  });

  it('of an erased key arrives as null with its version', async () => {
    await cook(kitchen.dataSource, 'leftovers', 1);
    await kitchen.dataSource.transaction((tx) => addErasureToOutbox(tx, mealCooked, 'leftovers', 2));
    await eventually(async () => {
      const [row] = await hall.dataSource.query(`select version, erased from meal where meal = 'leftovers'`);
      expect(row).toEqual({ version: '2', erased: true });
    });
  });

  it('of 900 kB arrives whole', async () => {
    const note = 'n'.repeat(900_000);
    await cook(kitchen.dataSource, 'banquet', 1, note);
    await eventually(async () => {
      const [row] = await hall.dataSource.query(`select length(note) as length from meal where meal = 'banquet'`);
      expect(row).toEqual({ length: 900_000 });
    });
  });

  it('carries the trace of the work that wrote it into its handler, and on', async () => {
    const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    const { activeTraceparent } = await import('../src/trace-context.js');
    const seen: (string | undefined)[] = [];
    MealHandlers.before = () => void seen.push(activeTraceparent());
    await runInTrace(parent, () => cook(kitchen.dataSource, 'traced', 1));
    await eventually(() => expect(seen).toEqual([expect.stringMatching(/^00-a{32}-(?!b{16})[0-9a-f]{16}-01$/)]));
  });

  it('cannot be written outside a transaction, larger than 1 MiB, or against its contract', async () => {
    const { manager } = kitchen.dataSource;
    const written = (note: string, meal: unknown = 'x') =>
      kitchen.dataSource.transaction((tx) =>
        addToOutbox(tx, mealCooked, JSON.parse(JSON.stringify({ meal, version: 1, note }))),
      );
    await expect(addToOutbox(manager, mealCooked, { meal: 'x', version: 1, note: '' })).rejects.toThrow(
      'in the transaction',
    );
    await expect(written('n'.repeat(1_048_576))).rejects.toThrow(EventTooLarge);
    await expect(written('', 7)).rejects.toThrow('expected string');
    expect(await kitchen.dataSource.query('select * from outbox')).toEqual([]);
  });
});

describe("Nest's handlers", () => {
  it('that fail commit nothing: neither what they wrote, nor the next offset', async () => {
    await cook(kitchen.dataSource, 'first', 1);
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toHaveProperty('first'));
    const before = await totalOf(hall.dataSource);
    let failures = 0;
    MealHandlers.before = async (_data, { tx, key }) => {
      if (key !== 'second') return;
      await tx.query('update sum_of_versions set total = total + 1000000');
      failures += 1;
      throw new Error('no room at the table');
    };
    await cook(kitchen.dataSource, 'second', 5);
    await eventually(async () => {
      const letters = await hall.dataSource.query('select key_text, error, reason, attempts from dead_letter');
      expect(letters).toEqual([
        { key_text: 'second', error: 'no room at the table', reason: 'handler-failed', attempts: 3 },
      ]);
    });
    expect(failures).toBeGreaterThanOrEqual(3);
    expect(await totalOf(hall.dataSource)).toBe(before);
  });

  it('show their own error even with filters, guards and their inheritance in the application', async () => {
    @Catch()
    class Swallow implements ExceptionFilter {
      catch() {
        return of('swallowed');
      }
    }
    const inn = await startMessaging(deployment, {
      service: 'inn',
      migrations: [Meals1800000000000],
      controllers: [MealHandlers],
      providers: [
        { provide: APP_FILTER, useClass: Swallow },
        { provide: APP_GUARD, useValue: { canActivate: () => true } },
      ],
      inheritAppConfig: true,
    });
    try {
      MealHandlers.before = (_data, { key }) => {
        if (key === 'third') throw new Error('the inn is full');
      };
      await cook(kitchen.dataSource, 'third', 1);
      await eventually(async () => {
        const letters = await inn.dataSource.query(`select error from dead_letter where key_text = 'third'`);
        expect(letters).toEqual([{ error: 'the inn is full' }]);
      });
    } finally {
      await inn.stop();
    }
  });

  it('are one an event: a second is refused at the start', async () => {
    @Controller()
    class Again {
      @OnEvent(mealCooked)
      onCooked(): void {}
    }
    await expect(startHall({ service: 'annex', controllers: [MealHandlers, Again] })).rejects.toThrow(
      'meal.cooked has two handlers',
    );
  });
});
