import type { ImportReceipt } from './types.js';

/** What is imported: records, to be sent as NDJSON, or a file's bytes in the format that `contentType` names. */
export type ImportSource =
  | { readonly records: Iterable<object> | AsyncIterable<object> }
  | {
      readonly bytes: AsyncIterable<Uint8Array>;
      /** `text/csv`, `application/xml` …; NDJSON unless said. */
      readonly contentType?: string | undefined;
      /** The form where the type does not tell: `france-travail` as `text/csv`. */
      readonly format?: string | undefined;
      readonly gzip?: boolean;
    };

export const NDJSON = 'application/x-ndjson';

/** The answer broke off. What has a receipt is done; records can be sent again without harm, since they are keyed by reference. */
export class ImportInterrupted extends Error {
  override readonly name = 'ImportInterrupted';

  constructor(
    /** For `importReceipts`, which has also those that did not arrive. */
    readonly importId: string,
    /** How many receipts came. */
    readonly receipts: number,
    options?: ErrorOptions,
  ) {
    super(`The connection broke after ${receipts} receipts of import ${importId}.`, options);
  }
}

/** One import on its way: receipts come in the order of the records, while they are still being sent. */
export class ImportStream implements AsyncIterable<ImportReceipt> {
  constructor(
    readonly id: string,
    private readonly body: AsyncIterable<Uint8Array>,
  ) {}

  /** @throws ImportInterrupted */
  async *[Symbol.asyncIterator](): AsyncGenerator<ImportReceipt> {
    let count = 0;
    try {
      for await (const line of linesOf(this.body)) {
        if (line === '') continue;
        const receipt: ImportReceipt = JSON.parse(line);
        count += 1;
        yield receipt;
      }
    } catch (cause) {
      throw new ImportInterrupted(this.id, count, { cause });
    }
  }
}

/** The bytes of an answer; none where it has no body. */
export async function* bodyOf(response: Response): AsyncGenerator<Uint8Array> {
  if (response.body !== null) yield* response.body;
}

/** Many small records go in few chunks. */
const CHUNK_CHARS = 64 * 1_024;

export async function* ndjsonOf(records: Iterable<object> | AsyncIterable<object>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let waiting = '';
  for await (const record of records) {
    waiting += `${JSON.stringify(record)}\n`;
    if (waiting.length < CHUNK_CHARS) continue;
    yield encoder.encode(waiting);
    waiting = '';
  }
  if (waiting !== '') yield encoder.encode(waiting);
}

/** Lines of a stream of UTF-8, without their ends; what follows the last line end is a line too. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map((line) => line.replace(/\r$/, ''));
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
