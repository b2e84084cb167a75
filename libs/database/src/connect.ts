import { DataSource } from 'typeorm';

import { GuardedClient } from './guarded-client.js';

export interface DataSourceOptions {
  /** Of the service's application role: its search path is its schema, so SQL names no schema. */
  readonly url: string;
  readonly entities?: readonly Function[];
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** Ends a statement that runs longer. */
  readonly statementTimeoutMs?: number;
  /** Ends the session of a process that stopped inside a transaction, so that its row locks do not outlive it. */
  readonly idleInTransactionTimeoutMs?: number;
  /** Told of connections that broke while idle in the pool. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** How every connection of ours behaves, pooled or not. */
export const connectionDefaults = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: 10_000,
} as const;

/**
 * A pool for one service, not yet initialised. Broken connections, idle or checked out, never end the process:
 * the next query on them fails, and `isTransient` tells such failures from others.
 */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 10,
    entities: [...(options.entities ?? [])],
    synchronize: false,
    migrationsRun: false,
    logging: false,
    poolErrorHandler: options.onConnectionLost ?? ignore,
    extra: {
      ...connectionDefaults,
      ...sessionOf(options.url),
      Client: GuardedClient,
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 30_000,
    },
  });
}

/**
 * Transactions are READ COMMITTED, whatever the role's or the server's default: each statement sees what is committed before it.
 * Said once a session instead of once a transaction; what the url asks for beside it is kept.
 */
function sessionOf(url: string): { readonly connectionString: string; readonly options: string } {
  const parts = new URL(url);
  const given = parts.searchParams.get('options') ?? '';
  parts.searchParams.delete('options');
  const options = `${given} -c default_transaction_isolation=read\\ committed`.trim();
  return { connectionString: parts.href, options };
}

function ignore(): void {
  // The pool has dropped the connection and opens another when one is asked for.
}
