import { randomBytes } from 'node:crypto';

import type { Connection } from './connection.js';

/** The names of one service's things in the database. */
export interface ServiceNames {
  readonly schema: string;
  readonly owner: string;
  readonly app: string;
}

export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
}

/** `intake` → schema `intake`, roles `intake_owner`, `intake_app`; a suffix keeps test runs apart. */
export function namesOf(service: string, suffix?: string): ServiceNames {
  const base = service.replaceAll('-', '_');
  const end = suffix === undefined ? '' : `_${suffix}`;
  const names = { schema: `${base}${end}`, owner: `${base}_owner${end}`, app: `${base}_app${end}` };
  for (const name of Object.values(names))
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" cannot name a schema or role`);
  return names;
}

export function randomPasswords(): RolePasswords {
  return { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
}

/** Makes the two roles, or gives the existing ones these passwords. */
export async function ensureRoles(admin: Connection, names: ServiceNames, passwords: RolePasswords): Promise<void> {
  for (const [role, password] of [
    [names.owner, passwords.owner],
    [names.app, passwords.app],
  ] as const) {
    const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    const verb = rowCount === 0 ? 'create' : 'alter';
    const secret = admin.escapeLiteral(password);
    await admin.query(`${verb} role ${role} with login noinherit nocreatedb nocreaterole password ${secret}`);
  }
  const { rows } = await admin.query('select rolsuper from pg_roles where rolname = current_user');
  // An administrator that is no superuser may give a schema only to a role it is a member of.
  if (!rows[0]?.rolsuper) await admin.query(`grant ${names.owner} to current_user`);
}

/**
 * The schema with its rights: the owner makes tables, the application role reads and writes rows, nobody else enters.
 * Settings are the role's in this database, so that one server may hold several Accords.
 */
export async function ensureSchema(admin: Connection, names: ServiceNames, searchPath: string): Promise<void> {
  const { schema, owner, app } = names;
  const { rows } = await admin.query('select quote_ident(current_database()) as database');
  const database: string = rows[0].database;
  await admin.query(`
    create schema if not exists ${schema} authorization ${owner};
    revoke all on schema ${schema} from public;
    grant usage on schema ${schema} to ${app};
    grant connect on database ${database} to ${owner}, ${app};
    alter role ${owner} in database ${database} set search_path = ${searchPath};
    alter role ${app} in database ${database} set search_path = ${searchPath};
    alter role ${owner} in database ${database} set accord.app_role = '${app}';
    alter default privileges for role ${owner} in schema ${schema} grant select, insert, update, delete on tables to ${app};
    alter default privileges for role ${owner} in schema ${schema} grant usage, select on sequences to ${app};
    alter default privileges for role ${owner} revoke execute on functions from public;
    alter default privileges for role ${owner} in schema ${schema} grant execute on functions to ${app};
  `);
}
