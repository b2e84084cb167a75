import pg from 'pg';

import { StatementNames } from './statement-names.js';
import { isStalePlan } from './transient.js';

/** Those of this process: the same text has the same name in all its sessions. */
const names = new StatementNames();

/** How TypeORM begins a transaction. */
const BEGIN = 'START TRANSACTION';
/**
 * With lists of a single key PostgreSQL would rather plan a statement for its values each time, which costs more than to run it
 * by the plan it has. In one message: no round trip more.
 */
const BEGIN_BY_KEPT_PLANS = `${BEGIN}; set local plan_cache_mode = force_generic_plan`;

/**
 * A client that survives the loss of its connection, and whose session keeps the plans of what it runs again and again.
 *
 * `pg` emits `error` on a client whose connection breaks while it is checked out and idle; with no listener that ends the
 * process, whatever the pool listens to. Its next query fails instead.
 */
export class GuardedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', ignore);
    // Not overridden: `query` has a dozen forms, of which one is of interest here.
    const query = this.query.bind(this);
    Reflect.set(this, 'query', (...given: unknown[]) => watched(Reflect.apply(query, this, this.named(given))));
  }

  private named(given: readonly unknown[]): readonly unknown[] {
    const [text, values, ...rest] = given;
    if (text === BEGIN) return [BEGIN_BY_KEPT_PLANS, values, ...rest];
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return given;
    const name = names.nameOf(text, this.getTransactionStatus() === 'T');
    return name === undefined ? given : [{ name, text, values }, ...rest];
  }
}

function watched(result: unknown): unknown {
  if (!(result instanceof Promise)) return result;
  return result.catch((error: unknown) => {
    if (isStalePlan(error)) names.forget();
    throw error;
  });
}

function ignore(): void {
  // The query under way, or the next one, reports it to whoever asked.
}
