import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { stopCall, type StopCall } from '@accord/contracts/internal/stops';

type Mode = 'stopped' | 'stopping' | 'silent' | 'failing';

/** Consent's stop call over real HTTP, as its contract has it; `mode` is how it behaves. */
export class FakeConsent {
  mode: Mode = 'stopped';
  readonly calls: StopCall[] = [];
  readonly effectiveAt = '2027-01-10T10:00:00.000Z';

  private constructor(
    readonly url: string,
    private readonly server: Server,
    private readonly token: string,
  ) {}

  static async start(token: string): Promise<FakeConsent> {
    const holder: { consent?: FakeConsent } = {};
    const server = createServer((request, response) => void holder.consent?.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    holder.consent = new FakeConsent(`http://127.0.0.1:${address.port}`, server, token);
    return holder.consent;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** What was asked about one offer. */
  about(offerId: string): StopCall[] {
    return this.calls.filter((call) => call.kind === 'offer' && call.offerId === offerId);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    if (this.mode === 'silent') return;
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${this.token}`) return void send(401, {});
    if (this.mode === 'failing') return void send(503, {});
    const call = stopCall.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    this.calls.push(call);
    const common = { stop: call.stop, postings: [] };
    if (this.mode === 'stopping') {
      return void send(202, { ...common, state: 'stopping', status: `/v1/stops/${call.stop}` });
    }
    send(200, { ...common, state: 'stopped', effectiveAt: this.effectiveAt, receipt: `receipt-of-${call.stop}` });
  }
}
