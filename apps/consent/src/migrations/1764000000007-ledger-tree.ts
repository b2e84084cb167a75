import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

/** The tree over the ledger's entries, its signed checkpoints, and nobody who could change any of it. */
export class LedgerTree1764000000007 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
    await db.query(appendOnly);
    for (const table of ['ledger_node', 'ledger_checkpoint'])
      await revokeFromApp(db, `update, delete, truncate on ${table}`);
  }
}

const tables = `
  -- Complete subtrees of the Merkle tree: over the 2^level entries from index * 2^level on. Once there, they never change. Twice
  -- as many as entries; a proof reads a few dozen.
  create table ledger_node (
    level smallint not null,
    index bigint not null,
    hash  bytea not null check (octet_length(hash) = 32),
    primary key (level, index)
  );

  -- Signed roots. The highest tells how far the tree has come.
  create table ledger_checkpoint (
    tree_size bigint primary key check (tree_size > 0),
    root      bytea not null check (octet_length(root) = 32),
    signed_at timestamptz not null,
    -- JWS.
    signed    text not null
  );

  -- ledgerEntries(): what the ledger tells of one agreement, or of one stop.
  create index ledger_entry_by_agreement on ledger_entry ((leaf ->> 'agreement')) where leaf ->> 'agreement' is not null;
  create index ledger_entry_by_stop on ledger_entry ((leaf ->> 'stop')) where leaf ->> 'stop' is not null;
`;

/** The application role has no right to; the trigger stands in the way of the owner's own slips. */
const appendOnly = `
  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception '% of % refused: the ledger is append-only', tg_op, tg_table_name;
  end $$;
  create trigger append_only before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();
  create trigger append_only before update or delete or truncate on ledger_node
    for each statement execute function refuse_change();
  create trigger append_only before update or delete or truncate on ledger_checkpoint
    for each statement execute function refuse_change();
`;
