import type pg from 'pg';

import { connectionDefaults } from './connect.js';
import { GuardedClient } from './guarded-client.js';

/** One connection outside any pool: for session locks and for administration. */
export type Connection = pg.Client;

/** @throws what `pg` throws when the server cannot be reached or refuses */
export async function openConnection(url: string, applicationName: string): Promise<Connection> {
  const client = new GuardedClient({ ...connectionDefaults, connectionString: url, application_name: applicationName });
  await client.connect();
  return client;
}

/** Closes it whatever its state; a connection already broken is closed all the same. */
export async function closeConnection(connection: Connection): Promise<void> {
  await connection.end().catch(() => undefined);
}

/** The same server and database for another user. Sockets (no host) take the user as parameters. */
export function asUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  if (changed.hostname === '') {
    changed.searchParams.set('user', user);
    changed.searchParams.set('password', password);
  } else {
    changed.username = encodeURIComponent(user);
    changed.password = encodeURIComponent(password);
  }
  return changed.href;
}
