import type { EventEmitter } from 'node:events';
import { type buildConnector, Client, type Dispatcher } from 'undici';
import type { Exchange, Line } from './exchange.js';
import type { Wire } from './guarded-connector.js';

export interface ConnectionTerms {
  readonly origin: string;
  readonly idleTimeoutMs: number;
  /** Of everything an answer may take on the wire: head, informational answers, chunk framing, body. */
  readonly maxWireBytes: number;
  /** The connection can take another request. */
  readonly onFree: (connection: Connection) => void;
  /** The connection ended before a byte of the request was written: it may go on another. */
  readonly onUnsent: (exchange: Exchange) => void;
}

const maxHeaderSize = 16 * 1024;

/**
 * One checked socket with an HTTP/1.1 client on it, for one request at a time. The client is given this socket once and
 * nothing else, so it can neither reconnect (unchecked) nor write a request again on a second one.
 */
export class Connection implements Line {
  readonly remoteAddress: string;
  readonly dead: Promise<void>;
  readonly openedAt = performance.now();
  readonly #client: Client;
  #offered = false;
  #running: Exchange | undefined;
  #readBefore = 0;

  constructor(
    private readonly wire: Wire,
    private readonly terms: ConnectionTerms,
  ) {
    this.remoteAddress = wire.remoteAddress;
    this.dead = wire.raw.dead;
    wire.socket.on('readable', () => this.#countWire());
    this.#client = new Client(terms.origin, {
      connect: (_options, done) => queueMicrotask(() => this.#offer(done)),
      pipelining: 1,
      allowH2: false,
      maxHeaderSize,
      // The exchange has a deadline for the whole; theirs are for silence only and would cost a timer each.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: terms.idleTimeoutMs,
      keepAliveMaxTimeout: terms.idleTimeoutMs,
      keepAliveTimeoutThreshold: 500,
    });
    const faults: EventEmitter = this.#client;
    faults.on('error', () => void this.kill());
  }

  get usable(): boolean {
    return !this.wire.socket.destroyed && !this.wire.raw.destroyed;
  }

  get unsentBytes(): number {
    return this.wire.socket.writableLength;
  }

  run(exchange: Exchange): void {
    this.#running = exchange;
    const { method, destination, headers, body } = exchange.request;
    this.#client.dispatch(
      { path: destination.path, method, headers, body, idempotent: false },
      this.#handlerOf(exchange),
    );
  }

  hold(): void {
    this.#readBefore = this.wire.raw.bytesRead;
    this.wire.raw.hold();
  }

  release(): void {
    this.wire.raw.release();
  }

  kill(): Promise<void> {
    this.wire.raw.hold();
    this.wire.socket.destroy();
    return this.wire.raw.kill();
  }

  /** Closes the connection politely, if no request is on it. */
  retire(): void {
    this.wire.socket.destroy();
    this.wire.raw.destroy();
  }

  #handlerOf(exchange: Exchange): Dispatcher.DispatchHandler {
    return {
      onRequestStart: () => exchange.begin(this),
      onResponseStart: (_controller, status, headers) => exchange.onHead(status, headers),
      onResponseData: (_controller, chunk) => exchange.onData(chunk),
      onResponseEnd: () => {
        exchange.onEnd();
        this.#finished();
      },
      onResponseError: (_controller, error) => {
        if (exchange.begun) exchange.onError(error);
        else if (!exchange.over) this.terms.onUnsent(exchange);
        this.#finished();
      },
    };
  }

  /** Later, because the client decides after this event whether the other side keeps the connection. */
  #finished(): void {
    this.#running = undefined;
    queueMicrotask(() => {
      if (this.usable) this.terms.onFree(this);
    });
  }

  #offer(done: buildConnector.Callback): void {
    if (this.#offered) {
      done(new Error('A connection is not opened again.'), null);
      return;
    }
    this.#offered = true;
    done(null, this.wire.socket);
  }

  #countWire(): void {
    const read = this.wire.raw.bytesRead - this.#readBefore;
    if (this.#running?.begun && read > this.terms.maxWireBytes) this.#running.fail('protocol', 'TOO_MANY_BYTES');
  }
}
