import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Offers1764000000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(offers);
    await db.query(heard);
    await db.query(requests);
  }
}

const offers = `
  create table offer (
    -- UUID version 7: ids sort by time.
    id           uuid primary key,
    -- The employer's SIREN.
    holder       text not null,
    reference    text not null,
    title        text not null,
    -- Of offer.revised.
    version      integer not null check (version > 0),
    revision     integer not null check (revision > 0),
    intent       text not null check (intent in ('show', 'suspended', 'filled', 'withdrawn')),
    -- A code, as it stands on the topic.
    reason       text,
    -- What moderation and consent last said, as the state is folded from it (domain/offer-life.ts).
    verification jsonb not null,
    publication  jsonb not null,
    -- Folded; kept for lists.
    state        text not null,
    closes_on    text not null,
    -- HMAC over what the employer sent last, so that an import tells what has not changed.
    draft_digest bytea not null,
    created_at   timestamptz not null,
    submitted_at timestamptz not null,
    changed_at   timestamptz not null,
    constraint offer_reference_key unique (holder, reference)
  );
  -- list(): an employer's offers, the newest first; all, or of one state.
  create index offer_by_holder on offer (holder, id desc);
  create index offer_by_state on offer (holder, state, id desc);

  -- Every text an employer ever submitted. Contacts are sealed here as they are on topics.
  create table revision (
    offer_id     uuid not null references offer,
    revision     integer not null,
    offer        jsonb not null,
    -- Of the checks that need no context.
    findings     jsonb not null,
    submitted_at timestamptz not null,
    primary key (offer_id, revision)
  );
`;

const heard = `
  -- The last verdict of each offer with its findings; null once erased.
  create table offer_verdict (
    offer_id uuid primary key,
    version  bigint not null,
    verdict  jsonb
  );

  -- The last decision of each offer: what is wanted of which partner; null once erased.
  create table offer_decision (
    offer_id uuid primary key,
    version  bigint not null,
    decision jsonb
  );

  -- The last outcome at each partner: the employer's live map; null once erased.
  create table posting (
    offer_id uuid not null,
    partner  text not null,
    version  bigint not null,
    outcome  jsonb,
    primary key (offer_id, partner)
  );
`;

const requests = `
  -- What was answered under an Idempotency-Key. The digest is an HMAC: bodies hold contacts.
  create table idempotency_key (
    holder         text not null,
    key            text not null,
    request_digest bytea not null,
    answer         jsonb not null,
    created_at     timestamptz not null default now(),
    primary key (holder, key)
  );
  -- Housekeeping forgets the oldest.
  create index idempotency_key_by_age on idempotency_key (created_at);

  -- Stops asked of consent. The id follows from offer and version, so that the event carries the same stop.
  create table offer_stop (
    stop         uuid primary key,
    offer_id     uuid not null references offer,
    holder       text not null,
    version      integer not null,
    intent       text not null,
    reason       text not null,
    asked_at     timestamptz not null,
    -- Null: still stopping, or consent was not reached.
    effective_at timestamptz,
    receipt      text,
    -- A later change of the same offer took its place before it was done.
    superseded   boolean not null default false,
    next_ask_at  timestamptz not null,
    attempts     integer not null default 0
  );
  -- lastOf(): the last stop of an offer.
  create unique index offer_stop_by_offer on offer_stop (offer_id, version desc);
  -- claimDue(): the few that are not done.
  create index offer_stop_due on offer_stop (next_ask_at) where effective_at is null and not superseded;
`;
