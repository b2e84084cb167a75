import type { MigrationInterface, QueryRunner } from 'typeorm';

export type MigrationClass = new () => MigrationInterface;

/**
 * One step of a schema. It runs as the owner role with the service's schema as search path: its SQL names no schema.
 * A class is named after what it makes, with thirteen digits that give the order: `Offers1763900000000`.
 * Steps go forward only; one that was wrong is corrected by another.
 */
export abstract class Migration implements MigrationInterface {
  abstract up(db: QueryRunner): Promise<void>;

  async down(): Promise<void> {
    throw new Error('migrations go forward only: correct a wrong one by another');
  }
}

/** Takes rights from the application role, e.g. `revokeFromApp(db, 'update, delete on ledger_entry')` for a log. */
export async function revokeFromApp(db: QueryRunner, rights: string): Promise<void> {
  await db.query(`do $$ begin execute format('revoke ${rights} from %I', current_setting('accord.app_role')); end $$`);
}
