import fc from 'fast-check';

import type { RawRecord } from '../raw-record.js';
import { ndjsonRecords } from './ndjson.js';
import { SourceText } from './source-text.js';

async function* chunksOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 7): Promise<RawRecord[]> {
  const records: RawRecord[] = [];
  for await (const record of ndjsonRecords(new SourceText(chunksOf(Buffer.from(text), size)))) records.push(record);
  return records;
}

describe('NDJSON', () => {
  it.each([
    ['lines', '{"a":1}\n{"a":2}\n', [1, 2]],
    ['a last line without its end', '{"a":1}\n{"a":2}', [1, 2]],
    ['carriage returns', '{"a":1}\r\n{"a":2}\r\n', [1, 2]],
    ['empty lines, which count', '\n{"a":1}\n \n\r\n{"a":2}\n\n', [2, 5]],
    ['a byte order mark', '\ufeff{"a":1}\n', [1]],
    ['nothing', '', []],
  ])('reads %s', async (_name, text, lines) => {
    const records = await read(text);
    expect(records.map(({ line }) => line)).toEqual(lines);
    expect(records.every((record) => 'value' in record)).toBe(true);
  });

  it.each([
    ['broken JSON', '{"a":', 'not-json'],
    ['Latin-1 said to be UTF-8', Buffer.from('{"a":"caf\u00e9"}', 'latin1'), 'not-utf8'],
    ['a duplicate key', '{"a":1,"a":2}', 'duplicate-key'],
    ['a NUL', '{"a":"\\u0000"}', 'nul-character'],
  ])('refuses %s and goes on', async (_name, line, code) => {
    const records = await read(Buffer.concat([Buffer.from(line), Buffer.from('\n{"a":2}\n')]));
    expect(records).toEqual([
      { line: 1, errors: [expect.objectContaining({ code })] },
      { line: 2, value: { a: 2 } },
    ]);
  });

  it('reads past a line of 5 MB, among good ones', async () => {
    const records = await read(`{"a":1}\n{"a":"${'x'.repeat(5_000_000)}"}\n{"a":3}\n`, 65_536);
    expect(records).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 2, errors: [expect.objectContaining({ code: 'payload-too-large' })] },
      { line: 3, value: { a: 3 } },
    ]);
  });

  it('does not depend on where chunks end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (values, size) => {
          const text = values.map((value) => JSON.stringify(value)).join('\n');
          expect(await read(text, size)).toEqual(await read(text, 1_000_000));
        },
      ),
      { numRuns: 50 },
    ));
});
