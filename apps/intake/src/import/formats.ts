import { Problem } from '@accord/service/problem';

import { ndjsonRecords } from './ndjson.js';
import type { RawRecord } from './raw-record.js';

export type ReadRecords = (source: AsyncIterable<Buffer>) => AsyncIterable<RawRecord>;

/** Every form that offers come in, by media type. A new one is a reader of its own and a line here. */
const readers: ReadonlyMap<string, ReadRecords> = new Map([
  ['application/x-ndjson', ndjsonRecords],
  ['application/ndjson', ndjsonRecords],
  ['application/jsonl', ndjsonRecords],
]);

/** @throws Problem unsupported-media-type */
export function readerFor(contentType: string | undefined): ReadRecords {
  const mediaType = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const reader = readers.get(mediaType);
  if (reader !== undefined) return reader;
  throw new Problem(
    'unsupported-media-type',
    `Send offers as one of ${[...readers.keys()].join(', ')}, in Content-Type; gzip is welcome, in Content-Encoding.`,
  );
}

/** @throws Problem unsupported-media-type */
export function isGzip(contentEncoding: string | undefined): boolean {
  switch ((contentEncoding ?? 'identity').trim().toLowerCase()) {
    case 'identity':
      return false;
    case 'gzip':
    case 'x-gzip':
      return true;
    default:
      throw new Problem('unsupported-media-type', 'Send the body as it is, or with Content-Encoding: gzip.');
  }
}
