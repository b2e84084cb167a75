import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Imports1764000000003 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(imports);
  }
}

const imports = `
  create table import (
    id         uuid primary key,
    holder     text not null,
    started_at timestamptz not null default now(),
    -- When its last records were done.
    last_at    timestamptz not null default now(),
    -- Null while it runs, and for ever where the process died.
    ended_at   timestamptz,
    -- interrupted: the connection ended before the body did; what has a receipt is done.
    outcome    text check (outcome in ('complete', 'interrupted'))
  );
  -- Housekeeping forgets the oldest.
  create index import_by_age on import (started_at);

  -- What became of each record, written in the transaction that did it.
  create table import_receipt (
    import_id uuid not null references import on delete cascade,
    line      integer not null,
    receipt   jsonb not null,
    primary key (import_id, line)
  );
`;
