import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

import { webhookBody, type WebhookBody } from '@accord/contracts/webhook';

import { readBody, TestServer } from './http-server.js';

/** One request as it arrived. */
export interface Arrival {
  readonly partner: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: WebhookBody;
  readonly at: number;
}

/** How a portal answers: a status, with headers, or not at all. */
export type Behaviour =
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body?: string;
      readonly delayMs?: number;
    }
  | 'hang'
  | 'reset';

/** All partners' portals on one address, as in the sandbox: a path each, and a behaviour each. */
export class Sink {
  readonly arrivals: Arrival[] = [];
  /** Connections that a request hung on and that the sender ended. */
  readonly cut: string[] = [];
  /** Requests that arrived without an open permit: none, ever. */
  readonly violations: string[] = [];
  private readonly behaviours = new Map<string, Behaviour>();
  private server: TestServer | undefined;

  static async start(mayArrive: (arrival: Arrival) => boolean = () => true): Promise<Sink> {
    const sink = new Sink();
    sink.server = await TestServer.start((request, response) => void sink.handle(request, response, mayArrive));
    return sink;
  }

  endpointOf(partner: string): string {
    return `${this.server?.url ?? ''}/${partner}`;
  }

  behave(partner: string, behaviour: Behaviour): void {
    this.behaviours.set(partner, behaviour);
  }

  of(partner: string, offerId?: string): Arrival[] {
    return this.arrivals.filter(
      (one) => one.partner === partner && (offerId === undefined || offerOf(one) === offerId),
    );
  }

  /** The kinds of messages a partner got about an offer, in order. */
  story(partner: string, offerId: string): string[] {
    return this.of(partner, offerId).map(({ body }) => body.type);
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
    mayArrive: (arrival: Arrival) => boolean,
  ): Promise<void> {
    const at = Date.now();
    const path = request.url ?? '';
    const partner = path.split('/')[1] ?? '';
    const text = await readBody(request);
    const arrival = { partner, path, headers: request.headers, text, body: webhookBody.parse(JSON.parse(text)), at };
    if (!mayArrive(arrival)) this.violations.push(`${partner}: ${arrival.body.type}`);
    this.arrivals.push(arrival);
    const behaviour = this.behaviours.get(partner) ?? { status: 202 };
    if (behaviour === 'reset') request.socket.destroy();
    else if (behaviour === 'hang') request.socket.once('close', () => this.cut.push(partner));
    else this.answer(response, behaviour);
  }

  private answer(
    response: ServerResponse,
    { status, headers, body = '', delayMs = 0 }: Exclude<Behaviour, string>,
  ): void {
    setTimeout(() => {
      response.writeHead(status, headers);
      response.end(body);
    }, delayMs);
  }
}

export const offerOf = ({ body }: Arrival): string | undefined =>
  'offerId' in body.data ? body.data.offerId : undefined;
