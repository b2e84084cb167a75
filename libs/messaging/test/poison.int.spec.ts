import { eventually } from '@accord/testing/eventually';
import { startMessaging, type MessagingUnderTest } from '@accord/testing/messaging-harness';
import { TestDeployment } from '@accord/testing/test-deployment';
import type { EntityManager } from 'typeorm';

import { DeadLetters } from '../src/dead-letters.js';
import type { DeadLetter } from '../src/dead-letters.store.js';
import type { OutgoingRecord } from '../src/kafka-port.js';
import type { Alarm } from '../src/messaging-observer.js';
import { Poison } from '../src/poison.js';
import { forge, write } from './forge.js';
import { MealHandlers, mealCooked, Meals1800000000000, versionsIn } from './meals.js';

const deployment = new TestDeployment();
const alarms: Alarm[] = [];
let hall: MessagingUnderTest;
let onDeadLetter: (tx: EntityManager, letter: DeadLetter) => Promise<void>;

const start = (appUrl?: string) =>
  startMessaging(deployment, {
    service: 'hall',
    migrations: [Meals1800000000000],
    controllers: [MealHandlers],
    onDeadLetter: (tx, letter) => onDeadLetter(tx, letter),
    onDeadLetterResolved: async (tx, { key }, how) =>
      void (await tx.query('update meal set note = $2 where meal = $1', [`halt of ${key}`, how])),
    observer: { alarm: (alarm) => void alarms.push(alarm) },
    ...(appUrl !== undefined && { appUrl }),
  });
const urlOf = (under: MessagingUnderTest): string => under.messaging.options.databaseUrl;

/** As consent does: the key is halted in the transaction that sets its event aside. */
const halt = async (tx: EntityManager, { key }: DeadLetter): Promise<void> => {
  await tx.query('insert into meal (meal, version) values ($1, 0) on conflict do nothing', [`halt of ${key}`]);
};

const lettersOf = (meal: string): Promise<Record<string, unknown>[]> =>
  hall.dataSource.query('select reason, state, error from dead_letter where key_text = $1', [meal]);
const letters = () => hall.app.get(DeadLetters);
async function letterOf(meal: string) {
  const found = (await letters().list({ limit: 100 })).find(({ key }) => key === meal);
  if (found === undefined) throw new Error(`no letter of ${meal}`);
  return found;
}

beforeAll(async () => {
  hall = await start();
});
beforeEach(() => {
  MealHandlers.before = () => undefined;
  onDeadLetter = halt;
  alarms.length = 0;
});
afterAll(async () => {
  await hall?.stop();
  await deployment.dispose();
});

const spoiled: readonly [string, string, Parameters<typeof forge>[2]][] = [
  ['that is no JSON', 'not-json', { value: Buffer.from('{"meal":') }],
  ['that is no UTF-8', 'not-json', { value: Buffer.from([0x22, 0xff, 0xfe, 0x22]) }],
  ['of an unknown type', 'unknown-type', { headers: { ce_type: 'meal.eaten' } }],
  ['of 900 kB of nothing', 'not-json', { value: Buffer.alloc(900_000, 'x') }],
  ['that breaks its schema', 'breaks-contract', { value: Buffer.from('{"meal":5}') }],
  ['with a null value and no version', 'bad-headers', { value: null, headers: { accord_version: null } }],
  ['without headers of CloudEvents', 'bad-headers', { headers: { ce_id: null, ce_specversion: null } }],
  ['with a version that is none', 'bad-headers', { headers: { accord_version: '1e3' } }],
  ['with a time that is none', 'bad-headers', { headers: { ce_time: 'yesterday' } }],
  ['with headers that are no UTF-8', 'bad-headers', { headers: { ce_id: Buffer.from([0xff, 0x00]) } }],
  ['of a future version of CloudEvents', 'bad-headers', { headers: { ce_specversion: '2.0' } }],
  ['whose version is not that of its data', 'breaks-contract', { headers: { accord_version: '9' } }],
  ['of another subject', 'bad-headers', { headers: { ce_subject: 'someone else' } }],
];

describe('an event', () => {
  it.each(spoiled)('%s goes to the dead letters at once; those around it flow', async (what, reason, change) => {
    const meal = `meal ${what}`;
    await write(deployment, [forge(`before ${meal}`, 1), forge(meal, 1, change), forge(`after ${meal}`, 1)]);
    await eventually(async () => {
      expect(await lettersOf(meal)).toEqual([{ reason, state: 'open', error: expect.any(String) }]);
      expect(await versionsIn(hall.dataSource)).toMatchObject({ [`before ${meal}`]: 1, [`after ${meal}`]: 1 });
    });
    expect(await versionsIn(hall.dataSource)).toHaveProperty([`halt of ${meal}`]);
    expect(alarms).toEqual([]);
  });

  it('with fields of a newer writer is read without them', async () => {
    await write(deployment, [
      forge('new', 1, { value: Buffer.from('{"meal":"new","version":1,"note":"","price":5}') }),
    ]);
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ new: 1 }));
  });

  it('that a handler refuses is tried once; one it fails at, a few times; and what it wrote is undone', async () => {
    const tried: string[] = [];
    MealHandlers.before = async (_data, { key, tx }) => {
      if (!key.startsWith('bad ')) return;
      tried.push(key);
      await tx.query(`insert into meal (meal, version) values ('trace of ' || $1, 1)`, [key]);
      throw key === 'bad refused' ? new Poison('refused', 'never') : new Error('cannot');
    };
    await write(
      deployment,
      ['bad refused', 'bad failing', 'good'].map((meal) => forge(meal, 1)),
    );
    await eventually(async () => {
      expect(await lettersOf('bad refused')).toEqual([{ reason: 'refused', state: 'open', error: 'never' }]);
      expect(await lettersOf('bad failing')).toEqual([{ reason: 'handler-failed', state: 'open', error: 'cannot' }]);
      expect(await versionsIn(hall.dataSource)).toHaveProperty('good');
    });
    expect(Object.keys(await versionsIn(hall.dataSource)).filter((meal) => meal.startsWith('trace'))).toEqual([]);
    // A batch of many is tried as a whole first.
    expect(tried.filter((key) => key === 'bad refused').length).toBeLessThanOrEqual(2);
    expect(tried.filter((key) => key === 'bad failing').length).toBeGreaterThanOrEqual(3);
  });

  it('whose handler hides a failed statement is the one set aside', async () => {
    MealHandlers.before = async (_data, { key, tx }) => {
      if (key === 'hidden') await tx.query('select 1 / 0').catch(() => undefined);
    };
    await write(
      deployment,
      ['hidden', 'open one', 'open two'].map((meal) => forge(meal, 1)),
    );
    await eventually(async () => {
      expect(await lettersOf('hidden')).toHaveLength(1);
      expect(await versionsIn(hall.dataSource)).toMatchObject({ 'open one': 1, 'open two': 1 });
    });
  });

  it('that was set aside is on the topic of dead letters as it was, with why and whence', async () => {
    await write(deployment, [forge('as it was', 7, { value: Buffer.from('as it was') })]);
    const { id } = await eventually(() => letterOf('as it was'));
    const outbox = await eventually(async () => {
      const record = (await readDeadLetters()).find(({ key }) => key?.toString() === 'as it was');
      if (record === undefined) throw new Error('not yet');
      return record;
    });
    expect(outbox.value?.toString()).toBe('as it was');
    expect(outbox.headers['accord_dead_letter_reason']?.toString()).toBe('not-json');
    expect(outbox.headers['accord_dead_letter_origin']?.toString()).toMatch(/^meals\/\d\/\d+$/);
    expect(outbox.headers['accord_version']?.toString()).toBe('7');
    await letters().discard(id, 'test');
  });
});

describe('an operator', () => {
  it('replays a letter: its handler gets the event as it was, and the hook the word', async () => {
    let broken = true;
    MealHandlers.before = (_data, { key }) => {
      if (broken && key === 'late') throw new Error('broken today');
    };
    await write(deployment, [forge('late', 4)]);
    const letter = await eventually(() => letterOf('late'));
    expect(await letters().replay(letter.id, 'ada')).toEqual({
      kind: 'failed',
      reason: 'handler-failed',
      error: 'broken today',
    });
    expect((await letterOf('late')).attempts).toBe(4);
    broken = false;
    expect(await letters().replay(letter.id, 'ada')).toEqual({ kind: 'resolved', how: 'replayed' });
    expect(await versionsIn(hall.dataSource)).toMatchObject({ late: 4 });
    expect(await hall.dataSource.query(`select note from meal where meal = 'halt of late'`)).toEqual([
      { note: 'replayed' },
    ]);
    expect(await letterOf('late')).toMatchObject({ state: 'replayed', resolvedBy: 'ada' });
    expect(await letters().replay(letter.id, 'ada')).toEqual({ kind: 'resolved-before', how: 'replayed' });
  });

  it('discards a letter, once', async () => {
    await write(deployment, [forge('unwanted', 1, { value: Buffer.from('?') })]);
    const { id } = await eventually(() => letterOf('unwanted'));
    expect(await letters().discard(id, 'ada')).toEqual({ kind: 'resolved', how: 'discarded' });
    expect(await letters().discard(id, 'ada')).toEqual({ kind: 'resolved-before', how: 'discarded' });
    expect(await letters().discard('987654321', 'ada')).toEqual({ kind: 'not-found' });
    expect(await letters().discard('x', 'ada')).toEqual({ kind: 'not-found' });
    expect((await letters().list({ state: 'discarded', topic: 'meals', limit: 1 })).map((each) => each.id)).toEqual([
      id,
    ]);
    expect((await letters().list({ before: id, limit: 100 })).map((each) => each.id)).not.toContain(id);
  });
});

describe('a partition', () => {
  const samePartition: OutgoingRecord = forge('row', 0);
  const stopped = (text: string) =>
    eventually(() =>
      expect(alarms).toContainEqual(
        expect.objectContaining({ kind: 'partition-stopped', because: expect.stringContaining(text) }),
      ),
    );

  it('stops and rings at several dead letters in a row, through restarts, until an operator judges', async () => {
    await write(deployment, [samePartition]);
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toHaveProperty('row'));
    const broken = Array.from({ length: 6 }, (_, n) => forge('row', 10 + n, { value: Buffer.from('?') }));
    await write(deployment, [...broken, forge('row', 20)]);
    await stopped('5 dead letters in a row');
    expect((await lettersOf('row')).map(({ state }) => state).sort()).toEqual([
      'blocking',
      'open',
      'open',
      'open',
      'open',
    ]);

    await hall.stop();
    alarms.length = 0;
    hall = await start(urlOf(hall));
    await stopped('waits for an operator');
    expect(await versionsIn(hall.dataSource)).toMatchObject({ row: 0 });

    const [blocking] = await letters().list({ state: 'blocking', limit: 10 });
    expect(await letters().discard(blocking?.id ?? '', 'ada')).toEqual({ kind: 'resolved', how: 'discarded' });
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ row: 20 }));
    expect(await lettersOf('row')).toHaveLength(6);
  });

  it('stops and rings at a record without a readable key; others are read on', async () => {
    await write(deployment, [forge('keyless', 1, { key: Buffer.from([0xff]) })]);
    await stopped('no readable key');
    const meals = Array.from({ length: 20 }, (_, n) => forge(`other ${n}`, 1));
    await write(deployment, meals);
    await eventually(async () => {
      const read = Object.keys(await versionsIn(hall.dataSource)).filter((meal) => meal.startsWith('other '));
      expect(read.length).toBeGreaterThan(5);
      expect(read.length).toBeLessThan(20);
    });
    const [blocking] = await letters().list({ state: 'blocking', limit: 10 });
    await letters().discard(blocking?.id ?? '', 'ada');
    await eventually(async () =>
      expect(Object.keys(await versionsIn(hall.dataSource))).toEqual(
        expect.arrayContaining(meals.map(({ key }) => String(key))),
      ),
    );
  });

  it('does not go on behind an event that the hook could not take note of', async () => {
    let hookFails = true;
    onDeadLetter = async (tx, letter) => {
      if (hookFails) throw new Error('cannot halt');
      await halt(tx, letter);
    };
    await write(deployment, [forge('unhalted', 1, { value: Buffer.from('?') }), forge('unhalted', 2)]);
    await stopped('a dead letter could not be written: cannot halt');
    expect(await lettersOf('unhalted')).toEqual([]);
    expect(await versionsIn(hall.dataSource)).not.toHaveProperty('unhalted');
    hookFails = false;
    await eventually(async () => expect(await versionsIn(hall.dataSource)).toMatchObject({ unhalted: 2 }));
    expect(await versionsIn(hall.dataSource)).toHaveProperty(['halt of unhalted']);
  });
});

async function readDeadLetters() {
  return deployment.readAll(`${mealCooked.topic.name}.dead-letters`);
}
