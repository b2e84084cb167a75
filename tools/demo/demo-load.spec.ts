import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { demoDay, demoOffers } from '@accord/offer-composer/demo-offers';
import { loadDemo, type DemoContent, type DemoOffer } from './demo-load.ts';
import { summaryOf } from './summary.ts';

/** Stands for front door and identity provider: keeps offers by employer and reference, as intake does. */
class Stage {
  readonly server: Server = createServer((request, response) => void this.#answer(request, response));
  readonly kept = new Map<string, string>();
  /** Answered once each instead of the real answer. */
  readonly troubles: ((response: ServerResponse) => void)[] = [];
  refuse: string | undefined;

  get access() {
    const address: AddressInfo | string | null = this.server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    return { gateway: url, issuer: url, unitsSecret: 'units-secret' };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const url = new URL(request.url ?? '', 'http://stage');
    if (url.pathname === '/token') return this.#token(request, response);
    const trouble = this.troubles.pop();
    if (trouble !== undefined) return trouble(response);
    const siren = /^Bearer token-of-(\d{9})$/.exec(request.headers.authorization ?? '')?.[1];
    if (siren === undefined) return void response.writeHead(401).end('{}');
    if (request.method === 'GET') return this.#list(siren, url.searchParams.get('reference') ?? '', response);
    expect([url.pathname, request.headers['content-type']]).toEqual(['/v1/offers/bulk', 'application/x-ndjson']);
    response.end(
      body
        .trimEnd()
        .split('\n')
        .map((line, index) => this.#take(siren, line, index + 1))
        .join(''),
    );
  }

  #token(request: IncomingMessage, response: ServerResponse): void {
    const [, basic = ''] = request.headers.authorization?.split(' ') ?? [];
    const [client = '', secret] = Buffer.from(basic, 'base64').toString().split(':');
    if (secret !== 'units-secret') return void response.writeHead(401).end('{}');
    response.end(JSON.stringify({ access_token: client.replace('unit-', 'token-of-') }));
  }

  #list(siren: string, reference: string, response: ServerResponse): void {
    const found = this.kept.get(`${siren} ${reference}`);
    response.end(JSON.stringify({ items: found === undefined ? [] : [JSON.parse(found)] }));
  }

  #take(siren: string, line: string, at: number): string {
    const { reference, employer }: DemoOffer = JSON.parse(line);
    expect(employer.siret.slice(0, 9)).toBe(siren);
    const findings = reference === this.refuse ? [{ pointer: '/pay/min', message: { en: 'too low' } }] : [];
    const before = this.kept.get(`${siren} ${reference}`);
    const kept = before === undefined ? 'created' : before === line ? 'unchanged' : 'revised';
    if (findings.length === 0) this.kept.set(`${siren} ${reference}`, line);
    return `${JSON.stringify({ line: at, reference, status: findings.length > 0 ? 'refused' : kept, findings })}\n`;
  }
}

let stage: Stage;
beforeEach(async () => {
  stage = new Stage();
  await new Promise<void>((resolve) => stage.server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  stage.server.closeAllConnections();
  stage.server.close();
});

/** The offers that `npm start` loads, on a day. */
const contentOn = (now: string): DemoContent => ({
  dayFrom: (closesOn) => demoDay(now, closesOn),
  offersOf: (day) => demoOffers({ today: day, leaveOut: ['000100016'] }),
});
const none = { created: 0, revised: 0, unchanged: 0, withdrawn: 0, refused: 0 };

describe('the demonstration', () => {
  it('is submitted by each employer for itself', async () => {
    const { counts, refusals } = await loadDemo(stage.access, contentOn('2026-11-25'));
    const total = demoOffers().length;
    expect([counts, refusals]).toEqual([{ ...none, created: total }, []]);
    expect(stage.kept.size).toBe(total);
    expect(new Set([...stage.kept.keys()].map((key) => key.slice(0, 9))).size).toBeGreaterThan(30);
  });

  it('changes nothing the second time, and is dated anew after two weeks', async () => {
    await loadDemo(stage.access, contentOn('2026-11-25'));
    const total = stage.kept.size;
    expect((await loadDemo(stage.access, contentOn('2026-12-05'))).counts).toEqual({ ...none, unchanged: total });
    expect((await loadDemo(stage.access, contentOn('2026-12-20'))).counts).toEqual({ ...none, revised: total });
    expect((await loadDemo(stage.access, contentOn('2026-12-21'))).counts).toEqual({ ...none, unchanged: total });
  });

  it('goes on when the system is busy, or breaks an answer off', async () => {
    stage.troubles.push(
      (response) => void response.writeHead(429, { 'retry-after': '0' }).end('{}'),
      (response) => void response.writeHead(503, { 'retry-after': '0' }).end('{}'),
      (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"line":1');
        response.destroy();
      },
    );
    const { counts } = await loadDemo(stage.access, contentOn('2026-11-25'));
    expect(counts).toEqual({ ...none, created: demoOffers().length });
  });

  it('says which offer was refused, and why', async () => {
    stage.refuse = 'ARCHIVE-EIG-2019-plume';
    const result = await loadDemo(stage.access, contentOn('2026-11-25'));
    expect(result).toMatchObject({ counts: { refused: 1 }, refusals: ['ARCHIVE-EIG-2019-plume: /pay/min too low'] });
    expect(summaryOf(result, 2_345)).toBe(
      `demonstration: ${demoOffers().length} offers in 2.3 s: ${demoOffers().length - 1} created, 0 unchanged, 1 refused (--no-demo leaves them out)\n` +
        '  refused ARCHIVE-EIG-2019-plume: /pay/min too low',
    );
  });

  it('gives up with what the system said when it is not let in', async () => {
    const access = { ...stage.access, unitsSecret: 'another-secret' };
    await expect(loadDemo(access, contentOn('2026-11-25'))).rejects.toThrow('/token answered 401');
  });
});
