import { Migration } from '@accord/database/migration';
import { messagingMigrations } from '@accord/messaging/migrations';
import type { QueryRunner } from 'typeorm';

class Directory1764000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(directory);
    await db.query(endpoints);
    await db.query(stops);
  }
}

const directory = `
  create table partner (
    partner_id      text primary key,
    -- Of its registry event: grows with every change.
    version         integer not null,
    name            text not null,
    website         text,
    roles           text[] not null,
    category        text not null,
    status          text not null check (status in ('active', 'suspended', 'closed')),
    -- What the partner says of itself, and what the operator has confirmed of it.
    declared        text[] not null default '{}',
    confirmed       text[] not null default '{}',
    concurrency     integer not null,
    rate_per_second double precision not null,
    halted          boolean not null default false,
    changed_at      timestamptz not null default now()
  );
  -- Who changed what in the directory; never changed itself.
  create table directory_change (
    id         bigint generated always as identity primary key,
    partner_id text not null,
    version    integer not null,
    what       text not null,
    actor      text not null,
    at         timestamptz not null default now()
  );
  create index directory_change_partner on directory_change (partner_id, id);

  -- Where each offer stands at each partner, for the partner's counts.
  create table posting (
    offer_id   uuid not null,
    partner_id text not null,
    version    bigint not null,
    state      text not null,
    primary key (partner_id, offer_id)
  );
`;

const endpoints = `
  create table endpoint (
    id              uuid primary key,
    -- One endpoint a partner: an offer is at a partner once.
    partner_id      text not null unique references partner,
    url             text not null,
    format          text not null,
    signing         text not null check (signing in ('hmac', 'ed25519')),
    secrets_version integer not null,
    paused          boolean not null default false
  );
  create table endpoint_secret (
    id          uuid primary key,
    endpoint_id uuid not null references endpoint on delete cascade,
    kind        text not null check (kind in ('hmac', 'ed25519')),
    -- AES-256-GCM under ENDPOINT_SECRETS_KEY, bound to the endpoint.
    sealed      bytea not null,
    -- Null while it is the newest.
    not_after   timestamptz
  );
  create index endpoint_secret_endpoint on endpoint_secret (endpoint_id);
  -- Each time secrets were handed out.
  create table secret_access (
    at        timestamptz not null default now(),
    service   text not null,
    endpoints uuid[] not null
  );
`;

const stops = `
  -- Stops and halts that consent must hear of: committed with the change, asked at once, then again until consent has answered.
  create table stop_call (
    stop         uuid primary key,
    partner_id   text not null references partner,
    call         jsonb not null,
    asked_at     timestamptz not null default now(),
    attempts     integer not null default 0,
    next_ask_at  timestamptz not null,
    effective_at timestamptz,
    receipt      text
  );
  create index stop_call_due on stop_call (next_ask_at) where effective_at is null;
`;

class Terms1764000000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(terms);
  }
}

const terms = `
  alter table partner
    add column terms_version  integer not null default 0,
    -- The last version with a material change: agreements under an older one do not count for the partner.
    add column terms_material integer not null default 0;
  -- Every version of a partner's own terms; what is confirmed never changes.
  create table partner_terms (
    partner_id   text not null references partner,
    version      integer not null,
    url          text not null,
    -- SHA-256 of the text at that address, where the partner told it.
    digest       text,
    summary      text not null,
    -- By the partner's word; the operator's may only add to it.
    material     boolean not null,
    published_at timestamptz not null default now(),
    confirmed_at timestamptz,
    confirmed_by text,
    primary key (partner_id, version)
  );
`;

export const migrations = [...messagingMigrations, Directory1764000000000, Terms1764000000001];
