import type { ServerResponse } from 'node:http';

import { accord } from '../src/accord.js';
import { linesOf } from '../src/bulk-import.js';
import type { StreamedEvent } from '../src/event-stream.js';
import { FakeAccord, json, problem } from './fake-accord.js';

const importId = '01900000-0000-7000-8000-00000000000a';
const receipt = (line: number) => ({ line, reference: `R-${line}`, status: 'created', findings: [] });
const headers = { 'content-type': 'application/x-ndjson', location: `/v1/imports/${importId}` };

async function* records(count: number, sent: { count: number }): AsyncGenerator<object> {
  for (let line = 1; line <= count; line += 1) {
    sent.count = line;
    yield { reference: `R-${line}`, description: 'x'.repeat(1_000) };
  }
}

describe('an import', () => {
  let fake: FakeAccord;
  beforeAll(async () => (fake = await FakeAccord.start()));
  afterAll(() => fake.stop());
  const client = () => accord({ url: fake.url, token: 'given' });

  it('gives receipts while records are still being sent, and holds neither', async () => {
    const count = 20_000;
    fake.replies(async (response, request) => {
      response.writeHead(200, headers).flushHeaders();
      let line = 0;
      for await (const _ of linesOf(request)) {
        line += 1;
        if (!response.write(`${JSON.stringify(receipt(line))}\n`))
          await new Promise((resolve) => response.once('drain', resolve));
      }
      response.end();
    });
    const sent = { count: 0 };
    const receipts = await client().importOffers({ records: records(count, sent) });
    expect(receipts.id).toBe(importId);
    let line = 0;
    let most = 0;
    for await (const { line: at } of receipts) {
      expect(at).toBe((line += 1));
      most = Math.max(most, sent.count - line);
    }
    expect(line).toBe(count);
    // Sockets hold some; 20 MB in all went through.
    expect(most).toBeLessThan(count / 2);
  });

  it('that breaks off says which receipts came, and the others can be read', async () => {
    fake.replies(
      (response) => {
        response.writeHead(200, headers);
        response.write(`${JSON.stringify(receipt(1))}\n${JSON.stringify(receipt(2))}\n{"line":3,`);
        setTimeout(() => response.destroy(), 20);
      },
      json({ items: [receipt(1), receipt(2)], next: 'more' }),
      json({ items: [receipt(3)] }),
    );
    const receipts = await client().importOffers({ records: [{}, {}, {}] });
    const lines: number[] = [];
    const reading = async () => {
      for await (const { line } of receipts) lines.push(line);
    };
    await expect(reading()).rejects.toMatchObject({ name: 'ImportInterrupted', importId, receipts: 2 });
    expect(lines).toEqual([1, 2]);
    lines.length = 0;
    for await (const { line } of client().importReceipts(importId)) lines.push(line);
    expect(lines).toEqual([1, 2, 3]);
    expect(fake.came.at(-1)?.path).toBe(`/v1/imports/${importId}?limit=1000&cursor=more`);
  });

  it('sends a file as what it is', async () => {
    fake.replies((response, request) => {
      request.resume();
      response.writeHead(200, headers).end();
    });
    async function* file() {
      yield new TextEncoder().encode('reference;title\n');
    }
    for await (const _ of await client().importOffers({ bytes: file(), contentType: 'text/csv', gzip: true }));
    expect(fake.came[0]?.headers).toMatchObject({ 'content-type': 'text/csv', 'content-encoding': 'gzip' });
  });

  it('that is refused is a refusal', async () => {
    fake.replies((response, request) => {
      request.resume();
      problem('unsupported-media-type', 415)(response);
    });
    await expect(client().importOffers({ records: [{}] })).rejects.toMatchObject({ status: 415 });
  });
});

describe('the events of an offer', () => {
  let fake: FakeAccord;
  beforeAll(async () => (fake = await FakeAccord.start()));
  afterAll(() => fake.stop());
  const stream = { 'content-type': 'text/event-stream' };
  const following = async (signal: AbortSignal): Promise<void> => {
    for await (const { id } of accord({ url: fake.url, token: 'given' }).events('one', signal)) expect(id).toBe('');
  };

  it('go on after a break, from the last that came', async () => {
    fake.replies(
      (response) =>
        void response.writeHead(200, stream).end('retry: 1\n\nid: 1\ndata: a\n\nid: 2\ndata: b\n\nid: 3\nda'),
      problem('unavailable', 503),
      (response) => void response.writeHead(200, stream).write('id: 3\ndata: c\n\n'),
    );
    const end = new AbortController();
    const seen: StreamedEvent[] = [];
    for await (const event of accord({ url: fake.url, token: 'given' }).events('one', end.signal)) {
      seen.push(event);
      if (seen.length === 3) end.abort();
    }
    expect(seen.map(({ data }) => data).join('')).toBe('abc');
    expect(fake.came.map(({ headers: { 'last-event-id': last } }) => last)).toEqual([undefined, '2', '2']);
  });
  it('are not asked for without a pause, whatever wait the stream asks for', async () => {
    const ended = (retry: string) => (response: ServerResponse) =>
      void response.writeHead(200, stream).end(`retry: ${retry}\n\n`);
    const forms = ['0', '99999999999'].map((retry) => ended(retry));
    for (const form of forms) {
      fake.replies(form, form, form, form, form, form);
      await following(AbortSignal.timeout(150));
      expect(fake.came.length).toBeLessThanOrEqual(2);
    }
  });
  it('that are refused are a refusal', async () => {
    fake.replies(problem('not-found', 404));
    await expect(accord({ url: fake.url }).events('one').next()).rejects.toMatchObject({ status: 404 });
  });
});
