import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

/** The ledger, and work that is carried out in pages or by the clock. */
export class Work1764000000004 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
    // What was entered stays as it is; what was agreed to keeps its wording.
    await revokeFromApp(db, 'update, delete, truncate on ledger_entry');
    await revokeFromApp(db, 'insert, update, delete, truncate on wording');
  }
}

const tables = `
  -- Leaves in the transaction of what they tell of; one sequencer numbers them afterwards, so that nobody waits for a chain.
  create table ledger_pending (
    id   bigint generated always as identity primary key,
    at   timestamptz not null default clock_timestamp(),
    leaf jsonb not null
  );
  create table ledger_entry (
    number  bigint primary key,
    at      timestamptz not null,
    epoch   integer not null,
    leaf    jsonb not null,
    -- Of ledger_pending; null for an entry read back from the topic after a restore.
    leaf_id bigint unique
  );

  -- Decisions that follow a change of many offers, page by page.
  create table redecision (
    id           bigint generated always as identity primary key,
    scope_kind   text not null check (scope_kind in ('offer', 'holder', 'partner', 'all')),
    scope_id     text not null,
    stop_id      uuid,
    -- The last offer done.
    after_offer  uuid not null default '00000000-0000-0000-0000-000000000000',
    leased_until timestamptz not null default '-infinity',
    created_at   timestamptz not null default clock_timestamp()
  );

  -- Who works on what the clock has changed; a table of its own, so that holder and offer rows are not locked for it.
  create table due_lease (
    scope_kind   text not null,
    scope_id     text not null,
    leased_until timestamptz not null,
    primary key (scope_kind, scope_id)
  );

  -- Agreements that the ledger tells of and a restored database lost: stopped until the employer gives them again.
  create table lost_agreement (
    agreement uuid primary key,
    holder_id text not null,
    digest    text not null,
    given_at  timestamptz not null
  );
  create index lost_agreement_by_holder on lost_agreement (holder_id);
`;
