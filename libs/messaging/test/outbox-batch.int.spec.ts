import { defineEvent } from '@accord/contracts/define-event';
import { createDataSource } from '@accord/database/connect';
import { dropService, migrateService } from '@accord/database/migrate';
import { adminDatabaseUrl } from '@accord/testing/environment';
import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

import { messagingMigrations } from '../src/migrations.js';
import { addAllToOutbox, addToOutbox } from '../src/outbox.js';

const planted = defineEvent({
  type: 'tree.planted',
  topic: { name: 'trees', retention: 'compact', partitions: 1, writer: 'garden' },
  data: z.strictObject({ tree: z.string(), version: z.int() }),
  key: ({ tree }) => tree,
  version: ({ version }) => version,
  readers: [],
});

describe('many events of one transaction', () => {
  const suffix = `t${randomBytes(4).toString('hex')}`;
  let db: DataSource;

  beforeAll(async () => {
    const { appUrl } = await migrateService({
      adminUrl: adminDatabaseUrl,
      schema: { service: 'garden', migrations: messagingMigrations },
      suffix,
    });
    db = createDataSource({ url: appUrl, applicationName: 'test' });
    await db.initialize();
  });
  afterAll(async () => {
    await db?.destroy();
    await dropService(adminDatabaseUrl, 'garden', suffix);
  });

  it('stand in the outbox in their order, each as if written alone', async () => {
    const trees = Array.from({ length: 120 }, (_, n) => ({ tree: `oak "${n}" \\ é`, version: n }));
    await db.transaction(async (tx) => {
      await addAllToOutbox(tx, planted, trees);
      await addToOutbox(tx, planted, { tree: 'elm', version: 1 });
    });
    const rows: { tree: string; size: number; headers: object }[] = await db.query(
      `select convert_from(key, 'utf8') as tree, size, headers from outbox order by id`,
    );
    expect(rows.map(({ tree }) => tree)).toEqual([...trees.map(({ tree }) => tree), 'elm']);
    expect(Object.keys(rows[0]?.headers ?? {})).toEqual(Object.keys(rows[120]?.headers ?? {}));
    expect(rows.every(({ size }) => size > 100)).toBe(true);
  });

  it('are refused whole where one breaks the contract', async () => {
    const before = await db.query('select count(*)::int as n from outbox');
    const broken = db.transaction((tx) =>
      addAllToOutbox(tx, planted, [
        { tree: 'ash', version: 1 },
        { tree: 'yew', version: 0.5 },
      ]),
    );
    await expect(broken).rejects.toThrow();
    expect(await db.query('select count(*)::int as n from outbox')).toEqual(before);
  });

  it('are nothing, where there are none', () =>
    expect(db.transaction((tx) => addAllToOutbox(tx, planted, []))).resolves.toBeUndefined());
});
