import { join } from 'node:path';
import pg from 'pg';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../infrastructure/embedded-database.ts';
import { temporaryFolder } from './fixtures/folder.ts';

const options = { dir: join(temporaryFolder(), 'postgres'), password: 'p@ss word/+', settings: { fsync: 'off' } };
let database: EmbeddedDatabase;
beforeAll(async () => {
  database = await startEmbeddedDatabase(options);
}, 60_000);
afterAll(() => database.stop());

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database of our own', () => {
  it('lets its administrator in, and nobody without the password', async () => {
    expect(await query('select current_user as who')).toEqual([{ who: 'postgres' }]);
    const stranger = new pg.Client({ connectionString: database.url.replace(/:[^:@]+@/, ':wrong@') });
    await expect(stranger.connect()).rejects.toThrow('password authentication failed');
  });

  it('orders characters the same on every machine', async () => {
    const sql =
      "select datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'postgres'";
    const [row] = await query(sql);
    expect(row).toMatchObject({ datlocale: 'C.UTF-8', encoding: 'UTF8' });
  });

  it('keeps what was committed when it is killed and started again', async () => {
    await query('create table kept (id int)');
    await query('insert into kept values (7)');
    const before = database.url;
    await database.kill();
    await database.start();
    expect(database.url).toBe(before);
    expect(await query('select id from kept')).toEqual([{ id: 7 }]);
  });

  it('is taken over by a starter that finds it running, its own having been killed', async () => {
    const forgotten = database;
    database = await startEmbeddedDatabase(options);
    expect(forgotten.process.exit()).toBeDefined();
    expect(await query('select id from kept')).toEqual([{ id: 7 }]);
  });
});
