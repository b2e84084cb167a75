import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

/** Partners' own terms: which version is in force, and under which each agreement was given. */
export class Terms1764000000006 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(columns);
  }
}

const columns = `
  alter table partner
    add column terms_version  integer not null default 0,
    -- The last one with a material change: agreements under an older one do not count for this partner.
    add column terms_material integer not null default 0;
  -- {partner: version}, of the partners that had terms when it was given.
  alter table clause add column terms jsonb not null default '{}';
`;
