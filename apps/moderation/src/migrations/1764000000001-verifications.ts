import { Migration, revokeFromApp } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Verifications1764000000001 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(verifications);
    await db.query(verdicts);
    await revokeFromApp(db, 'update, delete on verdict');
  }
}

const verifications = `
  -- Each offer as it was last heard of, and moderation's last word on it. Locked before anything of the offer is written.
  create table verification (
    offer_id          uuid primary key,
    -- Highest version seen of offer.revised, erasures included.
    offer_version     integer not null,
    revision          integer not null,
    intent            text not null check (intent in ('show', 'suspended', 'filled', 'withdrawn')),
    holder            text not null,
    -- The revision's text, contacts sealed; null once erased.
    offer             jsonb,
    submitted_at      timestamptz not null,
    -- Of offer.verified; 0 while nothing was said.
    verdict_version   integer not null default 0,
    verdict_revision  integer,
    verdict           text check (verdict in ('inReview', 'approved', 'changesRequested', 'rejected')),
    -- The moderator whose word it is; null for the machine's.
    verdict_by        text,
    approved_revision integer
  );

  -- Texts that wait for their verification. A row is worked on by whoever holds its lease.
  create table pending_verification (
    offer_id     uuid primary key references verification,
    revision     integer not null,
    due_at       timestamptz not null,
    -- How often the register was asked in vain.
    attempts     integer not null default 0,
    lease        uuid,
    leased_until timestamptz
  );
  -- claimDue(): the oldest first; the table is as small as the backlog.
  create index pending_verification_due on pending_verification (due_at);
`;

const verdicts = `
  -- Every word ever said, with what it rests on. Only ever added to; it holds no personal data but a moderator's id.
  create table verdict (
    offer_id          uuid not null,
    version           integer not null,
    revision          integer not null,
    verdict           text not null,
    take_down         boolean not null,
    findings          jsonb not null,
    policy_version    text not null,
    decided_by        text not null check (decided_by in ('machine', 'moderator')),
    moderator         text,
    review_id         uuid,
    -- What the establishment register answered, where it was asked.
    register          jsonb,
    approved_revision integer,
    decided_at        timestamptz not null,
    primary key (offer_id, version)
  );
`;
