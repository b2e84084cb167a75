import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A register whose answers a test decides; it counts what it is asked. */
export class FakeRegister {
  readonly asked: string[] = [];
  private behaviour: Behaviour = (_request, response) => response.writeHead(404).end();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<FakeRegister> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === 'string') throw new Error('the register does not listen');
    const register = new FakeRegister(server, `http://127.0.0.1:${address.port}`);
    server.on('request', (request, response) => {
      register.asked.push(request.url ?? '');
      register.behaviour(request, response);
    });
    return register;
  }

  /** Every question gets this answer. */
  answers(status: number, body?: unknown): void {
    this.behaves((_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
    });
  }

  /** The sandbox's shape: these establishments are open, the others unknown. */
  knows(...sirets: string[]): void {
    this.behaves((request, response) => {
      const siret = /\/register\/establishments\/(\d{14})$/.exec(request.url ?? '')?.[1] ?? '';
      const known = sirets.includes(siret);
      response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(known ? { siret, state: 'open', unitState: 'active', naf: '10.71C' } : {}));
    });
  }

  /** Keeps every question open from now on; answers how many are, and answers them as the register then does. */
  keepsWaiting(): { readonly count: () => number; readonly answer: () => void } {
    const open: [IncomingMessage, ServerResponse][] = [];
    this.behaves((...question) => void open.push(question));
    return {
      count: () => open.length,
      answer: () => {
        for (const question of open.splice(0)) this.behaviour(...question);
      },
    };
  }

  behaves(behaviour: Behaviour): void {
    this.behaviour = behaviour;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
