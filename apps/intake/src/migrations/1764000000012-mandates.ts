import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Mandates1764000000012 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(mandates);
    await db.query(agents);
  }
}

const mandates = `
  -- Who may act for an employer, in what, and until when.
  create table mandate (
    id           uuid primary key,
    -- The employer's SIREN: the rights holder, whoever acts.
    holder       text not null,
    -- The SIREN of who acts.
    agent        text not null,
    kind         text not null,
    -- Null: all establishments of the employer.
    sirets       text[],
    acts         text[] not null,
    -- {sha256, description} of the document it rests on.
    proof        jsonb,
    declared_by  text not null check (declared_by in ('holder', 'agent')),
    state        text not null check (state in ('pending', 'active', 'ended')),
    -- Days in Europe/Paris, both included.
    starts_on    date not null default (now() at time zone 'Europe/Paris')::date,
    ends_on      date,
    created_at   timestamptz not null default now(),
    -- {role, id} of who confirmed or ended it: an operator stands for a person.
    confirmed_at timestamptz,
    confirmed_by jsonb,
    ended_at     timestamptz,
    ended_by     jsonb,
    end_reason   text,
    check (holder <> agent),
    check (ends_on is null or ends_on >= starts_on),
    check (state <> 'pending' or (declared_by = 'agent' and proof is not null)),
    check ((state = 'ended') = (ended_at is not null))
  );
  -- One at a time; of(): the mandate of an agent for an employer.
  create unique index mandate_open on mandate (holder, agent) where state <> 'ended';
  create index mandate_by_holder on mandate (holder, id desc);
  create index mandate_by_agent on mandate (agent, holder, id desc);
  -- What operators have to confirm.
  create index mandate_pending on mandate (id desc) where state = 'pending';
`;

const agents = `
  -- Under which mandate an offer was made, and who acts for its employer: it sees the offers made under its mandates alone.
  alter table offer add column mandate jsonb;
  alter table offer add column agent text generated always as (mandate ->> 'holderSiren') stored;
  create index offer_by_agent on offer (holder, agent, id desc) where agent is not null;

  alter table offer_event add column agent text;
  -- Null: the employer's own, told of all its offers.
  alter table subscription add column agent text;
`;
