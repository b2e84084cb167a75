import type { RawRecord } from '../src/import/raw-record.js';
import { type Charset } from '../src/import/readers/charset.js';
import { SourceText } from '../src/import/readers/source-text.js';
import type { ReadRecords } from '../src/import/formats.js';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A body as it comes over the wire, in chunks of so many bytes. */
export const sourceOf = (body: string | Buffer, size = 65_536, charset?: Charset): SourceText =>
  new SourceText(chunksOf(Buffer.from(body), size), charset);

export async function recordsOf(read: ReadRecords, source: SourceText): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const record of read(source)) records.push(record);
  return records;
}

/** `line code` of those that could not be read, `line` of the others. */
export const told = (records: readonly RawRecord[]): string[] =>
  records.map((record) => {
    if ('errors' in record) return `${record.line} ${record.errors.map(({ code }) => code).join(',')}`;
    if ('problems' in record) return `${record.line} ${record.problems.map(({ code }) => code).join(',')}`;
    return String(record.line);
  });
