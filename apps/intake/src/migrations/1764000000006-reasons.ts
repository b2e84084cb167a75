import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class Reasons1764000000006 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The employer's own words on why it is not to be shown: for it alone, never on a topic.
      alter table offer add column reason_comment text;
      -- Of a filled offer, where its employer told.
      alter table offer add column openings_filled integer check (openings_filled > 0);
    `);
  }
}
