// npm run migrate: brings every service's schema to the version of its build, as administrator (DATABASE_URL). The roles'
// passwords are those of var/secrets.json, or of the folder that --var names.
//   --empty   drops every schema of Accord first
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { MigrationClass } from '@accord/database/migration';
import { messageOf } from './infrastructure/errors.ts';
import { workspaceRoot } from './infrastructure/paths.ts';
import { layoutOf } from './launcher/files.ts';
import { rolesOf, Secrets } from './launcher/secrets.ts';
import { services } from './services.ts';

interface MigrationsModule {
  readonly migrations: readonly MigrationClass[];
  /** Of PostgreSQL's contrib. */
  readonly extensions?: readonly string[];
}

const { values } = parseArgs({ options: { var: { type: 'string' }, empty: { type: 'boolean' } } });
const adminUrl = process.env['DATABASE_URL'] ?? '';
if (adminUrl === '') {
  console.error('npm run migrate needs DATABASE_URL, an administrator’s: postgres://user:password@host:port/database.');
  process.exit(78);
}

const secrets = new Secrets(layoutOf(resolve(values.var ?? join(workspaceRoot, 'var'))).secrets);
secrets.prepare(services);
const { dropService, migrateService } = await import('@accord/database/migrate');

for (const { name } of services.filter(({ schema }) => schema)) {
  try {
    await migrate(name);
    console.log(`${name}: migrated`);
  } catch (error) {
    console.error(`${name}: ${messageOf(error)}`);
    process.exit(1);
  }
}

async function migrate(service: string): Promise<void> {
  if (values.empty === true) await dropService(adminUrl, service);
  const [owner, app] = rolesOf(service);
  const schema = { service, ...(await migrationsOf(service)) };
  await migrateService({ adminUrl, schema, passwords: { owner: secrets.role(owner), app: secrets.role(app) } });
}

async function migrationsOf(service: string): Promise<MigrationsModule> {
  const file = join(workspaceRoot, 'apps', service, 'dist/migrations.js');
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build.`);
  const module: unknown = await import(pathToFileURL(file).href);
  if (!exportsMigrations(module)) throw new Error(`${file} exports no list of migrations.`);
  return { migrations: module.migrations, extensions: module.extensions };
}

function exportsMigrations(module: unknown): module is MigrationsModule {
  return typeof module === 'object' && module !== null && 'migrations' in module && Array.isArray(module.migrations);
}
