import type { DataSource } from 'typeorm';

import type { MigrationClass } from './migration.js';

export const MIGRATION_TABLE = 'migration';

/** What the schema stands at, or nothing where it was never migrated. To be compared with `expectedVersion`. */
export async function schemaVersion(dataSource: DataSource): Promise<string | undefined> {
  const [table] = await dataSource.query(`select to_regclass('${MIGRATION_TABLE}') is not null as present`);
  if (!table.present) return undefined;
  const rows: { name: string }[] = await dataSource.query(`select name from ${MIGRATION_TABLE}`);
  return versionOf(rows.map((row) => row.name));
}

/** What a build of the service was written for. */
export function expectedVersion(migrations: readonly MigrationClass[]): string {
  return versionOf(migrations.map((migration) => migration.name)) ?? 'empty';
}

/** The count and the newest name: a step added, wherever it stands in the order, is another version. */
function versionOf(names: readonly string[]): string | undefined {
  const newest = [...names].sort(byTime).at(-1);
  return newest === undefined ? undefined : `${names.length}:${newest}`;
}

function byTime(a: string, b: string): number {
  return a.slice(-13).localeCompare(b.slice(-13)) || a.localeCompare(b);
}
