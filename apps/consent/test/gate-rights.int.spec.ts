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
    `update wording set body = ''`,
    'delete from wording',
  ])('cannot change what was entered in the ledger or agreed to: %s', (sql) =>
    expect(protocol.db.query(sql)).rejects.toThrow(/permission denied|must be owner/),
  );
});
