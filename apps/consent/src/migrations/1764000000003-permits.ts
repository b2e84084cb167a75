import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

/** Sessions, permits, stops, halts: what the promises stand on. */
export class Permits1764000000003 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(sessions);
    await db.query(permits);
    await db.query(stops);
  }
}

const sessions = `
  create table session (
    session_id uuid primary key,
    host       text not null,
    boot       text not null,
    pid        integer not null,
    start_time text not null,
    epoch      integer not null,
    state      text not null check (state in ('open', 'fenced', 'ended')),
    opened_at  timestamptz not null,
    -- Why it is certain that nothing more can leave it.
    evidence   jsonb,
    fenced_at  timestamptz,
    -- When the permits of a fenced one close.
    closes_at  timestamptz,
    closed     boolean not null default false
  );
  -- Those still open: supervisors, successors, and stops after a restore look for them.
  create index session_open on session (host, boot, pid) where state = 'open';
  -- closeFenced(): fenced, permits not closed yet.
  create index session_closing on session (closes_at) where state = 'fenced' and not closed;
`;

const permits = `
  -- The permits: a row lets one request start, and the primary key lets one be under way for each posting. Small: as many rows
  -- as requests in flight. Rows live for milliseconds: vacuum often.
  create table open_permit (
    offer_id   uuid not null,
    partner_id text not null,
    permit     uuid not null unique,
    session_id uuid not null,
    holder_id  text not null,
    kind       text not null check (kind in ('show', 'remove')),
    version    bigint not null,
    revision   integer,
    digest     text,
    agreement  uuid,
    contacts   boolean,
    opened_at  timestamptz not null,
    primary key (offer_id, partner_id),
    check ((kind = 'show') = (agreement is not null))
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

  -- Ids of attempts that were permitted, or closed before they were asked for: an id is used once. Asks and closings of one id
  -- meet at this key, whichever comes first. Kept for a day (forgetOldAttempts), read by time through a BRIN of a few pages.
  create table attempt_seen (
    attempt uuid primary key,
    seen_at timestamptz not null default clock_timestamp()
  );
  create index attempt_seen_by_time on attempt_seen using brin (seen_at);

  -- What was permitted and how it ended. A partitioned table cannot hold the key of open_permit, hence two tables.
  create table permit_log (
    permit     uuid not null,
    offer_id   uuid not null,
    partner_id text not null,
    session_id uuid not null,
    kind       text not null,
    version    bigint not null,
    revision   integer,
    digest     text,
    agreement  uuid,
    opened_at  timestamptz not null,
    closed_at  timestamptz not null,
    -- answered, cut, notSent: the publisher's word. fenced, renewed: its session's end.
    outcome    text not null,
    status     integer
  ) partition by range (closed_at);
  create table permit_log_default partition of permit_log default;
  -- passport(): what was sent of one offer, the newest first.
  create index permit_log_by_offer on permit_log (offer_id, partner_id, closed_at desc);

  -- Makes a month's partition. The application role makes no tables, so the owner does it for it.
  create function ensure_permit_log_month(month date) returns void
  language plpgsql security definer set search_path from current as $$
  declare
    first date := date_trunc('month', month);
    name  text := 'permit_log_' || to_char(first, 'YYYY_MM');
  begin
    if to_regclass(name) is not null then return; end if;
    execute format('create table %I partition of permit_log for values from (%L) to (%L)',
                   name, first, first + interval '1 month');
  exception when duplicate_table then null;
  end $$;
  select ensure_permit_log_month(current_date);
  select ensure_permit_log_month((current_date + interval '1 month')::date);
`;

const stops = `
  -- Stops that are about to lock their row: the gate turns away what they are about, so that the lock is not starved. A row
  -- holds the whole change, so that any instance can finish it. \`change\` null: somebody only waits for the lock.
  create table stop_intent (
    stop_id    uuid primary key,
    scope_kind text not null check (scope_kind in ('session', 'partner', 'holder', 'offer')),
    scope_id   text not null,
    change     jsonb,
    created_at timestamptz not null default clock_timestamp()
  ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);

  create table stop (
    stop_id      uuid primary key,
    -- Why: agreement-withdrawn, agreement-lapsed, refusal, offer-withdrawn, partner-changed, halt …
    because      text not null,
    scope_kind   text not null check (scope_kind in ('partner', 'holder', 'offer')),
    scope_id     text not null,
    -- Whose offers it is about; null for a partner's.
    holder_id    text,
    agreement    uuid,
    actor        text,
    requested_at timestamptz not null,
    -- When the change was committed: no permit against it is given after that.
    applied_at   timestamptz not null,
    -- When its list was empty. From then on no broadcast of what it covers starts or is under way.
    effective_at timestamptz,
    -- The last ledger leaf that must be acknowledged before it is said to be done.
    leaf_id      bigint
  );
  create index stop_under_way on stop (applied_at) where effective_at is null;

  -- The permits that were open against a stop when it was applied.
  create table stop_permit (
    stop_id    uuid not null,
    permit     uuid not null,
    offer_id   uuid not null,
    partner_id text not null,
    closed_at  timestamptz,
    primary key (stop_id, permit)
  );
  -- strike(): the lists that a closing permit stands on.
  create index stop_permit_open on stop_permit (permit) where closed_at is null;

  -- Orders to stop; each is lifted by whoever set it. Lifted ones are gone: the ledger keeps what was.
  create table halt (
    scope_kind text not null check (scope_kind in ('partner', 'holder', 'offer')),
    scope_id   text not null,
    set_by     text not null,
    reason     text not null,
    since      timestamptz not null,
    stop_id    uuid not null,
    -- Of the event that could not be handled, where that is the reason: a later one lifts it.
    version    bigint,
    primary key (scope_kind, scope_id, set_by)
  );
`;
