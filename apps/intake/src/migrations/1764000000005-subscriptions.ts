import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Subscriptions1764000000005 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(subscriptions);
    await db.query(deliveries);
  }
}

const subscriptions = `
  create table subscription (
    id              uuid primary key,
    holder          text not null,
    url             text not null,
    description     text,
    -- Null: events of every type, later ones too.
    types           text[],
    signing         text not null check (signing in ('hmac', 'ed25519')),
    -- paused: events wait. ended: housekeeping removes it once nobody can be writing for it any more.
    state           text not null default 'active' check (state in ('active', 'paused', 'ended')),
    paused_because  text check (paused_because in ('employer', 'gone', 'failing')),
    paused_at       timestamptz,
    -- Since when no request has succeeded; null while all is well.
    failing_since   timestamptz,
    last_success_at timestamptz,
    -- The endpoint asked to be left alone until then.
    not_before      timestamptz not null default now(),
    created_at      timestamptz not null default now(),
    changed_at      timestamptz not null default now(),
    check ((state = 'paused') = (paused_because is not null))
  );
  -- Whom an event is for, and an employer's list.
  create index subscription_by_holder on subscription (holder, id) where state <> 'ended';

  -- Encrypted, each bound to its subscription.
  create table subscription_secret (
    id              uuid primary key,
    subscription_id uuid not null references subscription on delete cascade,
    kind            text not null,
    sealed          bytea not null,
    created_at      timestamptz not null default now(),
    -- Signs beside its successor until then.
    not_after       timestamptz
  );
  create index subscription_secret_by_subscription on subscription_secret (subscription_id);
`;

const deliveries = `
  -- One event on its way to one subscription; the id is the header webhook-id.
  create table delivery (
    id               uuid primary key default gen_random_uuid(),
    subscription_id  uuid not null references subscription on delete cascade,
    event_id         bigint not null references offer_event,
    offer_id         uuid not null,
    type             text not null,
    state            text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
    attempts         integer not null default 0,
    created_at       timestamptz not null default now(),
    first_attempt_at timestamptz,
    last_attempt_at  timestamptz,
    next_attempt_at  timestamptz,
    -- Of the last attempt: the answer's status, or why there was none, and how long it took.
    status           integer,
    error            text,
    duration_ms      integer
  );
  -- list(): the newest first.
  create index delivery_by_subscription on delivery (subscription_id, event_id desc);
  -- The next one of a queue.
  create index delivery_pending on delivery (subscription_id, offer_id, event_id) where state = 'pending';
  -- Housekeeping forgets the oldest.
  create index delivery_by_age on delivery (created_at);

  -- An offer's events go to a subscription one after the other: there is a row while some are pending.
  create table delivery_queue (
    subscription_id uuid not null references subscription on delete cascade,
    offer_id        uuid not null,
    due_at          timestamptz not null default now(),
    -- Whose attempt is under way; over when due_at is.
    lease           uuid,
    primary key (subscription_id, offer_id)
  );
  -- claim(): what is due for one subscription, the oldest first.
  create index delivery_queue_due on delivery_queue (subscription_id, due_at);
`;
