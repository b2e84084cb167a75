import { adminDatabaseUrl } from '@accord/testing/environment';
import { eventually } from '@accord/testing/eventually';
import type { DataSource } from 'typeorm';

import { createDataSource } from '../src/connect.js';
import { closeConnection, openConnection, type Connection } from '../src/connection.js';
import { keptPlan } from '../src/statement-names.js';
import { isTransient } from '../src/transient.js';

describe('a broken connection', () => {
  let pool: DataSource;
  let admin: Connection;
  const lost: Error[] = [];

  beforeAll(async () => {
    admin = await openConnection(adminDatabaseUrl, 'connect test admin');
    pool = await createDataSource({
      url: adminDatabaseUrl,
      applicationName: 'connect test',
      poolSize: 3,
      statementTimeoutMs: 300,
      idleInTransactionTimeoutMs: 300,
      onConnectionLost: (error) => lost.push(error),
    }).initialize();
  });
  afterAll(async () => {
    await pool?.destroy();
    await closeConnection(admin);
  });

  const terminateAll = () =>
    admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'connect test'`);
  const pid = async (db: Pick<DataSource, 'query'>): Promise<number> =>
    (await db.query('select pg_backend_pid() as pid'))[0].pid;

  it('that was idle in the pool is told of and replaced', async () => {
    const before = await pid(pool);
    await terminateAll();
    await eventually(() => expect(lost.length).toBeGreaterThan(0));
    await eventually(async () => expect(await pid(pool)).not.toBe(before));
  });

  it('under a transaction fails it as transient, ends no process, and leaves the pool whole', async () => {
    const failure = await failureOf(
      pool.transaction(async (tx) => {
        await tx.query('select 1');
        await terminateAll();
        await new Promise((resolve) => setTimeout(resolve, 50));
        await tx.query('select 1');
      }),
    );
    expect(failure).toBeDefined();
    expect(isTransient(failure)).toBe(true);
    await eventually(async () => expect(await Promise.all([1, 2, 3, 4].map(() => pid(pool)))).toHaveLength(4));
  });

  it('that was checked out and idle ends no process', async () => {
    const runner = pool.createQueryRunner();
    await runner.connect();
    await terminateAll();
    await eventually(() => expect(runner.query('select 1')).rejects.toThrow());
    await runner.release();
    await eventually(async () => expect(await pid(pool)).toBeGreaterThan(0));
  });

  it('outside any pool ends no process', async () => {
    const single = await openConnection(adminDatabaseUrl, 'connect test');
    await terminateAll();
    await eventually(async () => expect(isTransient(await failureOf(single.query('select 1')))).toBe(true));
    await closeConnection(single);
  });

  it('is what a statement without end, or an abandoned transaction, comes to', async () => {
    // The test before ended the pool's sessions, which they learn a moment later.
    await eventually(() => expect(pool.query('select pg_sleep(5)')).rejects.toMatchObject({ code: '57014' }));
    const abandoned = pool.transaction(async (tx) => {
      await tx.query('select 1');
      await new Promise((resolve) => setTimeout(resolve, 700));
      await tx.query('select 1');
    });
    expect(isTransient(await failureOf(abandoned))).toBe(true);
  });
});

it('a session is READ COMMITTED whatever else is asked for, and that is kept', async () => {
  const url = new URL(adminDatabaseUrl);
  url.searchParams.set('options', '-c default_transaction_isolation=serializable -c work_mem=5MB');
  const pool = await createDataSource({ url: url.href, applicationName: 'session test', poolSize: 1 }).initialize();
  try {
    expect(await pool.query('show transaction_isolation')).toEqual([{ transaction_isolation: 'read committed' }]);
    expect(await pool.query('show work_mem')).toEqual([{ work_mem: '5MB' }]);
  } finally {
    await pool.destroy();
  }
});

describe('a statement', () => {
  let pool: DataSource;
  beforeAll(async () => {
    pool = await createDataSource({ url: adminDatabaseUrl, applicationName: 'plan test', poolSize: 1 }).initialize();
    await pool.query('create temporary table thing (id int primary key); insert into thing values (1)');
  });
  afterAll(() => pool?.destroy());

  const plansOf = async (text: string): Promise<number> => {
    const sql =
      'select count(*)::int as count from pg_prepared_statements where strpos(statement, $1) > 0 and name <> $2';
    return (await pool.query(sql, [text, '']))[0].count;
  };

  it('is planned once where it is run within transactions', async () => {
    const byId = 'select id from thing where id = $1';
    const twice = () => pool.transaction(async (tx) => [await tx.query(byId, [1]), await tx.query(byId, [2])]);
    expect(await twice()).toEqual([[{ id: 1 }], []]);
    expect(await twice()).toEqual([[{ id: 1 }], []]);
    expect(await plansOf(byId)).toBe(1);
  });

  it('is not planned for its values within transactions', async () => {
    const byIds = 'select id from thing where id = any($1::int[])';
    for (const id of [1, 2, 3]) await pool.transaction((tx) => tx.query(byIds, [[id]]));
    const sql = 'select generic_plans::int, custom_plans::int from pg_prepared_statements where statement = $1';
    expect(await pool.query(sql, [byIds])).toEqual([{ generic_plans: 3, custom_plans: 0 }]);
  });

  it('is planned for its values outside them, unless it says otherwise', async () => {
    await pool.query('select 5 + $1::int', [1]);
    expect(await plansOf('select 5 +')).toBe(0);
    await pool.query(keptPlan('select 6 + $1::int'), [1]);
    expect(await plansOf('select 6 +')).toBe(1);
  });

  it('whose answer a migration changed fails once, as transient', async () => {
    const all = () => pool.transaction((tx) => tx.query('select * from thing where id > $1', [0]));
    await all();
    await pool.query('alter table thing add column name text');
    expect(isTransient(await failureOf(all()))).toBe(true);
    expect(await all()).toEqual([{ id: 1, name: null }]);
  });

  it('that fails within a transaction is run again after it', async () => {
    const divide = (by: number) => pool.transaction((tx) => tx.query('select 6 / $1::int as part', [by]));
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' });
    expect(await divide(2)).toEqual([{ part: 3 }]);
  });
});

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}
