import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';

import { importReceipt, type ImportReceipt } from '../src/import/receipt.js';
import { bakery } from './sample-draft.js';
import { intake } from './intake-harness.js';

/** An import under way: the answer's head, and its receipts as they come. */
export interface Upload {
  readonly answer: IncomingMessage;
  readonly importId: string;
  receipts(): AsyncGenerator<ImportReceipt>;
  all(): Promise<ImportReceipt[]>;
}

/** Sends an import as a stream; answers once its answer has begun, which may be long before the body ends. */
export async function upload(body: Readable, headers: Readonly<Record<string, string>> = {}): Promise<Upload> {
  const token = await intake().harness.issuer.tokenFor(bakery);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request(new URL('/v1/offers/bulk', intake().harness.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', ...headers },
    });
    call.once('response', resolve).once('error', reject);
    body.pipe(call);
  });
  async function* receipts(): AsyncGenerator<ImportReceipt> {
    for await (const line of createInterface({ input: answer })) yield importReceipt.parse(JSON.parse(line));
  }
  return {
    answer,
    importId: answer.headers.location?.split('/').at(-1) ?? '',
    receipts,
    all: async () => {
      const found: ImportReceipt[] = [];
      for await (const receipt of receipts()) found.push(receipt);
      return found;
    },
  };
}
