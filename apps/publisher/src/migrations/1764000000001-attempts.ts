import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Attempts1764000000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(attempts);
    await db.query(replies);
    const [role]: { app: string }[] = await db.query(`select quote_literal(current_setting('accord.app_role')) as app`);
    await db.query(upkeepFor(role?.app ?? 'null'));
    await db.query('select keep_attempts(2, 13, 1)');
    await revokeFromApp(db, 'update, delete, truncate on attempt, attempt_reply');
  }
}

const attempts = `
  -- Every request to a partner, for ever unchanged; its id is its permit's. The sender's half of the proof of a broadcast.
  create table attempt (
    attempt_id  uuid not null,
    at          timestamptz not null,
    partner_id  text not null,
    kind        text not null check (kind in ('show', 'remove', 'test')),
    -- None of a test event.
    posting_id  uuid,
    offer_id    uuid,
    version     bigint,
    revision    integer,
    -- 1 for the first request for its version.
    number      integer not null,
    endpoint_id uuid not null,
    result      text not null check (result in ('received', 'refused', 'gone', 'failed', 'cut')),
    status      integer,
    -- A code: timeout, tls, http-500 …
    error       text,
    -- nothing: no byte of it was given to a socket.
    sent        text not null check (sent in ('nothing', 'maybe', 'all')),
    duration_ms integer not null,
    -- Of the showable view that was sent, as the permit has it.
    digest      text,
    mapping     text,
    -- HMAC-SHA-256 of the body under the offer's contact key, where the body held a contact: erasing the key unlinks it.
    body_hmac   bytea,
    -- SHA-256 of the body, where it held no contact.
    body_sha256 bytea,
    primary key (attempt_id, at)
  ) partition by range (at);
  -- GET /v1/deliveries: the newest first, of an offer, of a partner, of all.
  create index attempt_of_offer on attempt (offer_id, at desc, attempt_id desc);
  create index attempt_of_partner on attempt (partner_id, at desc, attempt_id desc);
  create index attempt_newest on attempt (at desc, attempt_id desc);
`;

const replies = `
  -- What the partner answered, at most 16 KiB, kept for weeks only: it is the partner's text and may hold anything.
  create table attempt_reply (
    attempt_id   uuid not null,
    at           timestamptz not null,
    content_type text,
    body         bytea not null,
    truncated    boolean not null,
    primary key (attempt_id, at)
  ) partition by range (at);
`;

/** Partitions are made and dropped by the owner's right, lent for just that: the application role changes no
 * table. @param appRole as an SQL literal */
const upkeepFor = (appRole: string) => `
  create table attempt_other partition of attempt default;
  create table attempt_reply_other partition of attempt_reply default;

  -- Partitions for this month and so many after it; those that ended more than so many months ago go.
  create function keep_attempts(ahead integer, months integer, reply_months integer) returns void
    language plpgsql security definer set search_path from current as $$
  declare
    this_month timestamp := date_trunc('month', now() at time zone 'UTC');
    part record;
    starts timestamp;
  begin
    perform pg_advisory_xact_lock(hashtextextended('publisher.keep_attempts', 0));
    for part in select * from (values ('attempt', months), ('attempt_reply', reply_months)) as t(parent, keep) loop
      for i in 0..ahead loop
        starts := this_month + make_interval(months => i);
        if to_regclass(part.parent || to_char(starts, '_YYYY_MM')) is null then
          execute format('create table %I partition of %I for values from (%L) to (%L)',
            part.parent || to_char(starts, '_YYYY_MM'), part.parent,
            starts at time zone 'UTC', (starts + interval '1 month') at time zone 'UTC');
          execute format('revoke all on %I from %I',
            part.parent || to_char(starts, '_YYYY_MM'), ${appRole});
        end if;
      end loop;
    end loop;
    for part in
      select c.relname, k.keep
        from (values ('attempt', months), ('attempt_reply', reply_months)) as k(parent, keep)
        join pg_inherits i on i.inhparent = k.parent::regclass
        join pg_class c on c.oid = i.inhrelid
       where c.relname ~ ('^' || k.parent || '_\\d{4}_\\d{2}$')
         and to_date(right(c.relname, 7), 'YYYY_MM') < this_month - make_interval(months => k.keep)
    loop
      execute format('drop table %I', part.relname);
    end loop;
  end $$;
`;
