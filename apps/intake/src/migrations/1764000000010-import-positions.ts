import { Migration } from '@accord/database/migration';
import type { QueryRunner } from 'typeorm';

export class ImportPositions1764000000010 extends Migration {
  async up(db: QueryRunner): Promise<void> {
    await db.query(positions);
  }
}

/** Several records may begin in one line: a receipt's place is which record it is of, no longer its line. */
const positions = `
  -- Which record of its import it is of. Null in rows written before this column came: there it is the line.
  alter table import_receipt add column position integer;
  alter table import_receipt drop constraint import_receipt_pkey;
  -- receipts(): those of an import after a position, in order.
  create unique index import_receipt_by_position on import_receipt (import_id, coalesce(position, line));
`;
