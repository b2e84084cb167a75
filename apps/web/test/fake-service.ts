import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Answering = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A service behind the front door, played by a test: it tells what reached it, and answers as it is told to. */
export class FakeService {
  readonly requests: IncomingMessage[] = [];
  answer: Answering = echo;
  private port = 0;
  private server: Server | undefined;

  static async start(): Promise<FakeService> {
    const service = new FakeService();
    await service.startAgain();
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get last(): IncomingMessage | undefined {
    return this.requests.at(-1);
  }

  /** On the port it had before. */
  async startAgain(): Promise<void> {
    const server = (this.server = createServer((request, response) => {
      this.requests.push(request);
      void this.answer(request, response);
    }));
    await new Promise<void>((ready) => server.listen(this.port, '127.0.0.1', ready));
    const address = server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** As a kill would: connections are cut. */
  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((done) => this.server?.close(done));
  }

  /** Closes connections that are kept alive, as a service does when it is about to stop. */
  closeIdle(): void {
    this.server?.closeIdleConnections();
  }
}

/** Streams back what comes, piece by piece. */
export async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.flushHeaders();
  for await (const chunk of request) response.write(chunk);
  response.end();
}

export const json =
  (body: unknown, status = 200): Answering =>
  (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
