import { DataSource } from 'typeorm';

import { asUser, closeConnection, openConnection, type Connection } from './connection.js';
import { connectionDefaults } from './connect.js';
import { ensureExtensions } from './extensions.js';
import { GuardedClient } from './guarded-client.js';
import type { MigrationClass } from './migration.js';
import { ensureRoles, ensureSchema, namesOf, randomPasswords, type RolePasswords, type ServiceNames } from './roles.js';
import { MIGRATION_TABLE } from './schema-version.js';

export interface ServiceSchema {
  readonly service: string;
  readonly migrations: readonly MigrationClass[];
  /** Of PostgreSQL's contrib, e.g. `pg_trgm`: installed by the administrator and on the search path. */
  readonly extensions?: readonly string[];
}

export interface MigrateOptions {
  /** Of an administrator, on the database that is to hold the schemas. */
  readonly adminUrl: string;
  readonly schema: ServiceSchema;
  /** Sets a test's schema and roles apart. */
  readonly suffix?: string;
  /** Given by the deployment; without them the roles get new random ones, and a running service loses its access. */
  readonly passwords?: RolePasswords;
}

/** One at a time in a database: concurrent grants on it fail otherwise ("tuple concurrently updated"). */
const LOCK = `hashtextextended('accord.migrate', 0)`;

/**
 * Brings one service's schema to the version of its migrations: roles, schema, rights, steps not yet done. May be
 * repeated and run from several places at once. Answers the application role's url.
 */
export async function migrateService(options: MigrateOptions): Promise<{ appUrl: string }> {
  const names = namesOf(options.schema.service, options.suffix);
  const passwords = options.passwords ?? randomPasswords();
  const admin = await openConnection(options.adminUrl, 'accord migrate');
  try {
    await admin.query(`select pg_advisory_lock(${LOCK})`);
    await ensureRoles(admin, names, passwords);
    const extensionSchemas = await ensureExtensions(admin, options.schema.extensions ?? []);
    await ensureSchema(admin, names, [names.schema, ...extensionSchemas].join(', '));
    await runMigrations(asUser(options.adminUrl, names.owner, passwords.owner), options.schema.migrations);
    await protectMigrationTable(admin, names);
  } finally {
    await closeConnection(admin);
  }
  return { appUrl: asUser(options.adminUrl, names.app, passwords.app) };
}

async function runMigrations(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    applicationName: 'accord migrate',
    poolSize: 1,
    migrations: [...migrations],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { ...connectionDefaults, connectionString: ownerUrl, Client: GuardedClient },
  });
  await owner.initialize();
  try {
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
}

/** The application reads which steps were done; it does not write them. */
async function protectMigrationTable(admin: Connection, names: ServiceNames): Promise<void> {
  await admin.query(`revoke insert, update, delete on ${names.schema}.${MIGRATION_TABLE} from ${names.app}`);
}

/** Removes a service's schema and roles with all that they hold. For tests and `--fresh` starts. */
export async function dropService(adminUrl: string, service: string, suffix?: string): Promise<void> {
  const names = namesOf(service, suffix);
  const admin = await openConnection(adminUrl, 'accord migrate');
  try {
    await admin.query(`select pg_advisory_lock(${LOCK})`);
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = any($1) and pid <> pg_backend_pid()`,
      [[names.owner, names.app]],
    );
    await admin.query(`drop schema if exists ${names.schema} cascade`);
    for (const role of [names.app, names.owner]) await dropRole(admin, role);
  } finally {
    await closeConnection(admin);
  }
}

async function dropRole(admin: Connection, role: string): Promise<void> {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  if (rowCount === 0) return;
  await admin.query(`drop owned by ${role} cascade`);
  await admin.query(`drop role ${role}`);
}
