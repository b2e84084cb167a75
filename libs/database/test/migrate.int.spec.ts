import { randomBytes } from 'node:crypto';

import { adminDatabaseUrl } from '@accord/testing/environment';
import type { DataSource, QueryRunner } from 'typeorm';

import { createDataSource } from '../src/connect.js';
import { closeConnection, openConnection } from '../src/connection.js';
import { dropService, migrateService } from '../src/migrate.js';
import { Migration, revokeFromApp, type MigrationClass } from '../src/migration.js';
import { expectedVersion, schemaVersion } from '../src/schema-version.js';

class Offers1763900000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table offer (id int generated always as identity primary key, title text not null);
      create table ledger_entry (number int primary key);
    `);
    await revokeFromApp(db, 'update, delete on ledger_entry');
  }
}
class Titles1763900000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index offer_by_title on offer (title)');
  }
}

const suffix = `t${randomBytes(4).toString('hex')}`;
const migrations: MigrationClass[] = [Offers1763900000000];
const migrate = (service: string, steps = migrations, database = adminDatabaseUrl) =>
  migrateService({ adminUrl: database, schema: { service, migrations: steps }, suffix });

async function connect(url: string): Promise<DataSource> {
  return createDataSource({ url, applicationName: 'database test', poolSize: 2 }).initialize();
}

describe('two services in one database', () => {
  let intake: DataSource;
  let consent: DataSource;

  beforeAll(async () => {
    intake = await connect((await migrate('intake')).appUrl);
    consent = await connect((await migrate('consent')).appUrl);
  });
  afterAll(async () => {
    await intake?.destroy();
    await consent?.destroy();
    for (const service of ['intake', 'consent']) await dropService(adminDatabaseUrl, service, suffix);
  });

  it('each read and write their own tables, unnamed by schema', async () => {
    await intake.query(`insert into offer (title) values ('Cook')`);
    expect(await intake.query('select id, title from offer')).toEqual([{ id: 1, title: 'Cook' }]);
    expect(await consent.query('select * from offer')).toEqual([]);
  });

  it("cannot read, write or even name each other's tables", async () => {
    for (const statement of ['select * from', 'insert into', 'delete from', 'update']) {
      const rest = { 'insert into': ' default values', update: ' set title = title' }[statement] ?? '';
      await expect(intake.query(`${statement} consent_${suffix}.offer${rest}`)).rejects.toMatchObject({
        code: '42501',
      });
    }
  });

  it.each([
    ['make a table', 'create table more (id int)'],
    ['change a table', 'alter table offer add column more int'],
    ['drop a table', 'drop table offer'],
    ['empty a table unseen', 'truncate offer'],
    ['make a schema', 'create schema more'],
    ['become the owner', `set role intake_owner_${suffix}`],
    ['rewrite which migrations were done', 'delete from migration'],
    ['change an append-only table', 'delete from ledger_entry'],
  ])('as application cannot %s', (_what, statement) =>
    expect(intake.query(statement)).rejects.toMatchObject({ code: '42501' }),
  );

  it('say which version their schema stands at', async () => {
    expect(await schemaVersion(intake)).toBe(expectedVersion(migrations));
    expect(await schemaVersion(intake)).not.toBe(expectedVersion([...migrations, Titles1763900000001]));
  });

  it('keep their rows when migrated again, several at once, and go on to the next step', async () => {
    await intake.query(`insert into offer (title) values ('Baker')`);
    const steps = [...migrations, Titles1763900000001];
    const urls = await Promise.all([1, 2, 3].map(() => migrate('intake', steps)));
    expect(await schemaVersion(intake)).toBe(expectedVersion(steps));
    expect(await intake.query(`select title from offer where title = 'Baker'`)).toHaveLength(1);
    expect(new Set(urls.map((each) => new URL(each.appUrl).username)).size).toBe(1);
  });

  it('never go back', () => expect(new Titles1763900000001().down()).rejects.toThrow('forward only'));
});

describe("the administrator's url", () => {
  const database = `accord_${suffix}`;
  beforeAll(() => administer(`create database ${database}`));
  afterAll(() => administer(`drop database ${database} with (force)`));

  it('may point to any database: the schemas are made there', async () => {
    const url = new URL(adminDatabaseUrl);
    url.pathname = `/${database}`;
    const { appUrl } = await migrate('moderation', migrations, url.href);
    const moderation = await connect(appUrl);
    try {
      const [row] = await moderation.query('select current_database() as database, current_schema() as schema');
      expect(row).toEqual({ database, schema: `moderation_${suffix}` });
    } finally {
      await moderation.destroy();
      await dropService(url.href, 'moderation', suffix);
    }
  });
});

it('a service never migrated has no version', async () => {
  const dataSource = await connect(adminDatabaseUrl);
  try {
    expect(await schemaVersion(dataSource)).toBeUndefined();
  } finally {
    await dataSource.destroy();
  }
});

it('an extension is installed by the administrator and found without its schema', async () => {
  const schema = { service: 'portal', migrations, extensions: ['pg_trgm'] };
  const { appUrl } = await migrateService({ adminUrl: adminDatabaseUrl, schema, suffix });
  const portal = await connect(appUrl);
  try {
    expect(await portal.query(`select similarity('cook', 'cook')::float8 as same`)).toEqual([{ same: 1 }]);
  } finally {
    await portal.destroy();
    await dropService(adminDatabaseUrl, 'portal', suffix);
  }
});

async function administer(statement: string): Promise<void> {
  const admin = await openConnection(adminDatabaseUrl, 'database test');
  await admin.query(statement);
  await closeConnection(admin);
}
