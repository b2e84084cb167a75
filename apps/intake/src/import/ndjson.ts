import { MAX_JSON_BYTES } from '@accord/service/json-body';
import { parseStrictJson, StrictJsonError } from '@accord/service/strict-json';

import type { RawRecord } from './raw-record.js';

const NEWLINE = 0x0a;

/** NDJSON: one JSON value a line; empty lines are skipped, but count. A line that is too long is read past, unkept. */
export async function* ndjsonRecords(source: AsyncIterable<Buffer>): AsyncGenerator<RawRecord> {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      const record = recordOf(line, keep(parts, size, chunk.subarray(from, at)));
      if (record !== undefined) yield record;
      line += 1;
      from = at + 1;
      parts = [];
      size = 0;
    }
    const rest = chunk.subarray(from);
    if (size <= MAX_JSON_BYTES && rest.length > 0) parts.push(Buffer.from(rest));
    size += rest.length;
  }
  const last = recordOf(line, keep(parts, size, Buffer.alloc(0)));
  if (last !== undefined) yield last;
}

/** Undefined: longer than a record may be. */
function keep(parts: readonly Buffer[], size: number, end: Buffer): Buffer | undefined {
  return size + end.length > MAX_JSON_BYTES ? undefined : Buffer.concat([...parts, end]);
}

function recordOf(line: number, bytes: Buffer | undefined): RawRecord | undefined {
  if (bytes === undefined) {
    const message = `a record may have ${MAX_JSON_BYTES} bytes at most: shorten it`;
    return { line, errors: [{ pointer: '', code: 'payload-too-large', message }] };
  }
  if (bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) return undefined;
  try {
    return { line, value: parseStrictJson(bytes) };
  } catch (error) {
    if (!(error instanceof StrictJsonError)) throw error;
    const { pointer, code, message } = error;
    return { line, errors: [{ pointer, code, message }] };
  }
}
