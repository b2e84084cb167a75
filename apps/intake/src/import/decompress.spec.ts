import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { BrokenInput } from './broken-input.js';
import { inflated } from './decompress.js';

async function sizeOf(source: Readable): Promise<number> {
  let size = 0;
  for await (const chunk of inflated(source)) size += chunk.length;
  return size;
}
const streamOf = (bytes: Buffer): Readable =>
  Readable.from([bytes.subarray(0, 9), bytes.subarray(9)], { objectMode: false });

describe('a gzip stream', () => {
  it('comes out as it was', async () => {
    const bytes = Buffer.from('{"a":1}\n'.repeat(10_000));
    expect(await sizeOf(streamOf(gzipSync(bytes)))).toBe(bytes.length);
  });
  it('may be made of several', async () => {
    const two = Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]);
    expect(await sizeOf(streamOf(two))).toBe(4);
  });
  it.each([
    ['truncated', gzipSync(Buffer.alloc(100_000, 'abc')).subarray(0, -20), 'truncated'],
    ['none', Buffer.from('this is no gzip stream at all'), 'not-gzip'],
    ['changed inside', gzipSync(Buffer.from('some text that is long enough')).fill(0xff, 12, 20), 'not-gzip'],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024)), 'inflates-too-far'],
  ])('that is %s is told apart', async (_name, bytes, code) => {
    const failure: unknown = await sizeOf(streamOf(bytes)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BrokenInput);
    expect(failure).toMatchObject({ code });
  });
  it('whose connection breaks fails as the connection did', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(gzipSync('some text').subarray(0, 8));
    setTimeout(() => source.destroy(new Error('aborted')), 20);
    await expect(sizeOf(source)).rejects.toThrow('aborted');
  });
});
