import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

/** What is known of offers and partners, and where each offer is wanted. */
export class Offers1764000000002 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(tables);
  }
}

const tables = `
  -- What the gate holds for share of an offer: what its employer wants, and what clauses may be about of the text shown.
  create table offer (
    offer_id        uuid primary key,
    -- Never changes.
    holder_id       text not null,
    -- Intake's version; lower ones are ignored.
    version         bigint not null,
    intent          text not null check (intent in ('show', 'suspended', 'filled', 'withdrawn', 'erased')),
    reason          text,
    latest_revision integer not null,
    verdict         text not null default 'none' check (verdict in ('none', 'rejected', 'other')),
    -- The approved text; its view stands in offer_revision.
    shown_revision  integer,
    digest          text,
    occupation      text,
    communes        text[],
    departments     text[],
    contract_type   text,
    opens_at        timestamptz,
    closes_at       timestamptz,
    -- The clock passed closes_at; stored, so that a clock that steps back does not undo it.
    lapsed          boolean not null default false,
    standing        text not null default 'waiting',
    -- Of the last decision; epoch and number. 0 before the first.
    decision        bigint not null default 0,
    -- The text that the last decision shows; null where it shows none.
    decided_revision integer,
    decided_at      timestamptz not null default clock_timestamp(),
    next_change_at  timestamptz,
    check ((shown_revision is null) = (closes_at is null))
  ) with (fillfactor = 80);
  -- Pages of a holder's offers: re-decisions, previews.
  create index offer_by_holder on offer (holder_id, offer_id);
  -- Pages of what is shown or may be at a partner: a partner's change concerns these only.
  create index offer_shown on offer (offer_id) where standing = 'published';
  -- dueOffers(): openings and closings that the clock has reached.
  create index offer_due on offer (next_change_at) where next_change_at is not null;

  -- Texts: the one shown, and those that may yet be approved.
  create table offer_revision (
    offer_id uuid not null,
    revision integer not null,
    -- The sealed showable view, as decisions carry it.
    view     jsonb not null,
    digest   text not null,
    traits   jsonb not null,
    opens_at  timestamptz,
    closes_at timestamptz not null,
    primary key (offer_id, revision)
  );

  -- Moderation's last word on an offer, which may be heard before the offer is.
  create table verdict (
    offer_id          uuid primary key,
    version           bigint not null,
    revision          integer not null,
    verdict           text not null,
    take_down         boolean not null,
    approved_revision integer
  );

  create table partner (
    partner_id text primary key,
    version    bigint not null,
    name       text not null,
    category   text not null,
    conditions text[] not null,
    status     text not null,
    roles      text[] not null,
    -- Also a rights holder for the ads it sends in.
    changed_at timestamptz not null
  ) with (fillfactor = 50);

  -- What is wanted of one partner for one offer. Written under the offer's lock: exclusive by decisions, for share by the
  -- gate; so whoever has that lock waits for nobody here.
  create table posting (
    offer_id        uuid not null,
    partner_id      text not null,
    version         bigint not null,
    wanted          text not null check (wanted in ('show', 'remove', 'nothing')),
    -- Of the last text wanted there; kept when it is to be removed.
    revision        integer,
    digest          text,
    agreement       uuid,
    because         text,
    -- A permit to show was given since the partner was last known to have nothing.
    may_hold        boolean not null,
    -- The signed proof of this version, made at its first permit.
    proof           text,
    -- The stop that turned it into a removal.
    stop_id         uuid,
    decided_at      timestamptz not null,
    primary key (offer_id, partner_id),
    check (wanted <> 'show' or (revision is not null and digest is not null and agreement is not null))
  ) with (fillfactor = 80);
  -- postingsOfStop(): what came, or will come, down with an agreement or a stop.
  create index posting_by_agreement on posting (agreement) where wanted <> 'nothing';
  create index posting_by_stop on posting (stop_id) where stop_id is not null;
  -- Offers that a partner may have: pages of a partner's re-decision beside those that are shown.
  create index posting_by_partner on posting (partner_id, offer_id) where wanted <> 'nothing';

  -- What the publisher said of a posting last.
  create table outcome (
    offer_id       uuid not null,
    partner_id     text not null,
    version        bigint not null,
    state          text not null,
    wanted_version bigint not null,
    known_version  bigint not null,
    may_hold       boolean not null,
    since          timestamptz not null,
    reason         text,
    public_url     text,
    primary key (offer_id, partner_id)
  ) with (fillfactor = 80);
`;
