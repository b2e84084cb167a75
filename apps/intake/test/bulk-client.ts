import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

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
export async function upload(
  body: Readable,
  headers: Readonly<Record<string, string>> = {},
  query = '',
): Promise<Upload> {
  const token = await intake().harness.issuer.tokenFor(bakery);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request(new URL(`/v1/offers/bulk${query}`, intake().harness.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson', ...headers },
    });
    call.once('response', resolve).once('error', reject);
    body.pipe(call);
  });
  async function* receipts(): AsyncGenerator<ImportReceipt> {
    for await (const line of linesOf(answer)) yield importReceipt.parse(JSON.parse(line));
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

/** Not those of node:readline, for which U+2028 ends a line too. */
async function* linesOf(answer: IncomingMessage): AsyncGenerator<string> {
  let rest = '';
  answer.setEncoding('utf8');
  for await (const text of answer) {
    const lines = (rest + String(text)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Sends a whole body, and answers its receipts. */
export async function imported(
  body: string | Buffer,
  contentType: string,
  { query = '', headers = {} }: { readonly query?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<ImportReceipt[]> {
  const stream = Readable.from([Buffer.from(body)], { objectMode: false });
  return (await upload(stream, { 'content-type': contentType, ...headers }, query)).all();
}

/** `line status`, and of those that are refused why: what tests compare most. */
export const outcomes = (receipts: readonly ImportReceipt[]): string[] =>
  receipts.map(({ line, status, findings }) => {
    const why = findings.filter(({ severity, rule }) => severity === 'block' && rule.startsWith('INPUT-'));
    return status === 'refused'
      ? `${line} ${why.map(({ rule }) => rule.slice(6).toLowerCase()).join(',')}`
      : `${line} ${status}`;
  });

/** The body of a file of this repository, by its path from the root. */
export const fileOf = (path: string): Buffer => readFileSync(new URL(`../../../${path}`, import.meta.url));
