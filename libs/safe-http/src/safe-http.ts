import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { AddressPolicy } from './address-policy.js';
import type { Destination } from './destination.js';
import { Exchange, refused } from './exchange.js';
import { GuardedConnector } from './guarded-connector.js';
import { NameResolver } from './name-resolver.js';
import { OriginPool } from './origin-pool.js';
import type { SafeExchange } from './outcome.js';
import { checkRequest, type GetInit, type PostInit } from './request.js';
import { type SafeHttpOptions, type Settings, settingsOf } from './settings.js';
import { TimerWheel } from './timer-wheel.js';

/**
 * The one client through which requests to partners leave. It sends JSON-sized POSTs to public hosts over verified TLS (and GETs
 * for the pages that partners name),
 * follows no redirect, inflates nothing, and knows of each request whether it may have been sent and when it is dead.
 */
export class SafeHttp {
  readonly #settings: Settings;
  readonly #wheel = new TimerWheel();
  readonly #connector: GuardedConnector;
  readonly #pools = new Map<string, OriginPool>();
  readonly #live = new Set<SafeExchange>();
  #closed = false;

  /** @throws if `allow` holds anything but blocks of addresses, or `dnsServers` anything but addresses */
  constructor(options: SafeHttpOptions = {}) {
    this.#settings = settingsOf(options);
    const { allow, confined, connectTimeoutMs, dnsServers, dnsTimeoutMs } = this.#settings;
    this.#connector = new GuardedConnector({
      policy: new AddressPolicy(allow, confined),
      resolver: new NameResolver(this.#wheel, dnsTimeoutMs, dnsServers),
      wheel: this.#wheel,
      tls: tlsContext(options.extraCa),
      connectMs: connectTimeoutMs,
    });
  }

  /** For metrics: requests not over yet, origins that have connections, and these connections. */
  get load(): { requests: number; origins: number; connections: number } {
    const connections = [...this.#pools.values()].reduce((sum, pool) => sum + pool.size, 0);
    return { requests: this.#live.size, origins: this.#pools.size, connections };
  }

  /** Starts a request and returns at once. */
  post(url: string, init: PostInit): SafeExchange {
    return this.#start(url, init);
  }

  /** Reads a page, under the same rules: of a redirect the `location` is reported, and following it is another call. */
  get(url: string, init: GetInit = {}): SafeExchange {
    return this.#start(url, init);
  }

  /** Cuts every request under way; resolves once their sockets are dead. */
  async cutAll(because: string): Promise<void> {
    await Promise.all([...this.#live].map((exchange) => exchange.cut(because)));
  }

  /** Refuses new requests, lets those under way end (each within its deadline), then closes all connections. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#live].map((exchange) => exchange.done));
    this.#connector.close();
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }

  #start(url: string, init: GetInit | PostInit): SafeExchange {
    if (this.#closed) return refused('closed');
    const request = checkRequest(url, init, this.#settings);
    if (typeof request === 'string') return refused(request);
    const { maxReplyBytes, keepReplyBytes, totalTimeoutMs: longest } = this.#settings;
    const totalTimeoutMs = Math.min(init.totalTimeoutMs ?? longest, longest);
    const exchange = new Exchange(request, { wheel: this.#wheel, totalTimeoutMs, maxReplyBytes, keepReplyBytes });
    this.#live.add(exchange);
    void exchange.done.then(() => this.#live.delete(exchange));
    this.#submit(exchange);
    return exchange;
  }

  #submit(exchange: Exchange): void {
    this.#poolOf(exchange.request.destination).submit(exchange);
  }

  #poolOf(destination: Destination): OriginPool {
    const known = this.#pools.get(destination.origin);
    if (known) return known;
    const { maxConnectionsPerOrigin, maxConnectionAgeMs, idleTimeoutMs, maxReplyBytes } = this.#settings;
    const pool: OriginPool = new OriginPool(destination, {
      connector: this.#connector,
      maxConnections: maxConnectionsPerOrigin,
      maxConnectionAgeMs,
      idleTimeoutMs,
      maxWireBytes: 8 * maxReplyBytes + headAllowance,
      onEmpty: () => {
        if (this.#pools.get(destination.origin) === pool) this.#pools.delete(destination.origin);
      },
      onUnsent: (exchange) => {
        if (exchange.mayTryAgain()) this.#submit(exchange);
      },
    });
    this.#pools.set(destination.origin, pool);
    return pool;
  }
}

const headAllowance = 64 * 1024;

function tlsContext(extraCa: readonly string[] | undefined): SecureContext {
  const ca = extraCa && { ca: [...getCACertificates('default'), ...extraCa] };
  return createSecureContext({ minVersion: 'TLSv1.2', ...ca });
}
