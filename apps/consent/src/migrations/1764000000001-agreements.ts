import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

/** Who may agree, and what they agreed to. */
export class Agreements1764000000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
  }
}

const tables = `
  -- One row, read by every batch of asks and locked only by the ledger's sequencer.
  create table consent_state (
    only_row  boolean primary key default true check (only_row),
    -- Raised by a restore; versions are epoch and number.
    epoch     integer not null default 0,
    -- Why no permit is given at all; null when all is well.
    frozen    text,
    -- The number the next ledger entry will have.
    next_leaf bigint not null default 0
  );
  insert into consent_state default values;

  -- The row that a change of a holder's clauses locks; the gate holds it for share. Narrow, for it is locked often.
  create table holder (
    holder_id      text primary key,
    -- When the clock will next begin or end one of its clauses.
    next_change_at timestamptz,
    changed_at     timestamptz not null default clock_timestamp()
  ) with (fillfactor = 70);
  -- dueHolders(): what the clock has changed, oldest first.
  create index holder_due on holder (next_change_at) where next_change_at is not null;

  create table wording (
    wording_id text not null,
    version    integer not null,
    language   text not null check (language in ('fr', 'en')),
    -- What it is the text of.
    effect     text not null check (effect in ('allow', 'refuse')),
    title      text not null,
    body       text not null,
    -- SHA-256 over the JCS form of {id, version, language, title, body}.
    digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
    primary key (wording_id, version, language)
  );

  -- An agreement. Never edited: it begins, and it ends once.
  create table clause (
    clause_id        uuid primary key,
    holder_id        text not null,
    effect           text not null check (effect in ('allow', 'refuse')),
    offers           text not null check (offers in ('one', 'filter', 'all')),
    offer_id         uuid,
    filter           jsonb,
    audience         jsonb not null,
    starts_at        timestamptz,
    ends_at          timestamptz,
    conditions       text[] not null,
    wording_id       text not null,
    wording_version  integer not null,
    wording_language text not null,
    wording_digest   text not null,
    -- SHA-256 over the JCS form of the clause as it was given.
    digest           text not null,
    pending_proof    boolean not null,
    replaces         uuid,
    -- Who gave it, within the employer: personal data, never on a topic, never in the ledger.
    given_by         jsonb,
    actor            text not null,
    given_at         timestamptz not null,
    -- The clock reached its beginning; stored, so that a clock that steps back does not undo it.
    begun            boolean not null,
    ended_as         text check (ended_as in ('withdrawn', 'replaced', 'lapsed')),
    ended_at         timestamptz,
    -- The stop that its end, or its beginning, caused.
    stop_id          uuid,
    check ((offers = 'one') = (offer_id is not null) and (offers = 'filter') = (filter is not null)),
    check ((ended_as is null) = (ended_at is null))
  );
  -- clausesOf(): what has not ended, of one holder; one-offer clauses only of the offers asked about. A holder with 10,000
  -- one-offer clauses and a batch of 500 offers reads at most the 500 and the general ones.
  create index clause_in_force on clause (holder_id, offer_id) where ended_as is null;
  -- listAgreements(): the newest first.
  create index clause_by_holder on clause (holder_id, given_at desc, clause_id desc);
  -- Whether an agreement was replaced, and by which.
  create unique index clause_replacing on clause (replaces) where replaces is not null;
`;
