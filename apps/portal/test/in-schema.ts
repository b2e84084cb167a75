import { createDataSource } from '@accord/database/connect';
import type { DataSource } from 'typeorm';

interface Session {
  readonly url: string;
  readonly schema: string;
  /** Settings of PostgreSQL, of every session. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly poolSize: number;
  readonly statementTimeoutMs?: number;
}

/**
 * Works in a portal's schema as the database's administrator.
 * @param use ends the connections when it ends
 */
export async function inSchema<T>(
  { url, schema, settings = {}, ...options }: Session,
  use: (db: DataSource) => Promise<T>,
): Promise<T> {
  const there = new URL(url);
  const all = Object.entries({ search_path: schema, ...settings });
  there.searchParams.set('options', all.map(([name, value]) => `-c ${name}=${value}`).join(' '));
  const db = createDataSource({ url: there.href, applicationName: 'portal-tests', ...options });
  await db.initialize();
  try {
    return await use(db);
  } finally {
    await db.destroy();
  }
}
