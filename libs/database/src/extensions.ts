import type { Connection } from './connection.js';

/** Where extensions that we install live; one that was there before stays where it is. */
const EXTENSION_SCHEMA = 'extensions';

/** Installs what is missing, as administrator. Answers the schemas to search for what they define. */
export async function ensureExtensions(admin: Connection, extensions: readonly string[]): Promise<string[]> {
  if (extensions.length === 0) return [];
  await admin.query(`
    create schema if not exists ${EXTENSION_SCHEMA};
    grant usage on schema ${EXTENSION_SCHEMA} to public;
  `);
  for (const extension of extensions)
    await admin.query(`create extension if not exists ${admin.escapeIdentifier(extension)} schema ${EXTENSION_SCHEMA}`);
  const { rows } = await admin.query<{ name: string }>(
    `select distinct quote_ident(n.nspname) as name from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      where e.extname = any($1) order by 1`,
    [extensions],
  );
  return rows.map((row) => row.name);
}
