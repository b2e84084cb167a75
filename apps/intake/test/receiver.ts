import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

import { employerWebhook, type EmployerWebhook } from '@accord/contracts/employer-webhook';

/** One request as it arrived. */
export interface Arrival {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: EmployerWebhook;
  readonly at: number;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}
/** What an endpoint answers; `nth` counts its requests from 1. */
export type Behaviour = (arrival: Arrival, nth: number) => Reply | 'hang' | Promise<Reply>;

/** Employers' software: a path each on one address, and a behaviour each. */
export class Receiver {
  readonly arrivals: Arrival[] = [];
  private readonly behaviours = new Map<string, Behaviour>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Receiver> {
    const held: { receiver?: Receiver } = {};
    const server = createServer((request, response) => void held.receiver?.take(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    held.receiver = new Receiver(server);
    return held.receiver;
  }

  url(path: string): string {
    const address: AddressInfo | string | null = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('it does not listen');
    return `http://127.0.0.1:${address.port}/${path}`;
  }

  behave(path: string, behaviour: Behaviour): void {
    this.behaviours.set(path, behaviour);
  }

  /** What arrived at a path, in order; of one offer, or of all. */
  at(path: string, offerId?: string): Arrival[] {
    return this.arrivals.filter((one) => one.path === path && (offerId === undefined || offerOf(one.body) === offerId));
  }

  types(path: string, offerId?: string): string[] {
    return this.at(path, offerId).map(({ body }) => body.type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString('utf8');
    const path = (request.url ?? '').slice(1);
    const body = employerWebhook.parse(JSON.parse(text));
    const arrival = { path, headers: request.headers, text, body, at };
    this.arrivals.push(arrival);
    const behaviour: Behaviour = this.behaviours.get(path) ?? (() => ({ status: 204 }));
    const reply = await behaviour(arrival, this.at(path).length);
    if (reply !== 'hang') response.writeHead(reply.status, reply.headers).end();
  }
}

const offerOf = (body: EmployerWebhook): string | undefined => ('offerId' in body.data ? body.data.offerId : undefined);
