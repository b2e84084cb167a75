import type { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import type { AddressPolicy } from './address-policy.js';
import type { Destination } from './destination.js';
import { dial, type Dial, failureOf, overTls } from './dial.js';
import type { GuardedSocket } from './guarded-socket.js';
import type { NameResolver } from './name-resolver.js';
import { codeOf, type RefusalReason } from './reasons.js';
import type { TimerWheel } from './timer-wheel.js';

/** A connection to a checked address. `socket` is `raw` itself, or the TLS socket on it. */
export interface Wire {
  readonly raw: GuardedSocket;
  readonly socket: Socket;
  readonly remoteAddress: string;
}

/** Nothing of a request was sent. */
export type NotOpened =
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  | { readonly kind: 'failed'; readonly reason: 'dns' | 'connect' | 'tls'; readonly detail: string };

export type Opened = { readonly kind: 'opened'; readonly wire: Wire } | NotOpened;

export interface ConnectorParts {
  readonly policy: AddressPolicy;
  readonly resolver: NameResolver;
  readonly wheel: TimerWheel;
  readonly tls: SecureContext;
  /** For TCP, over all addresses tried, and TLS together. */
  readonly connectMs: number;
  readonly dial?: Dial;
}

const mostAddresses = 4;

/**
 * The only place that opens a connection to a partner. Literals and names take the same way, at every new connection:
 * all addresses are checked, one that is forbidden refuses the host, and the socket goes to an address that was checked
 * (the name is not looked up again), which is checked once more when it is connected. What cannot be decided is refused.
 */
export class GuardedConnector {
  readonly #opening = new Set<GuardedSocket>();

  constructor(private readonly parts: ConnectorParts) {}

  /** Never rejects. */
  async open(destination: Destination): Promise<Opened> {
    try {
      return await this.#open(destination);
    } catch (error) {
      return { kind: 'failed', reason: 'connect', detail: codeOf(error) };
    }
  }

  /** Ends what is being opened. */
  close(): void {
    this.parts.resolver.close();
    for (const socket of this.#opening) socket.destroy();
  }

  async #open(destination: Destination): Promise<Opened> {
    const addresses = await this.#addressesOf(destination);
    if ('kind' in addresses) return addresses;
    const until = performance.now() + this.parts.connectMs;
    const raw = await this.#reach(addresses, destination.port, until);
    if ('kind' in raw) return raw;
    const { remoteAddress } = raw;
    if (remoteAddress === undefined) return { kind: 'failed', reason: 'connect', detail: 'ECONNRESET' };
    if (!this.#mayReach([remoteAddress], destination.secure)) {
      raw.destroy();
      return { kind: 'refused', reason: 'forbidden-address' };
    }
    return destination.secure
      ? this.#secure({ raw, socket: raw, remoteAddress }, destination.host.value, until)
      : { kind: 'opened', wire: { raw, socket: raw, remoteAddress } };
  }

  async #addressesOf({ host, secure }: Destination): Promise<readonly string[] | NotOpened> {
    const { addresses, failed } =
      host.kind === 'literal' ? { addresses: [host.value] } : await this.parts.resolver.resolve(host.value);
    if (!this.#mayReach(addresses, true)) return { kind: 'refused', reason: 'forbidden-address' };
    if (failed !== undefined) return { kind: 'failed', reason: 'dns', detail: failed };
    return this.#mayReach(addresses, secure) ? addresses : { kind: 'refused', reason: 'scheme' };
  }

  /** Without TLS, exempt addresses only: plain text never crosses a network. */
  #mayReach(addresses: readonly string[], secure: boolean): boolean {
    return addresses.every((address) => {
      const verdict = this.parts.policy.verdict(address);
      return verdict === 'exempt' || (secure && verdict === 'public');
    });
  }

  /** The first address that answers; each has its share of the time that is left. */
  async #reach(addresses: readonly string[], port: number, until: number): Promise<GuardedSocket | NotOpened> {
    const tried = addresses.slice(0, mostAddresses);
    let detail = 'ETIMEDOUT';
    for (const [index, address] of tried.entries()) {
      const raw = (this.parts.dial ?? dial)(address, port);
      const budgetMs = (until - performance.now()) / (tried.length - index);
      const failure = await this.#watch(raw, () =>
        failureOf(raw, { event: 'connect', wheel: this.parts.wheel, budgetMs }),
      );
      if (failure === undefined) return raw;
      raw.destroy();
      detail = failure;
    }
    return { kind: 'failed', reason: 'connect', detail };
  }

  async #secure({ raw, remoteAddress }: Wire, host: string, until: number): Promise<Opened> {
    const socket = overTls(raw, host, this.parts.tls);
    const budgetMs = until - performance.now();
    const wait = { event: 'secureConnect', wheel: this.parts.wheel, budgetMs } as const;
    const detail = await this.#watch(raw, () => failureOf(socket, wait));
    if (detail === undefined) return { kind: 'opened', wire: { raw, socket, remoteAddress } };
    raw.destroy();
    return { kind: 'failed', reason: 'tls', detail };
  }

  async #watch<T>(socket: GuardedSocket, work: () => Promise<T>): Promise<T> {
    this.#opening.add(socket);
    const result = await work();
    this.#opening.delete(socket);
    return result;
  }
}
