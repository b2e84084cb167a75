import { Connection } from './connection.js';
import type { Destination } from './destination.js';
import type { Exchange } from './exchange.js';
import type { GuardedConnector, Wire } from './guarded-connector.js';

export interface PoolTerms {
  readonly connector: GuardedConnector;
  readonly maxConnections: number;
  readonly maxConnectionAgeMs: number;
  readonly idleTimeoutMs: number;
  readonly maxWireBytes: number;
  /** Nothing is open, opening or waiting: the pool can be forgotten. */
  readonly onEmpty: () => void;
  /** Not a byte of it was written on the connection it had. */
  readonly onUnsent: (exchange: Exchange) => void;
}

/**
 * The connections of one origin, and the requests that wait for one. Its limit is its own, so an origin that is slow or
 * does not answer holds up nobody else. (undici's Pool would do, but it forgets a connection that failed to open and
 * then uses it all the same: neither its limit nor its close holds, and a request that waits in it cannot be cut.)
 */
export class OriginPool {
  readonly #connections = new Set<Connection>();
  readonly #idle = new Set<Connection>();
  readonly #waiting = new Set<Exchange>();
  #opening = 0;

  constructor(
    private readonly destination: Destination,
    private readonly terms: PoolTerms,
  ) {}

  get size(): number {
    return this.#connections.size + this.#opening;
  }

  submit(exchange: Exchange): void {
    this.#waiting.add(exchange);
    this.#serve();
    if (this.#waiting.has(exchange)) void exchange.done.then(() => this.#waiting.delete(exchange));
  }

  /** Closes the connections that no request is on; resolves once they are. */
  async close(): Promise<void> {
    for (const connection of this.#connections) connection.retire();
    await Promise.all([...this.#connections].map((connection) => connection.dead));
  }

  #serve(): void {
    for (const exchange of this.#waiting) {
      const connection = exchange.over ? undefined : this.#takeIdle();
      if (!exchange.over && !connection && this.size >= this.terms.maxConnections) return;
      this.#waiting.delete(exchange);
      if (connection) connection.run(exchange);
      else if (!exchange.over) void this.#open(exchange);
    }
    if (this.size === 0) this.terms.onEmpty();
  }

  /** The one used last: the others can grow old and close. */
  #takeIdle(): Connection | undefined {
    const connection = [...this.#idle].findLast(({ usable }) => usable);
    if (connection) this.#idle.delete(connection);
    return connection;
  }

  async #open(exchange: Exchange): Promise<void> {
    this.#opening += 1;
    const opened = await this.terms.connector.open(this.destination);
    this.#opening -= 1;
    if (opened.kind === 'opened') this.#adopt(opened.wire, exchange);
    else exchange.giveUp(opened);
    this.#serve();
  }

  #adopt(wire: Wire, exchange: Exchange): void {
    const next = exchange.over ? this.#waiting.values().next().value : exchange;
    if (!next) {
      wire.raw.destroy();
      return;
    }
    this.#waiting.delete(next);
    const { idleTimeoutMs, maxWireBytes, onUnsent } = this.terms;
    const connection = new Connection(wire, {
      origin: this.destination.origin,
      idleTimeoutMs,
      maxWireBytes,
      onFree: (free) => this.#free(free),
      onUnsent,
    });
    this.#connections.add(connection);
    void connection.dead.then(() => this.#forget(connection));
    connection.run(next);
  }

  #free(connection: Connection): void {
    if (performance.now() - connection.openedAt > this.terms.maxConnectionAgeMs) connection.retire();
    else this.#idle.add(connection);
    this.#serve();
  }

  #forget(connection: Connection): void {
    this.#connections.delete(connection);
    this.#idle.delete(connection);
    this.#serve();
  }
}
