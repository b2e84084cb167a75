import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Recalls1764000000002 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(recalls);
  }
}

const recalls = `
  -- The recall of a posting that is to come down; null while it is to be shown.
  alter table posting
    add column recalled_at  timestamptz,
    -- The first request that the partner may have received.
    add column told_at      timestamptz,
    add column confirmed_at timestamptz,
    -- Since when it is an operator's.
    add column escalated_at timestamptz,
    -- Where the partner said it shows the ad, what the ad is recognised by, and what was seen there.
    add column page         jsonb,
    -- When to look there next; while somebody looks, when that counts as given up.
    add column look_at      timestamptz;

  -- Pages to look at, the longest due first.
  create index posting_look on posting (look_at) where look_at is not null;
  -- GET /v1/recalls: the newest first, of all, of a partner; an offer's are found by posting_of_offer.
  create index posting_recalled on posting (recalled_at desc, posting_id desc) where recalled_at is not null;
  create index posting_recalled_partner on posting (partner_id, recalled_at desc, posting_id desc)
    where recalled_at is not null;
  -- Those that are an operator's, and figures: few.
  create index posting_escalated on posting (recalled_at desc, posting_id desc) where escalated_at is not null;

  -- Hosts of partners' pages, so that all processes together ask each at its rate.
  create table page_host (
    host    text primary key,
    -- When the next page of it may be read; while one is being read, when that counts as given up.
    free_at timestamptz not null
  );
`;
