import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came. */
export interface Came {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Reply = (response: ServerResponse, request: IncomingMessage, came: Came) => void | Promise<void>;

/** A server that answers as a test tells it to, in order, and keeps what it was asked. It also gives tokens, `token-1` first. */
export class FakeAccord {
  readonly came: Came[] = [];
  tokensGiven = 0;
  tokenLifeS = 600;
  private readonly next: Reply[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeAccord> {
    const server = createServer();
    const fake = new FakeAccord(server);
    server.on('request', (request, response) => void fake.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // A test that fails before it stops it ends all the same.
    server.unref();
    return fake;
  }

  get url(): string {
    const address = this.server.address();
    const { port }: Pick<AddressInfo, 'port'> = typeof address === 'object' && address !== null ? address : { port: 0 };
    return `http://127.0.0.1:${port}`;
  }

  get credentials() {
    return { issuer: this.url, id: 'employer', secret: 's&cret' };
  }

  /** What the next request gets; the last one said goes on. */
  replies(...replies: readonly Reply[]): this {
    this.next.splice(0, this.next.length, ...replies);
    this.came.length = 0;
    return this;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    if (url === '/.well-known/openid-configuration') return json({ token_endpoint: `${this.url}/token` })(response);
    if (url === '/token') return this.giveToken(request, response);
    const reply = this.next.length > 1 ? this.next.shift() : this.next[0];
    const streamed = url.startsWith('/v1/offers/bulk');
    const came = { method, path: url, headers, body: streamed ? '' : await bodyOf(request) };
    this.came.push(came);
    await reply?.(response, request, came);
  }

  private async giveToken(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const who = Buffer.from(request.headers.authorization?.slice(6) ?? '', 'base64').toString();
    await bodyOf(request);
    if (who !== 'employer:s%26cret') {
      return json({ error: 'invalid_client', error_description: 'client authentication failed' }, 401)(response);
    }
    this.tokensGiven += 1;
    return json({ access_token: `token-${this.tokensGiven}`, expires_in: this.tokenLifeS })(response);
  }
}

export const json =
  (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

export const problem = (code: string, status: number, headers: Readonly<Record<string, string>> = {}) =>
  json({ type: `https://accord.example/problems/${code}`, title: code, status, detail: 'So it is.' }, status, headers);

/** Takes the request and goes away without a word. */
export const hangUp: Reply = (_response, request) => void request.socket.destroy();

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += Buffer.from(chunk).toString();
  return text;
}
