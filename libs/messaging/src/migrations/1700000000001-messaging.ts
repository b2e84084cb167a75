import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Messaging1700000000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(outbox);
    await db.query(consumption);
    await db.query(deadLetters);
    await db.query(ownTopics);
  }
}

/** Topics are named without the deployment's prefix, everywhere. */
const outbox = `
  -- Events that are committed and not yet acknowledged by the broker. Rows live for milliseconds: vacuum often.
  create table outbox (
    id         bigint generated always as identity primary key,
    topic      text not null,
    key        bytea,
    value      bytea,
    headers    jsonb not null,
    -- Of key, headers and value, so that the relay takes a batch by size without reading values.
    size       integer not null,
    created_at timestamptz not null default now()
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

  -- At most one row: the relay sends nothing while it stands (the owner's database is older than what it wrote).
  create table relay_halt (
    only_row  boolean primary key default true check (only_row),
    topic     text not null,
    key       text not null,
    reason    text not null,
    halted_at timestamptz not null default now()
  );
`;

const consumption = `
  -- Where reading goes on. Changed only in the transaction that also holds what the events changed.
  create table stored_offset (
    topic       text not null,
    partition   integer not null,
    next        bigint not null,
    cluster_id  text not null,
    incarnation uuid,
    -- Raised whenever reading starts anew: an offset of an earlier time never matches.
    epoch       integer not null default 0,
    -- When it was last known to be at the end: tombstones are kept for 30 days after that.
    seen_at     timestamptz not null default now(),
    primary key (topic, partition)
  );

  -- What accord.topics says: which making of a topic this is, and whether its owner has filled it.
  create table topic_incarnation (
    topic       text primary key,
    incarnation uuid not null,
    complete    boolean not null
  );

  -- Topics that are being read again from their start, and the keys met so far: the others are erased at the end.
  create table rebuild (
    topic   text primary key,
    reason  text not null,
    started timestamptz not null default now()
  );
  create table rebuild_key (
    topic text not null references rebuild on delete cascade,
    key   text not null,
    primary key (topic, key)
  );

  -- The highest version handled of each key, for handlers that keep none themselves (keepHighest).
  create table seen_version (
    topic   text not null,
    key     text not null,
    version bigint not null,
    erased  boolean not null,
    primary key (topic, key)
  );
`;

const deadLetters = `
  create table dead_letter (
    id          bigint generated always as identity primary key,
    topic       text not null,
    partition   integer not null,
    "offset"    bigint not null,
    -- Of the offset that was stored: a topic made anew counts from zero again.
    epoch       integer not null,
    key         bytea,
    -- The key as text, null where it cannot be read.
    key_text    text,
    value       bytea,
    headers     jsonb not null,
    event_id    text,
    type        text,
    version     bigint,
    reason      text not null,
    error       text not null,
    -- blocking: the partition waits at this record for an operator's word.
    state       text not null check (state in ('open', 'blocking', 'replayed', 'discarded')),
    attempts    integer not null default 1,
    created_at  timestamptz not null default now(),
    resolved_at timestamptz,
    resolved_by text,
    unique (topic, partition, "offset", epoch)
  );
  -- listDeadLetters(): the newest first, mostly those that wait.
  create index dead_letter_by_state on dead_letter (state, id desc);
  -- Whether a key has a letter that waits.
  create index open_dead_letter on dead_letter (topic, key_text) where state in ('open', 'blocking');
`;

const ownTopics = `
  -- The last record of each key in the topics this service writes, as read back: what compaction keeps.
  create table last_record (
    topic   text not null,
    key     text not null,
    version bigint not null,
    erased  boolean not null,
    primary key (topic, key)
  );
`;
