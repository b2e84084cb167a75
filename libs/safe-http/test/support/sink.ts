import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** One connection to a sink, and all that came through it. */
export class Visit {
  /** How it ended, as far as the sink knows. */
  ended: 'open' | 'reset' | 'closed' = 'open';
  /** Requests here in full. */
  requests = 0;
  bytes = 0;
  readonly #chunks: Buffer[] = [];
  #requestFrom = 0;
  #requestTo = 0;
  #answer: (count: number) => void = () => undefined;

  constructor(readonly socket: Socket) {
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNRESET') this.ended = 'reset';
    });
    socket.on('close', () => {
      if (this.ended === 'open') this.ended = 'closed';
    });
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString('latin1');
  }

  /** Calls back for every request that is here in full, with its place on this connection (1, 2, …). */
  onRequest(answer: (count: number) => void): void {
    this.#answer = answer;
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.bytes += chunk.length;
    while (this.#isWhole()) {
      this.#requestFrom = this.#requestTo;
      this.requests += 1;
      this.#answer(this.requests);
    }
  }

  #isWhole(): boolean {
    if (this.#requestTo === this.#requestFrom) {
      const rest = this.text.slice(this.#requestFrom);
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) return false;
      const length = Number(/^content-length: (\d+)/im.exec(rest.slice(0, end))?.[1] ?? 0);
      this.#requestTo = this.#requestFrom + end + 4 + length;
    }
    return this.bytes >= this.#requestTo;
  }
}

export interface SinkOptions {
  readonly host?: string;
  readonly port?: number;
  readonly tls?: TlsOptions;
}

/** A partner that answers by a script, byte by byte if need be. */
export class Sink {
  readonly visits: Visit[] = [];

  private constructor(
    private readonly server: Server,
    readonly host: string,
    private readonly secure: boolean,
  ) {}

  static async open(
    script: (visit: Visit) => void,
    { host = '127.0.0.1', port = 0, tls }: SinkOptions = {},
  ): Promise<Sink> {
    const server = tls ? createTlsServer(tls) : createServer();
    const sink = new Sink(server, host, tls !== undefined);
    server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
      const visit = new Visit(socket);
      sink.visits.push(visit);
      script(visit);
    });
    await new Promise<void>((resolve) => server.listen(port, host, resolve));
    return sink;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The sink does not listen.');
    return address.port;
  }

  url(host = this.host, path = '/hook'): string {
    return `${this.secure ? 'https' : 'http'}://${host}:${this.port}${path}`;
  }

  get requests(): number {
    return this.visits.reduce((sum, visit) => sum + visit.requests, 0);
  }

  async close(): Promise<void> {
    for (const { socket } of this.visits) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export function reply(body = '', head = 'HTTP/1.1 200 OK\r\n'): string {
  return `${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** Answers every request alike. */
export function answering(answer: string | Buffer = reply('ok')): (visit: Visit) => void {
  return (visit) => visit.onRequest(() => visit.socket.write(answer));
}

/** Reads requests and says nothing. */
export const silent = (): void => undefined;
