import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Postings1764000000000 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(partners);
    await db.query(postings);
    await db.query(runners);
  }
}

const partners = `
  -- The directory, as its registry tells it.
  create table partner (
    partner_id      text primary key,
    -- As in the contract partner.registered; null: the partner pulls, or is not ready.
    endpoint        jsonb,
    concurrency     integer not null,
    rate_per_second double precision not null
  );

  -- Each partner's lane: which process runs it, and what the partner's own answers ask for.
  create table lane (
    partner_id  text primary key,
    owner       uuid,
    owned_until timestamptz,
    -- Retry-After: nothing is sent before.
    resume_at   timestamptz,
    -- 410: nothing is sent until the endpoint changes, was paused and released, or takes a test event.
    gone_at     timestamptz
  );
`;

const postings = `
  -- The showable views that are wanted anywhere, contacts sealed. What nobody may show is not kept.
  create table offer_view (
    offer_id uuid not null,
    -- SHA-256 over the JCS form, as we work it out ourselves.
    digest   text not null,
    view     json not null,
    primary key (offer_id, digest)
  );

  -- One offer at one partner: what is wanted, what is known, and when the difference is due.
  create table posting (
    posting_id      uuid primary key,
    offer_id        uuid not null,
    -- By bytes: keys of the topic sort as (offer, partner) does.
    partner_id      text collate "C" not null,
    wanted          text not null check (wanted in ('show', 'remove', 'nothing')),
    wanted_version  bigint not null,
    wanted_at       timestamptz not null,
    -- Of a show.
    revision        integer,
    digest          text,
    agreement       uuid,
    -- Of a removal.
    because         text,
    known           text not null check (known in ('show', 'remove', 'nothing')),
    known_version   bigint not null,
    known_revision  integer,
    may_hold        boolean not null,
    state           text not null,
    since           timestamptz not null,
    reason          text,
    public_url      text,
    attempts        integer not null,
    asks            integer not null,
    -- When the next request may be made; while leased, when the lease ends.
    due_at          timestamptz,
    permit          uuid,
    outcome_version bigint not null,
    -- Whoever sends it now. A lease for a show counts as "may hold" should it never be given back.
    lease           uuid,
    lease_kind      text,
    leased_by       uuid,
    check (wanted <> 'show' or (revision is not null and digest is not null and agreement is not null)),
    check ((lease is null) = (lease_kind is null) and (lease is null) = (leased_by is null))
  ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

  -- Decisions and acknowledgements: the postings of an offer.
  create unique index posting_of_offer on posting (offer_id, partner_id);
  -- claim(): what is due at one partner, removals apart, oldest first. Led by the partner, so that one partner's backlog costs
  -- the others nothing (3 ms for 100 of a million; 160 ms with an index on due_at alone).
  create index posting_due on posting (partner_id, wanted, due_at)
    where wanted_version <> known_version and due_at is not null;
  -- expired(): leases whose owner vanished.
  create index posting_leased on posting (leased_by, due_at) where lease is not null;
`;

const runners = `
  -- Publisher processes that are up, so that each lane is run by one of them.
  create table runner (
    runner_id  uuid primary key,
    -- Null: all.
    lanes      text[],
    host       text not null,
    boot       text not null,
    pid        integer not null,
    start_time text not null,
    seen_until timestamptz not null
  );
`;
