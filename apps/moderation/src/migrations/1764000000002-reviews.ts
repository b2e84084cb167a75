import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Reviews1764000000002 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(reviews);
    await db.query(reports);
    await db.query(audit);
    await revokeFromApp(db, 'update, delete on audit_entry');
  }
}

const reviews = `
  create table review (
    -- UUID version 7: the queue is read in the order of ids, which is the order of age.
    id            uuid primary key,
    offer_id      uuid not null references verification,
    revision      integer not null,
    kind          text not null check (kind in ('doubt', 'appeal', 'report')),
    state         text not null check (state in ('open', 'decided', 'superseded')),
    version       integer not null default 1,
    -- What the machine found, or the verdict that is contested.
    findings      jsonb not null,
    -- The employer's words in an appeal; null once erased.
    reason        text,
    -- The moderator whose verdict is contested.
    contested     text,
    opened_at     timestamptz not null,
    claimed_by    text,
    claimed_until timestamptz,
    decided_by    text,
    decided_at    timestamptz,
    verdict       text
  );
  -- list(): the oldest of a state first.
  create index review_by_state on review (state, id);
  -- Closing an offer's reviews; and a second appeal or doubt never stands beside an open one.
  create unique index review_open on review (offer_id, kind) where state = 'open';
  -- appealed(): an offer's reviews, of which there are few.
  create index review_by_offer on review (offer_id);
`;

const reports = `
  -- What readers reported. Several about one ad share a review.
  create table report (
    id          uuid primary key,
    offer_id    uuid not null references verification,
    review_id   uuid not null references review,
    reason      text not null,
    comment     text,
    reported_at timestamptz not null
  );
  create index report_by_review on report (review_id, id);
`;

const audit = `
  -- Who did what in the queue. Only ever added to.
  create table audit_entry (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    actor     text not null,
    action    text not null check (action in ('claimed', 'decided', 'appealed', 'reported')),
    offer_id  uuid not null,
    revision  integer not null,
    review_id uuid not null,
    verdict   text
  );
  create index audit_entry_by_offer on audit_entry (offer_id, id);
`;
