import { setTimeout as wait } from 'node:timers/promises';

import type { MigrationClass } from '@accord/database/migration';
import { expectedVersion, schemaVersion } from '@accord/database/schema-version';
import type { DataSource } from 'typeorm';

import type { Log } from './logging.js';

export class SchemaMismatch extends Error {
  constructor(expected: string, found: string | undefined) {
    super(
      `the schema is at ${found ?? 'no version'}, this build needs ${expected}: ` +
        (isBehind(found, expected) ? 'run "npm run migrate"' : 'run the build that belongs to it'),
    );
    this.name = 'SchemaMismatch';
  }
}

export interface DatabaseNeed {
  readonly dataSource: DataSource;
  readonly migrations: readonly MigrationClass[];
  readonly log: Log;
  /** How long a schema that is behind may take to be migrated. A newer one is refused at once. */
  readonly schemaWaitMs: number;
  readonly signal: AbortSignal;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;
/** Refused log-ins (class 28) and a missing database (3D000): the migration that makes them may still be under way. */
const notYetThere = /^(28...|3D000)$/;

/**
 * Waits until the database answers and stands at this build's version. The database may boot after us and be migrated
 * after that, so neither is a reason to die at once.
 * @throws SchemaMismatch
 */
export async function waitForDatabase(need: DatabaseNeed): Promise<void> {
  const { dataSource, log, signal } = need;
  const expected = expectedVersion(need.migrations);
  let schemaDeadline: number | undefined;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    const state = await look(dataSource);
    if (state.kind === 'version' && state.version === expected) return;
    if (state.kind === 'version' && !isBehind(state.version, expected))
      throw new SchemaMismatch(expected, state.version);
    if (state.kind !== 'unreachable') {
      schemaDeadline ??= performance.now() + need.schemaWaitMs;
      if (performance.now() > schemaDeadline) throw mismatch(state, expected);
    }
    if (pause > 400)
      log.info('database.waiting', { for: state.kind, cause: 'error' in state ? state.error : undefined });
    await wait(pause, undefined, { signal });
  }
}

type State =
  | { readonly kind: 'version'; readonly version: string | undefined }
  | { readonly kind: 'no-login'; readonly error: unknown }
  | { readonly kind: 'unreachable'; readonly error: unknown };

async function look(dataSource: DataSource): Promise<State> {
  try {
    if (!dataSource.isInitialized) await dataSource.initialize();
    return { kind: 'version', version: await schemaVersion(dataSource) };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    return { kind: typeof code === 'string' && notYetThere.test(code) ? 'no-login' : 'unreachable', error };
  }
}

const mismatch = (state: State, expected: string): Error =>
  state.kind === 'no-login'
    ? new Error('the database refuses this service’s role: run "npm run migrate", or correct DATABASE_URL', {
        cause: state.error,
      })
    : new SchemaMismatch(expected, state.kind === 'version' ? state.version : undefined);

/** Versions are `<count>:<newest>`: fewer steps than ours are on their way to it. */
function isBehind(found: string | undefined, expected: string): boolean {
  return found === undefined || Number.parseInt(found, 10) < Number.parseInt(expected, 10);
}
