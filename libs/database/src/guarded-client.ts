import pg from 'pg';

/**
 * A client that survives the loss of its connection. `pg` emits `error` on a client whose connection breaks while it is
 * checked out and idle; with no listener that ends the process, whatever the pool listens to. Its next query fails instead.
 */
export class GuardedClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', ignore);
  }
}

function ignore(): void {
  // The query under way, or the next one, reports it to whoever asked.
}
