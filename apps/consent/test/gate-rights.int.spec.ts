import { closeConnection, openConnection } from '@accord/database/connection';
import { adminDatabaseUrl } from '@accord/testing/environment';

import { ProtocolUnderTest } from './protocol-under-test.js';

describe('the service’s own role', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  it.each([
    'update ledger_entry set epoch = 9',
    'delete from ledger_entry',
    'truncate ledger_entry',
    'drop table ledger_entry',
    'drop trigger append_only on ledger_entry',
    'alter table ledger_entry disable trigger append_only',
    'create or replace function refuse_change() returns trigger language sql as $$ select null $$',
    'set session_replication_role = replica',
    'update ledger_node set level = 9',
    'delete from ledger_node',
    'truncate ledger_node',
    'drop trigger append_only on ledger_node',
    'update ledger_checkpoint set tree_size = 9',
    'delete from ledger_checkpoint',
    'truncate ledger_checkpoint',
    'drop trigger append_only on ledger_checkpoint',
    `update wording set body = ''`,
    'delete from wording',
  ])('cannot change what was entered in the ledger or agreed to: %s', (sql) =>
    expect(protocol.db.query(sql)).rejects.toThrow(/permission denied|must be owner/),
  );

  it.each([
    ['ledger_entry', 'epoch'],
    ['ledger_node', 'level'],
    ['ledger_checkpoint', 'tree_size'],
  ])('and a slip of the owner, or of an administrator, is refused too: %s', async (table, column) => {
    const schema = String((await protocol.one('select current_schema() as name'))?.['name']);
    const admin = await openConnection(adminDatabaseUrl, 'accord test');
    try {
      await admin.query(`set search_path to "${schema}"`);
      for (const sql of [`update ${table} set ${column} = 9`, `delete from ${table}`, `truncate ${table}`])
        await expect(admin.query(sql)).rejects.toThrow(/append-only/);
    } finally {
      await closeConnection(admin);
    }
  });
});
