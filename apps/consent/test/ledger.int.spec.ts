import { verifyCheckpoint } from '@accord/receipts/checkpoint';
import { entryHash, type HashedEntry } from '@accord/receipts/ledger-entry';
import { appendLeaves } from '@accord/receipts/merkle/append';
import { foldNodes } from '@accord/receipts/merkle/nodes';
import { v7 as uuid } from 'uuid';

import { listCheckpoints } from '../src/ledger/tree.store.js';
import { ProtocolUnderTest } from './protocol-under-test.js';

const entries: readonly HashedEntry[] = Array.from({ length: 1_203 }, (_one, number) => ({
  number,
  at: new Date(1_764_000_000_000 + number).toISOString(),
  epoch: 0,
  leaf: { kind: 'stopped', stop: uuid(), effectiveAt: new Date(1_764_000_000_000 + number).toISOString() },
}));
const rootOf = (size: number): string =>
  foldNodes(appendLeaves(0, [], entries.slice(0, size).map(entryHash)).frontier).toString('hex');

describe('the ledger’s tree', () => {
  let protocol: ProtocolUnderTest;
  beforeAll(async () => (protocol = await ProtocolUnderTest.start()));
  afterAll(() => protocol.stop());

  const enter = async (from: number, to: number): Promise<void> => {
    const some = entries.slice(from, to);
    await protocol.db.query(
      `insert into ledger_entry (number, at, epoch, leaf)
       select * from unnest($1::bigint[], $2::timestamptz[], $3::int[], $4::jsonb[])`,
      [some.map(({ number }) => number), some.map(({ at }) => at), some.map(() => 0), some.map(({ leaf }) => leaf)],
    );
  };
  const sizes = async (): Promise<number[]> =>
    (await listCheckpoints(protocol.db, undefined, 20)).map(({ treeSize }) => treeSize);

  it('takes in what the topic has acknowledged, and nothing from the first entry on that it has not', async () => {
    await enter(0, 8);
    await protocol.db.query(
      `insert into outbox (topic, key, headers, size) values ('consent.ledger', convert_to('5', 'UTF8'), '{}', 0)`,
    );
    expect(await protocol.tree.execute()).toBe(false);
    expect(await sizes()).toEqual([5]);
    await protocol.db.query('delete from outbox');
    await protocol.tree.execute();
    await protocol.tree.execute();
    expect(await sizes()).toEqual([8, 5]);
  });

  it('catches up in pages, by two instances at once, to the same tree', async () => {
    await enter(8, 1_202);
    let more = true;
    while (more) more = (await Promise.all([protocol.tree.execute(), protocol.tree.execute()])).some(Boolean);
    const checkpoints = await listCheckpoints(protocol.db, undefined, 20);
    expect(checkpoints.map(({ treeSize }) => treeSize)).toEqual([1_202, 1_008, 508, 8, 5]);
    for (const { treeSize, rootHash, at, signed } of checkpoints) {
      expect(rootHash).toBe(rootOf(treeSize));
      const { iss, iat, ...said } = verifyCheckpoint(signed, protocol.keys.published);
      expect({ iss, at: new Date(iat * 1_000).toISOString(), ...said }).toEqual({
        iss: protocol.keys.issuer,
        at,
        treeSize,
        rootHash,
      });
    }
  });

  it('signs nothing while no permit is given, as in a restore', async () => {
    await enter(1_202, 1_203);
    await protocol.db.query(`update consent_state set frozen = 'restore'`);
    await protocol.tree.execute();
    expect((await sizes())[0]).toBe(1_202);
    await protocol.db.query('update consent_state set frozen = null');
    await protocol.tree.execute();
    expect((await sizes())[0]).toBe(1_203);
  });

  it('signs nothing where an entry is missing, and says which', async () => {
    await protocol.db.query(`insert into ledger_entry (number, at, epoch, leaf) values (1204, now(), 0, '{}')`);
    await expect(protocol.tree.execute()).rejects.toThrow(/lacks entry 1203/);
    expect((await sizes())[0]).toBe(1_203);
  });
});
