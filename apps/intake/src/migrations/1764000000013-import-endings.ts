import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class ImportEndings1764000000013 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(endings);
  }
}

const endings = `
  -- Why and in which line reading ended before the file did: {line, rule, message}. Null where it was read to its end, or
  -- where the connection or the process ended.
  alter table import add column ended_early jsonb;
`;
