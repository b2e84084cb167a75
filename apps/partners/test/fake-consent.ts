import { createServer, type Server } from 'node:http';

import { stopCall, type StopCall } from '@accord/contracts/internal/stops';

/** Consent's stops, over HTTP: as it answers, slowly, or not at all. */
export class FakeConsent {
  readonly calls: StopCall[] = [];
  mode: 'stops' | 'is stopping' | 'is down' = 'stops';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeConsent> {
    const server = createServer();
    const fake = new FakeConsent(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (fake.mode === 'is down') return void response.writeHead(503).end();
        const call = stopCall.parse(JSON.parse(Buffer.concat(chunks).toString()));
        fake.calls.push(call);
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(fake.answer(call.stop)));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private answer(stop: string): object {
    return this.mode === 'stops'
      ? { state: 'stopped', stop, effectiveAt: new Date().toISOString(), receipt: 'receipt', postings: [] }
      : { state: 'stopping', stop, status: `/v1/stops/${stop}`, postings: [] };
  }
}
